import { forYou } from './common.ts'
import type { Guides, Line } from './line.ts'

const inPool: Line = {
  en: 'Approved gifts share a limit of 10% of your income',
  ms: 'Derma yang diluluskan berkongsi had 10% pendapatan',
}
const inKind: Line = { en: 'Goods in place of money', ms: 'Barang sebagai ganti wang' }
const notApproved: Line = { en: 'A body without LHDN’s approval', ms: 'Badan tanpa kelulusan LHDN' }
const keepGift: Line = {
  en: 'the official receipt that names the approval under section 44(6)',
  ms: 'resit rasmi yang menyebut kelulusan di bawah subseksyen 44(6)',
}
const keepOfficial: Line = { en: 'the official receipt', ms: 'resit rasmi' }
const keepValuation: Line = {
  en: 'the letter that confirms the gift and its value',
  ms: 'surat pengesahan derma dan nilainya',
}

export const gifts: Guides = {
  'gift-government': {
    counts: [
      {
        en: 'Money for the Federal or a State Government',
        ms: 'Wang kepada Kerajaan Persekutuan atau Negeri',
      },
      { en: 'Money for a local authority', ms: 'Wang kepada pihak berkuasa tempatan' },
    ],
    doesNotCount: [inKind, { en: 'Taxes, fees and fines', ms: 'Cukai, fi dan denda' }],
    for: [forYou],
    keep: [keepOfficial],
  },
  'gift-approved-institution': {
    counts: [
      {
        en: 'Money for an institution or fund LHDN approved',
        ms: 'Wang kepada institusi atau tabung yang diluluskan LHDN',
      },
      inPool,
    ],
    doesNotCount: [notApproved, inKind],
    for: [forYou],
    keep: [keepGift],
  },
  'gift-sports-activity': {
    counts: [
      {
        en: 'Money for a sports activity the Minister approved',
        ms: 'Wang bagi aktiviti sukan yang diluluskan Menteri',
      },
      inPool,
    ],
    doesNotCount: [{ en: 'An activity without that approval', ms: 'Aktiviti tanpa kelulusan itu' }, inKind],
    for: [forYou],
    keep: [keepOfficial],
  },
  'gift-national-interest': {
    counts: [
      {
        en: 'A project of national interest the Minister approved',
        ms: 'Projek kepentingan negara yang diluluskan Menteri',
      },
      inPool,
    ],
    doesNotCount: [{ en: 'A project without that approval', ms: 'Projek tanpa kelulusan itu' }],
    for: [forYou],
    keep: [keepOfficial],
  },
  'gift-wakaf-endowment': {
    counts: [
      { en: 'Wakaf to a religious authority', ms: 'Wakaf kepada pihak berkuasa agama' },
      { en: 'Endowment to a public university', ms: 'Endowmen kepada universiti awam' },
      inPool,
    ],
    doesNotCount: [
      { en: 'Zakat: it is deducted from the tax', ms: 'Zakat: ditolak daripada cukai' },
      notApproved,
    ],
    for: [forYou],
    keep: [keepOfficial],
  },
  'gift-artefact': {
    counts: [
      {
        en: 'Artefacts, manuscripts or paintings for the Government',
        ms: 'Artifak, manuskrip atau lukisan kepada Kerajaan',
      },
    ],
    doesNotCount: [{ en: 'A gift without an official valuation', ms: 'Pemberian tanpa penilaian rasmi' }],
    for: [forYou],
    keep: [keepValuation],
  },
  'gift-library': {
    counts: [
      {
        en: 'Money for facilities of a public, school or university library',
        ms: 'Wang bagi kemudahan perpustakaan awam, sekolah atau universiti',
      },
    ],
    doesNotCount: [inKind, { en: 'Library fees and fines', ms: 'Yuran dan denda perpustakaan' }],
    for: [forYou],
    keep: [keepOfficial],
  },
  'gift-disabled-facilities': {
    counts: [
      {
        en: 'Facilities for disabled people in public places',
        ms: 'Kemudahan orang kurang upaya di tempat awam',
      },
    ],
    doesNotCount: [{ en: 'Facilities in your own home', ms: 'Kemudahan di rumah sendiri' }],
    for: [forYou],
    keep: [keepValuation],
  },
  'gift-medical-equipment': {
    counts: [
      {
        en: 'Medical equipment, or money for it, for a healthcare facility the Ministry of Health approved',
        ms: 'Peralatan perubatan, atau wang baginya, kepada kemudahan kesihatan yang diluluskan Kementerian Kesihatan',
      },
    ],
    doesNotCount: [{ en: 'A facility without that approval', ms: 'Kemudahan tanpa kelulusan itu' }],
    for: [forYou],
    keep: [keepOfficial],
  },
  'gift-art-gallery': {
    counts: [
      {
        en: 'A painting for the National Art Gallery or a state gallery',
        ms: 'Lukisan kepada Balai Seni Negara atau balai seni negeri',
      },
    ],
    doesNotCount: [{ en: 'A gift to a private gallery', ms: 'Pemberian kepada galeri swasta' }],
    for: [forYou],
    keep: [keepValuation],
  },
  'rebate-self': {
    counts: [{ en: 'A chargeable income of RM 35,000 or less', ms: 'Pendapatan bercukai RM35,000 ke bawah' }],
    doesNotCount: [{ en: 'What is left once the tax is nil', ms: 'Baki setelah cukai menjadi sifar' }],
    for: [forYou],
    keep: [{ en: 'the papers of the year', ms: 'dokumen tahun itu' }],
  },
  'rebate-spouse': {
    counts: [
      { en: 'A chargeable income of RM 35,000 or less', ms: 'Pendapatan bercukai RM35,000 ke bawah' },
      { en: 'The spouse relief was allowed', ms: 'Pelepasan suami atau isteri dibenarkan' },
    ],
    doesNotCount: [{ en: 'What is left once the tax is nil', ms: 'Baki setelah cukai menjadi sifar' }],
    for: [{ en: 'your husband or wife', ms: 'suami atau isteri anda' }],
    keep: [{ en: 'the papers of the year', ms: 'dokumen tahun itu' }],
  },
  'rebate-zakat-fitrah': {
    counts: [
      { en: 'Zakat and fitrah paid in the year', ms: 'Zakat dan fitrah yang dibayar pada tahun itu' },
      { en: 'The whole amount, off the tax itself', ms: 'Amaun penuh, ditolak daripada cukai' },
    ],
    doesNotCount: [
      { en: 'What is left once the tax is nil', ms: 'Baki setelah cukai menjadi sifar' },
      { en: 'Sedekah and other donations', ms: 'Sedekah dan derma lain' },
    ],
    for: [forYou],
    keep: [{ en: 'the receipt of the state religious authority', ms: 'resit pihak berkuasa agama negeri' }],
  },
  'rebate-departure-levy': {
    counts: [
      {
        en: 'The levy for umrah or another pilgrimage by air',
        ms: 'Levi bagi umrah atau ibadah lain dengan penerbangan',
      },
      { en: 'Two trips in a lifetime', ms: 'Dua perjalanan seumur hidup' },
    ],
    doesNotCount: [
      { en: 'The hajj', ms: 'Ibadah haji' },
      { en: 'The levy of somebody else', ms: 'Levi orang lain' },
      { en: 'Holidays and business trips', ms: 'Percutian dan perjalanan kerja' },
    ],
    for: [forYou],
    keep: [
      {
        en: 'the boarding pass, and the visa or the letter of the religious body',
        ms: 'pas masuk pesawat, dan visa atau surat badan agama',
      },
    ],
  },
}
