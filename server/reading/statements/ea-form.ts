import { layOut, type Row } from '../fields/rows.ts'
import type { PageText } from '../page-text.ts'
import { amountOf, type PaperAmount } from './amounts.ts'
import { headings, lines, type Part, total } from './ea-lines.ts'
import { hasAny, isLabelled, wordsOf } from './label.ts'
import type { Figure, FigureName, Remark, StatementLine, StatementReading } from './model.ts'
import { yearOn } from './year.ts'

type Line = (typeof lines)[number]
interface Found {
  line: Line
  at: StatementLine
}

/** Where an amount stands below the words of its line, at most so many rows: Malay and English, and what is filled in. */
const ROWS_BELOW = 3
/** A form on which fewer lines are recognised is none. */
const LEAST_LINES = 5
/** The total of the form proves the lines that it is the sum of. */
const PROVEN = 0.97
/** An amount that stands below its line, or does not add up, is to be looked at. */
const DOUBTED = 0.6
const BELOW = 0.8

/** Reads a form EA by the words of its lines; undefined where it is none. */
export function readEaForm(pages: PageText[]): Omit<StatementReading, 'schema' | 'state'> | undefined {
  const rows = layOut(pages)
  const { found, recognised, totalSen } = walk(rows)
  const isTitled = rows.some(({ text }) => /\bC\.?\s?P\.?\s?8\s?[AC]\b/.test(text) || isTitle(wordsOf(text)))
  if (recognised < LEAST_LINES || (!isTitled && recognised < 2 * LEAST_LINES)) return undefined
  const summed = found.filter(({ line }) => line.inTotal).reduce((sum, { at }) => sum + at.sen, 0)
  const adds = totalSen === undefined ? null : totalSen === summed
  const checked = found.map((one) => ({ ...one, at: withProof(one, adds) }))
  return {
    year: yearOn(rows),
    employerNumber:
      rows.map(({ text }) => /\bE\s?(\d{8,10}(?:-?\d{2})?)\b/.exec(text)?.[1]).find(Boolean) ?? null,
    figures: figuresOf(checked),
    remarks: checked.flatMap(({ line, at }): Remark[] => (line.remark ? [{ name: line.remark, ...at }] : [])),
    adds,
  }
}

const isTitle = (words: string[]) =>
  hasAny(words, ['SARAAN', 'REMUNERATION']) && hasAny(words, ['PENYATA', 'STATEMENT'])

function withProof({ line, at }: Found, adds: boolean | null): StatementLine {
  if (!line.inTotal || adds === null) return at
  return { ...at, confidence: adds ? Math.max(at.confidence, PROVEN) : Math.min(at.confidence, DOUBTED) }
}

/** From top to bottom: the words of a line first, then its amount beside or below them. */
function walk(rows: Row[]) {
  let part: Part = 'A'
  let open: { line: Line; label: string; index: number } | undefined
  let totalSen: number | undefined
  let isTotal = false
  const found: Found[] = []
  const seen = new Set<string>()
  for (const row of rows) {
    const amount = amountOf(row)
    const words = wordsOf(amount ? amount.label : row.text)
    const heading = headings.find((one) => isLabelled(words, one))
    if (heading && !(part === 'F')) {
      part = heading.part
      open = undefined
      isTotal = false
      continue
    }
    const line = lines.find((one) => one.parts.includes(part) && isLabelled(words, one))
    if (line) {
      // A line may be worded in two languages, one below the other, with one amount.
      if (open?.line !== line) open = { line, label: amount?.label ?? row.text, index: row.index }
      seen.add(line.line)
      if (line.line.startsWith('D') && part !== 'D') part = 'D'
      isTotal = false
    } else if ((part === 'B' || part === 'C') && words.length <= 4 && isLabelled(words, total)) {
      isTotal = true
      open = undefined
    }
    if (!amount) continue
    if (isTotal) {
      totalSen ??= amount.sen
      isTotal = false
    } else if (open && row.index - open.index <= ROWS_BELOW) {
      add(open, amount, row)
      open = undefined
    }
  }
  return { found, recognised: seen.size, totalSen }

  function add({ line, label, index }: NonNullable<typeof open>, { sen, cell }: PaperAmount, row: Row) {
    if (sen === 0) return
    const confidence = Math.min(cell.confidence, row.index === index ? 1 : BELOW)
    const at = { line: line.line, label: label.trim(), sen, confidence, page: row.page, box: cell.box }
    // Arrears and other lines may have several amounts; the second of any other line is somebody else's.
    if (line.line === 'B2' || !found.some((one) => one.line === line)) found.push({ line, at })
  }
}

function figuresOf(found: Found[]): Figure[] {
  const byName = new Map<FigureName, StatementLine[]>()
  for (const { line, at } of found) {
    if (line.figure) byName.set(line.figure, [...(byName.get(line.figure) ?? []), at])
  }
  return [...byName].map(([name, parts]) => ({
    name,
    sen: parts.reduce((sum, { sen }) => sum + sen, 0),
    confidence: Math.min(...parts.map(({ confidence }) => confidence)),
    lines: parts,
  }))
}
