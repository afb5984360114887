import type { Beneficiary } from '../suggestion.ts'

/** Words of a page that are not about a trade: the beneficiary, the kind of document, lines that are not goods. */
export const documentWords = {
  /** LHDN's approval of a charity, as receipts print it. */
  approval: `44 6, 44 11d, seksyen 44, section 44, subseksyen 44, subsection 44, tax exempt, tax exempted, tax exemption,
    tax deductible, tax deduction, pengecualian cukai, dikecualikan cukai, pelepasan cukai, potongan cukai, lhdn 01 35,
    no kelulusan lhdn, no rujukan lhdn, kelulusan lhdn`,

  notReceipts: [
    { words: 'quotation, sebut harga, sebutharga', reads: { en: 'a quotation', ms: 'sebut harga' } },
    {
      words: 'proforma invoice, pro forma invoice, invois proforma',
      reads: { en: 'a proforma invoice', ms: 'invois proforma' },
    },
  ],

  /** Whose treatment, fee or membership it was. Only the words of a form, so that a family name on a page decides nothing. */
  persons: [
    {
      person: 'parent',
      words: `relationship father, relationship mother, relationship parent, relation father, relation mother, relation parent,
        hubungan bapa, hubungan ibu, hubungan ibu bapa, hubungan ayah, hubungan emak, for parent, untuk ibu bapa`,
    },
    {
      person: 'grandparent',
      words: 'relationship grandfather, relationship grandmother, hubungan datuk, hubungan nenek',
    },
    {
      person: 'spouse',
      words: `relationship spouse, relationship wife, relationship husband, relation spouse, relation wife, relation husband,
        hubungan isteri, hubungan suami, hubungan pasangan`,
    },
    {
      person: 'child',
      words: `relationship child, relationship son, relationship daughter, relation child, relation son, relation daughter,
        hubungan anak, klinik kanak kanak, paediatric clinic`,
    },
    { person: 'self', words: 'relationship self, relation self, hubungan diri sendiri, hubungan sendiri' },
  ] satisfies { person: Beneficiary; words: string }[],

  /** The same on a single line of goods. */
  lineWords: [
    {
      person: 'child',
      words:
        'child, children, kid, kids, kanak kanak, anak, junior, paediatric, pediatric, pediatrik, baby, bayi',
    },
    { person: 'parent', words: 'ibu bapa, bapa, ayah, father, mother, parent, parents' },
    { person: 'spouse', words: 'isteri, suami, wife, husband, spouse' },
  ] satisfies { person: Beneficiary; words: string }[],

  /** Lines that are not goods; all lines share them. */
  adjustments: `discount, disc, diskaun, rounding, rounding adjustment, pelarasan penggenapan, penggenapan, round adj,
    service charge, service tax, svc charge, caj perkhidmatan, cukai perkhidmatan, cukai jualan, sst, gst, sales tax, tax amount,
    delivery, delivery fee, delivery charge, shipping, shipping fee, postage, penghantaran, caj penghantaran, handling fee,
    processing fee, caj pemprosesan`,

  /** The same, but only with a negative amount: a purchased voucher is goods. */
  reductions:
    'rebate, rebat, voucher, baucar, promo, promotion, promosi, savings, potongan, coins, points, mata ganjaran',

  /** What follows is an addition: a laptop with a mouse is a laptop. */
  accompanied: ['with', 'free', 'foc', 'percuma', 'dengan', 'bersama', 'incl', 'termasuk', 'cw'],

  /** After one of these words a name is that of a place. */
  places: `jalan, jln, taman, tmn, lorong, lrg, persiaran, lebuh, stesen, near, dekat, opposite, berhadapan, belakang, bandar,
    kampung, kg, bukit, wisma, menara, plaza`,

  /** MyInvois classes that say nothing about what was bought: others, e-commerce, disbursement, reimbursement, consignment. */
  silentCodes: ['006', '008', '011', '012', '022', '027'],
} as const

/** The entries of a comma-separated list. */
export const listed = (words: string) =>
  words
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '')
