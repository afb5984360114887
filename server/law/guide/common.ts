import type { Line } from './line.ts'

// Lines that several guides share.

export const forYou: Line = { en: 'you', ms: 'anda sendiri' }
export const forFamily: Line = {
  en: 'you, your husband or wife, and your children',
  ms: 'anda, suami atau isteri, dan anak',
}
export const forCouple: Line = { en: 'you and your husband or wife', ms: 'anda dan suami atau isteri' }
export const forChildren: Line = { en: 'your children', ms: 'anak anda' }
export const forParents: readonly Line[] = [
  { en: 'your parents, also adoptive ones', ms: 'ibu bapa anda, juga ibu bapa angkat', until: 2024 },
  {
    en: 'your parents and grandparents, also adoptive ones',
    ms: 'ibu bapa serta datuk dan nenek anda, juga yang angkat',
    from: 2025,
  },
]

export const keepReceipt: Line = { en: 'the receipt', ms: 'resit' }
export const keepStatement: Line = { en: 'the annual statement', ms: 'penyata tahunan' }
export const keepJkm: Line = {
  en: 'the OKU card or the certificate of JKM',
  ms: 'kad OKU atau sijil JKM',
}
export const keepDoctor: Line = {
  en: 'the receipt and the certificate of a registered doctor',
  ms: 'resit dan sijil pengamal perubatan berdaftar',
}
export const keepDentist: Line = {
  en: 'the receipt and the certificate of a registered dentist',
  ms: 'resit dan sijil pengamal pergigian berdaftar',
}

export const ownBusiness: Line = {
  en: 'Anything bought for a business',
  ms: 'Apa-apa yang dibeli untuk perniagaan',
}
