import type { IncomeKind } from '../../law/taxpayer.ts'

interface Names {
  en: string
  ms: string
}

/** The kinds of income in the order of the forms. Form BE has no business income. */
export const incomeNames: Record<IncomeKind, Names> = {
  business: { en: 'Business income', ms: 'Pendapatan perniagaan' },
  employment: { en: 'Employment income', ms: 'Pendapatan penggajian' },
  dividend: { en: 'Dividends above the exempt amount', ms: 'Dividen melebihi amaun yang dikecualikan' },
  rent: { en: 'Rent', ms: 'Sewa' },
  other: {
    en: 'Interest, royalties, pension and other income',
    ms: 'Faedah, royalti, pencen dan pendapatan lain',
  },
  'llp-profit': {
    en: 'LLP profit above the exempt amount',
    ms: 'Keuntungan PLT melebihi amaun yang dikecualikan',
  },
}

/** The lines of the return that are no income, gift, rebate or relief. */
export const otherNames = {
  'income-of-spouse': {
    en: 'Total income transferred from husband or wife',
    ms: 'Jumlah pendapatan yang dipindahkan daripada suami atau isteri',
  },
  'foreign-tax-credit': {
    en: 'Credit for tax paid abroad (sections 132 and 133)',
    ms: 'Pelepasan cukai seksyen 132 dan 133',
  },
  'tax-paid': {
    en: 'Monthly tax deductions (PCB) and instalments',
    ms: 'Potongan cukai bulanan (PCB) dan ansuran',
  },
} satisfies Record<string, Names>
