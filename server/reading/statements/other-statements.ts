import { type Cell, layOut, type Row } from '../fields/rows.ts'
import type { PageText } from '../page-text.ts'
import { amountOf } from './amounts.ts'
import { hasAny, isLabelled, type Label, wordsOf } from './label.ts'
import type { Figure, FigureName, ReadKind, StatementReading } from './model.ts'
import { yearOn } from './year.ts'

interface Wanted extends Label {
  name: FigureName
}

interface Statement {
  /** Words that must stand somewhere on it. */
  on: readonly (readonly string[])[]
  /** In this order: a line that is one of them is none of the later ones. */
  wanted: readonly Wanted[]
  /** The words above the column that holds the person's own share, where there are columns. */
  column?: { name: FigureName; own: readonly string[]; other: readonly string[] }
}

const PAID = ['CARUMAN', 'CONTRIBUTION', 'CONTRIBUTIONS', 'PREMIUM', 'PREMIUMS'] as const
const SUM = ['JUMLAH', 'TOTAL', 'AMAUN', 'AMOUNT'] as const
const EMPLOYER = ['MAJIKAN', 'EMPLOYER', "EMPLOYER'S"] as const
const EMPLOYEE = ['PEKERJA', 'EMPLOYEE', 'AHLI', 'MEMBER'] as const

const statements: Record<Exclude<ReadKind, 'ea-form'>, Statement> = {
  epf: {
    on: [['KWSP', 'EPF', 'PROVIDENT', 'SIMPANAN']],
    wanted: [
      { name: 'voluntaryEpf', all: [['SUKARELA', 'VOLUNTARY', 'SENDIRI', 'SELF']] },
      { name: 'epf', all: [PAID, EMPLOYEE], none: EMPLOYER },
    ],
    column: { name: 'epf', own: EMPLOYEE, other: EMPLOYER },
  },
  socso: {
    on: [['PERKESO', 'SOCSO']],
    wanted: [{ name: 'socso', all: [PAID, EMPLOYEE], none: EMPLOYER }],
    column: { name: 'socso', own: EMPLOYEE, other: EMPLOYER },
  },
  insurance: {
    on: [['INSURANS', 'INSURANCE', 'TAKAFUL', 'ASSURANCE', 'PREMIUM', 'PREMIUMS']],
    wanted: [
      {
        name: 'medicalInsurance',
        all: [['PERUBATAN', 'MEDICAL', 'KESIHATAN', 'HEALTH', 'PENDIDIKAN', 'EDUCATION']],
      },
      { name: 'lifeInsurance', all: [['HAYAT', 'LIFE', 'NYAWA', 'KELUARGA', 'FAMILY']] },
    ],
  },
  sspn: {
    on: [['SSPN', 'PTPTN']],
    wanted: [
      {
        name: 'sspnEducation',
        all: [
          ['PENGELUARAN', 'WITHDRAWAL', 'WITHDRAWALS'],
          ['PENDIDIKAN', 'EDUCATION', 'PENGAJIAN'],
        ],
      },
      { name: 'sspnWithdrawals', all: [['PENGELUARAN', 'WITHDRAWAL', 'WITHDRAWALS']] },
      { name: 'sspnDeposits', all: [['DEPOSIT', 'DEPOSITS', 'SIMPANAN', 'SAVINGS'], SUM] },
    ],
  },
  prs: {
    on: [['PRS', 'PERSARAAN', 'RETIREMENT', 'ANUITI', 'ANNUITY']],
    wanted: [{ name: 'prs', all: [PAID, SUM] }],
  },
  zakat: {
    on: [['ZAKAT', 'FITRAH']],
    wanted: [{ name: 'zakat', all: [[...SUM, 'BAYARAN', 'PAYMENT']], none: ['NISAB', 'BAKI', 'BALANCE'] }],
  },
  'housing-loan': {
    on: [['PINJAMAN', 'LOAN', 'PEMBIAYAAN', 'FINANCING', 'FAEDAH', 'INTEREST']],
    wanted: [
      {
        name: 'loanInterest',
        all: [
          ['FAEDAH', 'INTEREST', 'KEUNTUNGAN', 'PROFIT'],
          [...SUM, 'DIBAYAR', 'PAID', 'DIKENAKAN', 'CHARGED'],
        ],
        none: ['KADAR', 'RATE', 'BAKI', 'BALANCE'],
      },
    ],
  },
}

/** Statements have no fixed layout: an amount counts by the words in its line only, and is to be looked at. */
const BY_LABEL = 0.7
const BY_COLUMN = 0.75
/** A sum among single payments is surer than the first payment. */
const isSum = (words: string[]) => hasAny(words, SUM)

/** Reads a statement of this kind; undefined where nothing on it says that it is one. */
export function readOtherStatement(
  kind: Exclude<ReadKind, 'ea-form'>,
  pages: PageText[],
): Omit<StatementReading, 'schema' | 'state'> | undefined {
  const rows = layOut(pages)
  const { on, wanted, column } = statements[kind]
  const all = rows.flatMap(({ text }) => wordsOf(text))
  if (!isLabelled(all, { all: on })) return undefined
  const figures = new Map<FigureName, Figure>()
  for (const row of rows) {
    const amount = amountOf(row)
    if (!amount || amount.sen === 0) continue
    const words = wordsOf(amount.label)
    const is = wanted.find((one) => isLabelled(words, one))
    const known = is && figures.get(is.name)
    if (!is || (known && !(isSum(words) && !isSum(wordsOf(known.lines[0]?.label ?? ''))))) continue
    figures.set(is.name, figureOf(is.name, row, { ...amount, confidence: BY_LABEL }))
  }
  if (column && !figures.has(column.name)) {
    const own = inColumn(rows, column)
    if (own) figures.set(column.name, own)
  }
  return { year: yearOn(rows), employerNumber: null, figures: [...figures.values()], remarks: [], adds: null }
}

function figureOf(
  name: FigureName,
  { page }: Row,
  { sen, cell, label, confidence }: { sen: number; cell: Cell; label: string; confidence: number },
): Figure {
  const sure = Math.min(cell.confidence, confidence)
  const line = { line: null, label: label.trim(), sen, confidence: sure, page, box: cell.box }
  return { name, sen, confidence: sure, lines: [line] }
}

/** The amount below the person's own column in the row of the sums. */
function inColumn(rows: Row[], { name, own, other }: NonNullable<Statement['column']>): Figure | undefined {
  let head: Cell | undefined
  for (const row of rows) {
    const cells = row.cells.map((cell) => ({ cell, words: wordsOf(cell.text) }))
    const above = cells.find(({ words }) => hasAny(words, own) && !hasAny(words, other))
    if (above && cells.some(({ words }) => hasAny(words, other))) head = above.cell
    else if (head && isSum(wordsOf(row.cells[0]?.text ?? ''))) {
      const { left, right } = head
      const below = row.cells.find((cell) => cell.left < right && cell.right > left)
      const amount = below && amountOf({ ...row, cells: [below] })
      if (amount && amount.sen > 0)
        return figureOf(name, row, { ...amount, label: head.text, confidence: BY_COLUMN })
    }
  }
  return undefined
}
