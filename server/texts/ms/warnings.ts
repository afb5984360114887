import type { Texts } from '../en/index.ts'

export const warnings: Texts['warnings'] = {
  factsDamaged: (year) =>
    `Sebahagian maklumat pembayar cukai bagi ${year} tidak dapat dibaca dan tidak dikira. Sila isi semula.`,
  statementDamaged: (year) =>
    `Sebahagian rekod satu penyata bagi ${year} tidak dapat dibaca. Failnya masih disimpan: padamkan penyata itu dan tambah failnya semula.`,
  receiptDamaged:
    'Sebahagian rekod satu resit tidak dapat dibaca, maka amaun yang dikira mungkin terlalu kecil. Buka resit itu dan baca semula, atau betulkannya.',
  duplicateSuspect:
    'Resit lain kelihatan seperti salinan resit ini. Satu perbelanjaan hanya boleh dituntut sekali.',
  certificateMissing: (relief, documents) =>
    `${relief}: memerlukan ${documents || 'sijil'}, tetapi tiada sijil disimpan bersama resit ini.`,
  ownNameNeeded: (relief) => `${relief}: resit mestilah atas nama anda sendiri. Sila semak.`,
  companyBuyer:
    'E-Invois ini dikeluarkan kepada syarikat, maka ia tidak membuktikan perbelanjaan anda sendiri.',
  personMissing: (relief, people) => `${relief}: nyatakan untuk siapa perbelanjaan ini (${people}).`,
  paidInAnotherYear:
    'Tarikh resit ini jatuh pada tahun yang berlainan daripada tahun bayaran. Ia dikira pada tahun bayaran.',
  onceOnly: (relief, claimedIn, year) =>
    `${relief}: telah dituntut bagi ${claimedIn}, maka tiada amaun dibenarkan bagi ${year}.`,
  notThisYear: (code, year) =>
    `${code}: tiada pelepasan ini bagi tahun taksiran ${year}, maka tiada amaun dibenarkan.`,
  wifeOnly: (relief, isNothingAllowed) =>
    `${relief}: hanya ibu boleh menuntutnya${isNothingAllowed ? ', maka tiada amaun dibenarkan' : ''}.`,
  parentsAbroad: (relief) => `${relief}: hanya untuk ibu bapa yang menetap di Malaysia.`,
  countedTwice: (relief) =>
    `${relief}: resit dan penyata kedua-duanya dituntut. Pastikan kedua-duanya untuk bayaran yang berlainan.`,
  statementMissing: (relief, documents) =>
    `${relief}: tiada penyata disimpan.${documents ? ` Simpan: ${documents}.` : ''}`,
  spouseUnknown:
    'Pendapatan suami atau isteri belum diketahui, maka pelepasan suami atau isteri tidak dibenarkan. Nyatakan jika tiada pendapatan.',
  jointNotPossible:
    'Taksiran bersama memerlukan kedua-dua suami dan isteri mempunyai jumlah pendapatan, maka taksiran berasingan ditunjukkan.',
  claimedByBoth: (relief) => `${relief}: hanya seorang daripada suami isteri boleh menuntutnya.`,
}
