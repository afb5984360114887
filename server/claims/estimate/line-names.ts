import { allReliefs } from '../../law/tree.ts'
import type { TaxYear } from '../../law/year.ts'

interface Names {
  en: string
  ms: string
}

/** The steps of the computation other than reliefs, gifts, charges and rebates, in the words of Form BE where it has them. */
const STEPS: Record<string, Names> = {
  'business-before': {
    en: 'Business and partnership income before deductions',
    ms: 'Pendapatan perniagaan dan perkongsian sebelum potongan',
  },
  'capital-allowances': { en: 'Capital allowances', ms: 'Elaun modal' },
  'business-losses': {
    en: 'Business losses brought forward',
    ms: 'Kerugian perniagaan dibawa dari tahun terdahulu',
  },
  'aggregate-income': { en: 'Aggregate income', ms: 'Pendapatan agregat' },
  'current-year-losses': { en: 'Business losses of the year', ms: 'Kerugian perniagaan tahun semasa' },
  'total-income': { en: 'Total income', ms: 'Jumlah pendapatan' },
  'chargeable-income': { en: 'Chargeable income', ms: 'Pendapatan bercukai' },
  'tax-by-bands': { en: 'Income tax by the bands', ms: 'Cukai pendapatan mengikut jadual' },
  'foreign-tax-credit': { en: 'Credit for tax paid abroad', ms: 'Pelepasan cukai seksyen 132 dan 133' },
  payable: { en: 'Tax payable', ms: 'Cukai kena dibayar' },
  'tax-deducted': {
    en: 'Tax deducted at source (section 110)',
    ms: 'Cukai yang dipotong di punca (seksyen 110)',
  },
  'tax-paid': { en: 'Monthly tax deductions (PCB)', ms: 'Potongan cukai bulanan (PCB)' },
  'agent-deductions': {
    en: 'Deductions as an agent, dealer or distributor (section 107D)',
    ms: 'Potongan ejen, pengedar atau pengagih (seksyen 107D)',
  },
  instalments: { en: 'Instalments (CP500)', ms: 'Ansuran (CP500)' },
  balance: { en: 'Balance to pay, or to be refunded', ms: 'Baki cukai kena dibayar atau lebihan' },
}

/** The names of the lines of a computation, by code. */
export function lineNames(year: TaxYear): (code: string) => Names {
  const named = [
    ...allReliefs(year),
    ...year.gifts.heads,
    ...year.flatCharges,
    ...year.employmentRates,
    year.nonResident,
    ...year.rebates,
  ]
  const byCode = new Map(named.map(({ code, en, ms }) => [code, { en, ms }]))
  return (code) => byCode.get(code) ?? STEPS[code] ?? { en: code, ms: code }
}
