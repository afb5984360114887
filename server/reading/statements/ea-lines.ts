import type { Label } from './label.ts'
import type { FigureName, Remark } from './model.ts'

/** The parts of form EA (C.P.8A) and of its twin EC (C.P.8C). */
export type Part = 'A' | 'B' | 'C' | 'D' | 'E' | 'F'

interface Line extends Label {
  /** Its number in the edition of 2021. Editions number some lines otherwise, so they are found by their words. */
  line: string
  parts: readonly Part[]
  figure?: FigureName
  remark?: Remark['name']
  /** Part of the total below part C. */
  inTotal?: true
}

/** Headings, which have no amount of their own. */
export const headings: readonly (Label & { part: Part })[] = [
  {
    part: 'B',
    all: [
      ['PENDAPATAN', 'INCOME'],
      ['PENGGAJIAN', 'EMPLOYMENT'],
      ['MANFAAT', 'BENEFITS', 'KEDIAMAN', 'ACCOMMODATION'],
    ],
  },
  {
    part: 'C',
    all: [
      ['PENCEN', 'PENSION'],
      ['LAIN', 'OTHERS'],
    ],
    none: ['ANUITI', 'ANNUITIES', 'ANNUITY'],
  },
  {
    part: 'D',
    all: [
      ['JUMLAH', 'TOTAL'],
      ['POTONGAN', 'DEDUCTION', 'DEDUCTIONS'],
    ],
    none: ['TP1', 'CP38', 'BULANAN', 'MONTHLY'],
  },
  {
    part: 'E',
    all: [
      ['CARUMAN', 'CONTRIBUTIONS', 'CONTRIBUTION'],
      ['PEKERJA', 'EMPLOYEE'],
      ['KUMPULAN', 'FUND', 'FUNDS', 'SCHEME'],
    ],
    none: ['AMAUN', 'AMOUNT', 'WAJIB', 'COMPULSORY'],
  },
]

/** In this order: the first that fits is it. */
export const lines: readonly Line[] = [
  {
    line: 'B1(a)',
    parts: ['B'],
    all: [
      ['GAJI', 'SALARY'],
      ['KASAR', 'GROSS'],
    ],
    figure: 'employment',
    inTotal: true,
  },
  {
    line: 'B1(b)',
    parts: ['B'],
    all: [
      ['KOMISEN', 'COMMISSION', 'PENGARAH', 'DIRECTOR'],
      ['BONUS', 'FI', 'FEES'],
    ],
    figure: 'employment',
    inTotal: true,
  },
  {
    line: 'B1(c)',
    parts: ['B'],
    all: [
      ['TIP', 'TIPS', 'SAGUHATI', 'SAGU', 'AWARDS'],
      ['PERKUISIT', 'PERQUISITES', 'ELAUN', 'ALLOWANCES'],
    ],
    figure: 'employment',
    inTotal: true,
  },
  {
    line: 'B1(d)',
    parts: ['B'],
    all: [
      ['CUKAI', 'TAX'],
      ['MAJIKAN', 'EMPLOYER'],
    ],
    figure: 'employment',
    inTotal: true,
  },
  { line: 'B1(e)', parts: ['B'], all: [['ESOS', 'OPSYEN', 'OPTION']], figure: 'employment', inTotal: true },
  { line: 'B1(f)', parts: ['B'], all: [['GANJARAN', 'GRATUITY']], remark: 'gratuity', inTotal: true },
  { line: 'B2', parts: ['B'], all: [['TUNGGAKAN', 'ARREARS']], figure: 'employment', inTotal: true },
  {
    line: 'B3',
    parts: ['B'],
    all: [
      ['MANFAAT', 'BENEFITS', 'BENEFIT'],
      ['BARANGAN', 'KIND'],
    ],
    figure: 'employment',
    inTotal: true,
  },
  {
    line: 'B4',
    parts: ['B'],
    all: [
      ['KEDIAMAN', 'ACCOMMODATION'],
      ['NILAI', 'VALUE'],
    ],
    figure: 'employment',
    inTotal: true,
  },
  {
    line: 'B5',
    parts: ['B'],
    all: [
      ['BALIK', 'REFUND'],
      ['KUMPULAN', 'FUND', 'PROVIDENT'],
    ],
    figure: 'employment',
    inTotal: true,
  },
  { line: 'B6', parts: ['B'], all: [['PAMPASAN', 'COMPENSATION']], remark: 'compensation', inTotal: true },
  {
    line: 'C2',
    parts: ['B', 'C'],
    all: [['ANUITI', 'ANNUITIES', 'ANNUITY', 'BERKALA', 'PERIODICAL']],
    remark: 'pension',
    inTotal: true,
  },
  {
    line: 'C1',
    parts: ['C'],
    all: [['PENCEN', 'PENSION']],
    none: ['LAIN', 'OTHERS', 'SIMPANAN', 'PROVIDENT'],
    remark: 'pension',
    inTotal: true,
  },
  {
    line: 'D1',
    parts: ['B', 'C', 'D'],
    all: [
      ['PCB', 'MTD', 'BULANAN', 'MONTHLY'],
      ['CUKAI', 'TAX', 'PCB', 'MTD'],
    ],
    none: ['ZAKAT'],
    figure: 'taxPaid',
  },
  { line: 'D2', parts: ['B', 'C', 'D'], all: [['CP38', '38']], remark: 'cp38' },
  { line: 'D5(b)', parts: ['D'], all: [['ZAKAT'], ['SELAIN', 'OTHER']], remark: 'tp1Zakat' },
  { line: 'D3', parts: ['C', 'D'], all: [['ZAKAT']], figure: 'zakat' },
  { line: 'D4', parts: ['D'], all: [['DERMA', 'DONATIONS', 'DONATION', 'SUMBANGAN']], remark: 'donations' },
  {
    line: 'D6',
    parts: ['D'],
    all: [
      ['PELEPASAN', 'RELIEF'],
      ['ANAK', 'CHILD', 'CHILDREN'],
    ],
    remark: 'childReliefs',
  },
  { line: 'D5(a)', parts: ['D'], all: [['PELEPASAN', 'RELIEF']], remark: 'tp1Reliefs' },
  { line: 'E2', parts: ['E'], all: [['PERKESO', 'SOCSO']], figure: 'socso' },
  { line: 'E1', parts: ['E'], all: [['KUMPULAN', 'FUND', 'KWSP', 'EPF']], figure: 'epf' },
  {
    line: 'F',
    parts: ['D', 'E', 'F'],
    all: [
      ['DIKECUALIKAN', 'EXEMPT', 'EXEMPTED'],
      ['ELAUN', 'ALLOWANCES', 'PERKUISIT', 'PERQUISITES'],
    ],
    remark: 'exemptPay',
  },
]

/** The total below part C. */
export const total: Label = {
  all: [['JUMLAH', 'TOTAL']],
  none: [
    'POTONGAN',
    'DEDUCTION',
    'DEDUCTIONS',
    'PELEPASAN',
    'RELIEF',
    'TUNTUTAN',
    'CLAIM',
    'ELAUN',
    'ALLOWANCES',
  ],
}
