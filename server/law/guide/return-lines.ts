import type { Line } from './line.ts'

/** A line of the return that is no relief, gift or rebate, in plain words. */
export interface ReturnLineGuide {
  counts: readonly Line[]
  doesNotCount?: readonly Line[]
  /** Completes "Keep ...". */
  keep?: Line
}

const eaForm: Line = { en: 'the EA form of each employer', ms: 'borang EA setiap majikan' }
const accounts: Line = {
  en: 'the accounts and the papers behind them',
  ms: 'akaun dan dokumen yang menyokongnya',
}
const outsideTax: Line = {
  en: 'Dividends from abroad, of co-operatives, unit trusts and ASNB, EPF, LTAT, pioneer and Labuan companies and closed-end funds',
  ms: 'Dividen dari luar negara, koperasi, amanah saham dan ASNB, KWSP, LTAT, syarikat perintis dan Labuan serta dana tertutup',
}

/** By the code of the line. */
export const returnLines: Readonly<Record<string, ReturnLineGuide>> = {
  'income-employment': {
    counts: [
      {
        en: 'Gross pay of the year with bonus, allowances and benefits, before EPF and tax',
        ms: 'Gaji kasar setahun dengan bonus, elaun dan manfaat, sebelum KWSP dan cukai',
      },
      { en: 'All employers of the year together', ms: 'Semua majikan pada tahun itu dijumlahkan' },
    ],
    doesNotCount: [
      {
        en: 'What the EA form lists as exempt',
        ms: 'Apa yang disenaraikan borang EA sebagai dikecualikan',
      },
    ],
    keep: eaForm,
  },
  'income-business': {
    counts: [
      {
        en: 'What remains of each of your businesses after expenses and capital allowances; 0 for one that made a loss',
        ms: 'Baki setiap perniagaan anda selepas perbelanjaan dan elaun modal; 0 bagi yang rugi',
      },
    ],
    doesNotCount: [
      { en: 'Turnover before expenses', ms: 'Jualan sebelum perbelanjaan' },
      {
        en: 'Capital allowances of one business against the profit of another: HASiL’s working sheets HK-1 deduct them business by business',
        ms: 'Elaun modal satu perniagaan terhadap untung perniagaan lain: helaian kerja HK-1 HASiL menolaknya mengikut perniagaan',
      },
    ],
    keep: accounts,
  },
  'income-partnership': {
    counts: [
      {
        en: 'Your share of a partnership after your capital allowances (form CP30); 0 for a loss',
        ms: 'Bahagian anda dalam perkongsian selepas elaun modal anda (borang CP30); 0 jika rugi',
      },
    ],
    keep: { en: 'form CP30', ms: 'borang CP30' },
  },
  'income-business-foreign': {
    counts: [
      {
        en: 'Business income from abroad received in Malaysia',
        ms: 'Pendapatan perniagaan dari luar negara yang diterima di Malaysia',
      },
    ],
    keep: accounts,
  },
  'business-losses': {
    counts: [
      {
        en: 'Business losses of earlier years that were not used yet, up to the business income of this year',
        ms: 'Kerugian perniagaan tahun terdahulu yang belum digunakan, sehingga pendapatan perniagaan tahun ini',
      },
    ],
    doesNotCount: [
      {
        en: 'Losses of more than ten years ago; those up to 2018 end with 2028 (Public Ruling 1/2022)',
        ms: 'Kerugian lebih sepuluh tahun lalu; yang sehingga 2018 tamat pada 2028 (Ketetapan Umum 1/2022)',
      },
    ],
    keep: { en: 'the returns of those years', ms: 'borang nyata bagi tahun-tahun itu' },
  },
  'income-dividend': {
    counts: [
      {
        en: 'The part above the exempt amount, of each of a couple by itself',
        ms: 'Bahagian yang melebihi amaun dikecualikan, bagi setiap pasangan secara berasingan',
      },
    ],
    doesNotCount: [outsideTax],
    keep: { en: 'the dividend vouchers', ms: 'baucar dividen' },
  },
  'income-llp-profit': {
    counts: [{ en: 'The part above the exempt amount', ms: 'Bahagian yang melebihi amaun dikecualikan' }],
    keep: { en: 'the statement of the partnership', ms: 'penyata perkongsian' },
  },
  'income-rent': {
    counts: [
      {
        en: 'Rent received, less assessment, quit rent, loan interest, insurance and repairs',
        ms: 'Sewa diterima, ditolak cukai taksiran, cukai tanah, faedah pinjaman, insurans dan pembaikan',
      },
    ],
    doesNotCount: [{ en: 'Improvements and furniture', ms: 'Penambahbaikan dan perabot' }],
    keep: { en: 'the tenancy agreement and the bills', ms: 'perjanjian sewa dan bil' },
  },
  'income-other': {
    counts: [
      {
        en: 'Interest, royalties, pensions, annuities and other payments that are not exempt',
        ms: 'Faedah, royalti, pencen, anuiti dan bayaran lain yang tidak dikecualikan',
      },
    ],
    keep: { en: 'the statements', ms: 'penyata' },
  },
  'income-foreign': {
    counts: [
      {
        en: 'Income from abroad that you received in Malaysia and that is not exempt',
        ms: 'Pendapatan dari luar negara yang anda terima di Malaysia dan tidak dikecualikan',
      },
    ],
    keep: { en: 'the proof of what was taxed abroad', ms: 'bukti cukai di luar negara' },
  },
  'income-of-spouse': {
    counts: [
      {
        en: 'The total income of your husband or wife, after their own donations',
        ms: 'Jumlah pendapatan suami atau isteri anda, selepas dermanya sendiri',
      },
    ],
    doesNotCount: [{ en: 'Anything in a separate assessment', ms: 'Apa-apa dalam taksiran berasingan' }],
    keep: eaForm,
  },
  'spouse-dividends': {
    counts: [
      {
        en: 'Their dividends above the exempt amount, which are in the total',
        ms: 'Dividennya yang melebihi amaun dikecualikan, yang termasuk dalam jumlah itu',
      },
    ],
    doesNotCount: [outsideTax],
  },
  'spouse-aggregate-income': {
    counts: [{ en: 'Their income before donations', ms: 'Pendapatannya sebelum derma' }],
  },
  'angel-deduction': {
    counts: [
      {
        en: 'An approved investment in a start-up, as an angel investor or by equity crowdfunding',
        ms: 'Pelaburan yang diluluskan dalam syarikat permulaan, sebagai pelabur pemangkin atau melalui pendanaan ekuiti ramai',
      },
    ],
    keep: { en: 'the approval', ms: 'surat kelulusan' },
  },
  'current-year-losses': {
    counts: [
      {
        en: 'Losses of a business or partnership of this year, up to your income of every kind; the rest is carried forward',
        ms: 'Kerugian perniagaan atau perkongsian tahun ini, sehingga pendapatan anda daripada semua punca; bakinya dibawa ke hadapan',
      },
    ],
    doesNotCount: [
      {
        en: 'Losses from rent or of other investments',
        ms: 'Kerugian sewa atau pelaburan lain',
      },
    ],
    keep: accounts,
  },
  'prospecting-expenditure': {
    counts: [
      {
        en: 'Qualifying expenditure on prospecting for minerals, and the like',
        ms: 'Perbelanjaan layak mencari gali mineral dan seumpamanya',
      },
    ],
    keep: accounts,
  },
  'pioneer-income': {
    counts: [
      { en: 'Taxable income of a pioneer business', ms: 'Pendapatan perniagaan perintis yang bercukai' },
    ],
    keep: accounts,
  },
  'tax-deducted': {
    counts: [
      {
        en: 'Tax that the payer already deducted from interest, royalties and the like (section 110)',
        ms: 'Cukai yang telah dipotong pembayar daripada faedah, royalti dan seumpamanya (seksyen 110)',
      },
    ],
    keep: { en: 'the certificate of the deduction', ms: 'sijil potongan' },
  },
  'foreign-tax-credit': {
    counts: [
      {
        en: 'Tax paid abroad on income that is taxed here too, up to the tax on it here',
        ms: 'Cukai yang dibayar di luar negara atas pendapatan yang turut dicukai di sini, sehingga cukainya di sini',
      },
    ],
    keep: { en: 'the assessment or receipt from abroad', ms: 'taksiran atau resit dari luar negara' },
  },
  'tax-paid': {
    counts: [
      {
        en: 'PCB deducted from your pay (EA form, section D); instalments have a box of their own in the row',
        ms: 'PCB yang dipotong daripada gaji (borang EA, bahagian D); ansuran ada petaknya sendiri dalam baris ini',
      },
    ],
    doesNotCount: [{ en: 'Tax of earlier years (CP38)', ms: 'Cukai tahun terdahulu (CP38)' }],
    keep: { en: 'the EA form', ms: 'borang EA' },
  },
  'agent-deductions': {
    counts: [
      {
        en: 'The 2% that companies deducted from commissions and other payments to you as their agent, dealer or distributor',
        ms: '2% yang dipotong syarikat daripada komisen dan bayaran lain kepada anda sebagai ejen, pengedar atau pengagihnya',
      },
    ],
    keep: { en: 'form CP58 and the statements of the companies', ms: 'borang CP58 dan penyata syarikat' },
  },
  instalments: {
    counts: [
      {
        en: 'What you paid of LHDN’s notice CP500 for this year',
        ms: 'Apa yang anda bayar menurut notis CP500 LHDN bagi tahun ini',
      },
    ],
    doesNotCount: [
      {
        en: 'Instalments for another year, and increases for late payment',
        ms: 'Ansuran bagi tahun lain, dan kenaikan kerana lewat bayar',
      },
    ],
    keep: { en: 'the notice and the receipts', ms: 'notis dan resit' },
  },
}
