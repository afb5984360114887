import { allReliefs } from '../../law/tree.ts'
import type { TaxYear } from '../../law/year.ts'

interface Names {
  en: string
  bm: string
}

/** The steps of the computation that are no relief, gift, charge or rebate; the words of Form BE where it has them. */
const STEPS: Record<string, Names> = {
  'aggregate-income': { en: 'Aggregate income', bm: 'Pendapatan agregat' },
  'total-income': { en: 'Total income', bm: 'Jumlah pendapatan' },
  'chargeable-income': { en: 'Chargeable income', bm: 'Pendapatan bercukai' },
  'tax-by-bands': { en: 'Income tax by the bands', bm: 'Cukai pendapatan mengikut jadual' },
  'foreign-tax-credit': { en: 'Credit for tax paid abroad', bm: 'Pelepasan cukai seksyen 132 dan 133' },
  payable: { en: 'Tax payable', bm: 'Cukai kena dibayar' },
  'tax-paid': { en: 'Tax already paid', bm: 'Cukai yang telah dibayar' },
  balance: { en: 'Balance to pay, or to be refunded', bm: 'Baki cukai kena dibayar atau lebihan' },
}

/** What each line of a computation is called. */
export function lineNames(year: TaxYear): (code: string) => Names {
  const named = [...allReliefs(year), ...year.gifts.heads, ...year.flatCharges, ...year.rebates]
  const known = new Map(named.map(({ code, en, bm }) => [code, { en, bm }]))
  return (code) => known.get(code) ?? STEPS[code] ?? { en: code, bm: code }
}
