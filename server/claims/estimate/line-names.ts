import { allReliefs } from '../../law/tree.ts'
import type { TaxYear } from '../../law/year.ts'

interface Names {
  en: string
  ms: string
}

/** The steps of the computation other than reliefs, gifts, charges and rebates, in the words of Form BE where it has them. */
const STEPS: Record<string, Names> = {
  'aggregate-income': { en: 'Aggregate income', ms: 'Pendapatan agregat' },
  'total-income': { en: 'Total income', ms: 'Jumlah pendapatan' },
  'chargeable-income': { en: 'Chargeable income', ms: 'Pendapatan bercukai' },
  'tax-by-bands': { en: 'Income tax by the bands', ms: 'Cukai pendapatan mengikut jadual' },
  'foreign-tax-credit': { en: 'Credit for tax paid abroad', ms: 'Pelepasan cukai seksyen 132 dan 133' },
  payable: { en: 'Tax payable', ms: 'Cukai kena dibayar' },
  'tax-paid': { en: 'Tax already paid', ms: 'Cukai yang telah dibayar' },
  balance: { en: 'Balance to pay, or to be refunded', ms: 'Baki cukai kena dibayar atau lebihan' },
}

/** The names of the lines of a computation, by code. */
export function lineNames(year: TaxYear): (code: string) => Names {
  const named = [...allReliefs(year), ...year.gifts.heads, ...year.flatCharges, ...year.rebates]
  const byCode = new Map(named.map(({ code, en, ms }) => [code, { en, ms }]))
  return (code) => byCode.get(code) ?? STEPS[code] ?? { en: code, ms: code }
}
