import type { IncomeKind } from '../../law/taxpayer.ts'

interface Names {
  en: string
  ms: string
}

export const incomeNames: Record<IncomeKind, Names> = {
  business: { en: 'Business income', ms: 'Pendapatan perniagaan' },
  partnership: { en: 'Income from partnerships', ms: 'Pendapatan perkongsian' },
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

const TAX_DEDUCTED: Names = {
  en: 'Tax deducted at source (section 110)',
  ms: 'Cukai yang dipotong di punca (seksyen 110)',
}

/** Lines of the forms about which the facts say nothing. */
export const notKeptNames = {
  'income-business-foreign': {
    en: 'Business income from abroad',
    ms: 'Pendapatan perniagaan dari luar negara',
  },
  'income-foreign': {
    en: 'Income from abroad received in Malaysia',
    ms: 'Pendapatan dari luar negara yang diterima di Malaysia',
  },
  'angel-deduction': {
    en: 'Deduction for angel investors and equity crowdfunding',
    ms: 'Potongan pelabur pemangkin dan pendanaan ekuiti ramai',
  },
  'prospecting-expenditure': {
    en: 'Prospecting and other qualifying expenditure',
    ms: 'Perbelanjaan mencari gali dan perbelanjaan layak lain',
  },
  'pioneer-income': {
    en: 'Taxable income from pioneer business',
    ms: 'Pendapatan perniagaan perintis yang bercukai',
  },
  'tax-deducted': TAX_DEDUCTED,
} satisfies Record<string, Names>

/** The lines of the return that are no income, gift, rebate or relief. */
export const otherNames = {
  'business-losses': {
    en: 'Business losses brought forward',
    ms: 'Kerugian perniagaan dibawa dari tahun terdahulu',
  },
  'current-year-losses': { en: 'Business losses of the year', ms: 'Kerugian perniagaan tahun semasa' },
  'income-of-spouse': {
    en: 'Total income transferred from husband or wife',
    ms: 'Jumlah pendapatan yang dipindahkan daripada suami atau isteri',
  },
  'spouse-dividends': {
    en: 'Dividends above the exempt amount in it',
    ms: 'Dividen melebihi amaun yang dikecualikan di dalamnya',
  },
  'spouse-aggregate-income': { en: 'Aggregate income behind it', ms: 'Pendapatan agregat di sebaliknya' },
  'foreign-tax-credit': {
    en: 'Credit for tax paid abroad (sections 132 and 133)',
    ms: 'Pelepasan cukai seksyen 132 dan 133',
  },
  'tax-deducted': TAX_DEDUCTED,
  'tax-paid': { en: 'Monthly tax deductions (PCB)', ms: 'Potongan cukai bulanan (PCB)' },
  'agent-deductions': {
    en: 'Deductions as an agent, dealer or distributor (section 107D)',
    ms: 'Potongan ejen, pengedar atau pengagih (seksyen 107D)',
  },
  instalments: { en: 'Instalments you paid (CP500)', ms: 'Ansuran yang anda bayar (CP500)' },
} satisfies Record<string, Names>

/** The lines that the form works out itself. */
export const computedNames = {
  'aggregate-business': { en: 'Business income together', ms: 'Jumlah pendapatan perniagaan' },
  'business-total': {
    en: 'Business income after losses',
    ms: 'Pendapatan perniagaan selepas kerugian',
  },
  'aggregate-income': { en: 'Aggregate income', ms: 'Pendapatan agregat' },
  'after-angel': {
    en: 'Aggregate income after the deduction for investors',
    ms: 'Pendapatan agregat selepas potongan pelabur',
  },
  'after-losses': {
    en: 'Income after business losses of the year',
    ms: 'Pendapatan selepas kerugian perniagaan tahun semasa',
  },
  'after-gifts': { en: 'Income after approved donations', ms: 'Pendapatan selepas derma yang diluluskan' },
  'gifts-deducted': { en: 'Less approved donations', ms: 'Tolak derma yang diluluskan' },
  'total-income': { en: 'Total income', ms: 'Jumlah pendapatan' },
  'total-income-together': {
    en: 'Total income with that of husband or wife',
    ms: 'Jumlah pendapatan bersama suami atau isteri',
  },
  'reliefs-deducted': { en: 'Less reliefs', ms: 'Tolak pelepasan' },
  'chargeable-income': { en: 'Chargeable income', ms: 'Pendapatan bercukai' },
  'tax-by-bands': { en: 'Tax by the bands', ms: 'Cukai mengikut jadual' },
  'tax-total': { en: 'Total income tax', ms: 'Jumlah cukai pendapatan' },
  'rebate-total': { en: 'Less rebates', ms: 'Tolak rebat' },
  'tax-charged': { en: 'Tax charged', ms: 'Jumlah cukai yang dikenakan' },
  'tax-repayable': { en: 'Tax repayable', ms: 'Cukai dibayar balik' },
  'tax-payable': { en: 'Tax payable', ms: 'Cukai kena dibayar' },
  'gift-pool': {
    en: 'Donations that share a limit',
    ms: 'Derma yang berkongsi had',
  },
  'gift-total': { en: 'Approved donations together', ms: 'Jumlah derma yang diluluskan' },
  'relief-total': { en: 'Reliefs together', ms: 'Jumlah pelepasan' },
} satisfies Record<string, Names>

/** What is left to pay, or comes back. */
export const balanceNames = (balanceSen: number): Names =>
  balanceSen < 0
    ? { en: 'Refund: tax paid in excess', ms: 'Bayaran balik: cukai terlebih bayar' }
    : { en: 'Balance of tax to pay', ms: 'Baki cukai kena dibayar' }

const grouped = (sen: number) => {
  const [whole = '', cents] = (sen / 100).toFixed(2).split('.')
  const ringgit = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return cents === '00' ? ringgit : `${ringgit}.${cents}`
}
const inRinggit = (sen: number): Names => ({ en: `RM\u00a0${grouped(sen)}`, ms: `RM${grouped(sen)}` })

export function bandNames(onSen: number, ratePercent: number | null): Names {
  const { en, ms } = inRinggit(onSen)
  return ratePercent === null
    ? { en: `Tax on the first ${en}`, ms: `Cukai atas ${ms} pertama` }
    : {
        en: `Tax on the next ${en} at ${ratePercent}%`,
        ms: `Cukai atas ${ms} seterusnya pada ${ratePercent}%`,
      }
}

/** The part of chargeable income at a flat rate. */
export const chargedNames = (ratePercent: number): Names => ({
  en: `Part of it taxed at ${ratePercent}%`,
  ms: `Bahagian yang dicukai pada ${ratePercent}%`,
})
