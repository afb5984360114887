import type { Texts } from '../en/index.ts'
import type { Violation } from '../en/values.ts'

const counted: Record<string, string> = { string: ' aksara', array: ' perkara', set: ' perkara' }

function violation({ code, minimum, maximum, origin = '', values = [], keys = [] }: Violation): string {
  switch (code) {
    case 'too_small':
      return `mestilah sekurang-kurangnya ${minimum}${counted[origin] ?? ''}`
    case 'too_big':
      return `mestilah paling banyak ${maximum}${counted[origin] ?? ''}`
    case 'invalid_value':
      return `mestilah salah satu daripada ${values.map(String).join(', ')}`
    case 'unrecognized_keys':
      return `tidak dikenali: ${keys.join(', ')}`
    case 'invalid_type':
      return 'tiada, atau bukan jenis yang betul'
    case 'invalid_format':
      return 'bukan dalam bentuk yang betul'
    default:
      return 'tidak sah'
  }
}

export const values: Texts['values'] = {
  violation,
  notValid: 'tidak sah',
  day: 'mestilah tarikh dalam bentuk YYYY-MM-DD',
  notADay: 'bukan tarikh dalam kalendar',
  dayOutOfRange: 'mestilah antara 1900 dengan 2199',
  instant: 'bukan masa yang sah',
  controlCharacters: 'tidak boleh mengandungi aksara kawalan',
  currency: 'mestilah kod mata wang tiga huruf seperti MYR',
  hash: 'mestilah SHA-256 dalam perenambelasan',
  month: 'mestilah bulan dalam bentuk YYYY-MM',
  needed: 'diperlukan',
  neededOrPaidOn: 'diperlukan, atau paidOn',
  requiredOrPaidOn: 'diperlukan, atau paidOn',
  neededInRinggit: (currency) => `diperlukan: amaun dalam ringgit bagi bayaran dalam ${currency}`,
  otherPurchase: 'mestilah resit lain, dengan amaun melebihi sifar',
  withinAmount: 'mestilah dalam lingkungan amaun resit',
  onlyForNotes:
    'hanya untuk nota bayaran balik atau nota kredit yang menarik balik tuntutan tahun lain; gunakan `plan` untuk pelan',
  yearWithoutData: (year) => `tiada data bagi tahun taksiran ${year}`,
  notClaimable: (code, year) =>
    `${code} tidak boleh dituntut dengan resit bagi tahun taksiran ${year}; lihat GET /tax-years/${year}/reliefs`,
  oneOf: (values) => `mestilah salah satu daripada ${values}`,
  onlyApportioned: 'hanya untuk pelepasan yang dibahagi mengikut tahun',
  planTooEarly: 'bermula pada tahun sebelum bayaran',
  claimedWithReceipts: 'dituntut dengan resit, bukan di sini',
  filedBeforeYear: 'tidak boleh sebelum tahun itu',
  inYear: (year) => `mestilah satu hari dalam ${year}`,
  pcbUnknownMonth: 'sehingga Mei 2023 potongan mengikut kadar 2022, dan jadualnya tidak dibaca',
  leftBeforeArrival: 'tidak boleh sebelum ketibaan',
  beforeBirth: 'tidak boleh sebelum kelahiran',
  belongsIn: (member) => `patut berada dalam ${member}`,
  unknownIn: (year) => `tidak dikenali bagi ${year}; lihat GET /tax-years/${year}/reliefs`,
  codeUnknownIn: (year) => `tidak dikenali bagi ${year}`,
  beforeThisYear: 'mestilah sebelum tahun ini',
  notARelief: 'bukan kod pelepasan',
  lessThanInterest: 'tidak boleh kurang daripada interestSen',
  onlyMarried: 'hanya untuk pembayar cukai yang berkahwin pada tahun itu',
  needsSpouse: 'memerlukan suami atau isteri',
  noSpouse: 'tidak boleh dituntut oleh suami atau isteri, kerana tiada suami atau isteri',
  cannotBeClaimedIn: (year) => `tidak boleh dituntut bagi ${year}`,
  monthNotDue: (month: string) => `${month} bukan bulan yang dibayar atau perlu dibayar`,
  noLineOfReturn: (year) => `bukan butiran borang nyata bagi ${year}`,
}
