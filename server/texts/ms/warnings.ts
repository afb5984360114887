import { groupedRinggit } from '../../ringgit.ts'
import type { Texts } from '../en/index.ts'

const rm = (sen: number) => `RM${groupedRinggit(sen).replace(/\.00$/, '')}`

export const warnings: Texts['warnings'] = {
  factsDamaged: (year) =>
    `Sebahagian maklumat pembayar cukai bagi ${year} tidak dapat dibaca dan tidak dikira. Sila isi semula.`,
  statementDamaged: (year) =>
    `Sebahagian rekod satu penyata bagi ${year} tidak dapat dibaca. Failnya masih disimpan: padamkan penyata itu dan tambah failnya semula.`,
  receiptDamaged:
    'Sebahagian rekod satu resit tidak dapat dibaca, maka amaun yang dikira mungkin terlalu kecil. Buka resit itu dan baca semula, atau betulkannya.',
  duplicateSuspect:
    'Resit lain kelihatan seperti salinan resit ini. Satu perbelanjaan hanya boleh dituntut sekali.',
  withDocuments: (relief, documents) => (documents ? `${relief} (${documents})` : relief),
  certificate: 'sijil',
  certificatesMissing: (reliefs) => `Sijil yang belum disimpan bersama resit: ${reliefs}.`,
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
  setAside: (relief, sen, reason, section) =>
    `${relief}: ${rm(sen)} diketepikan kerana ${reason} (seksyen ${section}).`,
  factsMissing: (reliefs, question) => `${reliefs}: ${question}`,
  notResident: (rate) =>
    `Anda bukan pemastautin cukai: pendapatan anda dicukai pada kadar tetap ${rate} %, tanpa pelepasan dan rebat. Bukan pemastautin mengemukakan Borang M, yang butirannya tidak diketahui di sini.`,
  residenceUnknown:
    'Anda datang ke Malaysia atau meninggalkannya pada tahun itu, atau tinggal di luar negara. Nyatakan sama ada anda pemastautin cukai (seksyen 7): sehingga itu, pelepasan, rebat dan kadar pemastautin ditunjukkan.',
  residenceFewDays: (days, year) =>
    `Mengikut tarikh anda, anda berada di Malaysia selama ${days} hari dalam ${year}, kurang daripada 182. Anda masih pemastautin jika seksyen 7(1)(b), (c) atau (d) dipenuhi, mengikut tahun sebelum dan selepasnya. Ketetapan Umum LHDN 11/2017 memberi contoh, dan pasport anda menunjukkan harinya. Nyatakan sama ada anda pemastautin: sehingga itu, cukai pemastautin ditunjukkan.`,
  residenceContradicted: (days, year) =>
    `Mengikut tarikh anda, anda berada di Malaysia selama ${days} hari dalam ${year}. Dengan 182 hari atau lebih, anda pemastautin cukai (seksyen 7(1)(a)), tetapi anda menyatakan sebaliknya. Semak kedua-duanya.`,
  rateYearMissing: (name, years) =>
    `${name}: kadar ini bagi ${years} tahun taksiran berturut-turut. Nyatakan tahun pertama; surat kelulusan TalentCorp menyatakannya.`,
  rateNotInYear: (name, year, first, last) =>
    `${name}: mengikut jawapan anda, kadar ini bagi ${first} hingga ${last}, maka kadar biasa digunakan bagi ${year}.`,
  rateOtherIncome: (name) =>
    `${name}: pendapatan anda yang lain dicukai mengikut jadual, dan pelepasan dibahagi mengikut kadar pendapatan. Ini dibaca dalam ringkasan kaedah bagi pakar yang kembali sahaja; kaedah yang dinyatakan dalam surat kelulusan anda yang menentukan.`,
  countedTwice: (relief) =>
    `${relief}: resit dan penyata kedua-duanya dituntut. Pastikan kedua-duanya untuk bayaran yang berlainan.`,
  statementsMissing: (amounts) => `Amaun tanpa penyata, dan dokumen yang perlu disimpan: ${amounts}.`,
  spouseUnknown:
    'Pendapatan suami atau isteri belum diketahui, maka pelepasan suami atau isteri tidak dibenarkan. Nyatakan jika tiada pendapatan.',
  jointNotPossible:
    'Taksiran bersama memerlukan kedua-dua suami dan isteri mempunyai jumlah pendapatan, maka taksiran berasingan ditunjukkan.',
  leftBefore: (year) =>
    `Jawapan anda bagi ${year} meninggalkan baki untuk tahun kemudian, dan tahun ini tidak menggunakannya.`,
  lossesLeft: (sen) =>
    `Kerugian perniagaan ${rm(sen)}: ia ditolak daripada pendapatan perniagaan (seksyen 43(2)), kecuali yang lebih sepuluh tahun lalu.`,
  allowancesLeft: (sen) =>
    `Elaun modal ${rm(sen)}: ia ditolak daripada untung perniagaan yang sama (Jadual 3).`,
  jointAfterEnd:
    'Taksiran bersama hanya untuk suami isteri yang tidak berhenti menjadi suami isteri atau tinggal bersama pada tahun itu (seksyen 45(2)), maka taksiran berasingan ditunjukkan.',
  spouseUntil: (year) =>
    `Nyatakan tarikh dalam ${year} apabila anda kematian pasangan atau bercerai: pelepasan suami atau isteri kemudian dibenarkan sepenuhnya jika suami atau isteri anda tiada pendapatan (seksyen 47(1)). Tanpa tarikh dalam ${year}, tiada amaun dibenarkan.`,
  named: (relief, sen) => `${relief} ${rm(sen)}`,
  spousePaymentsLost: (paid) =>
    `Bayaran suami atau isteri anda diketepikan kerana perkahwinan tidak berterusan sehingga akhir tahun: ${paid} (seksyen 50(1)).`,
  spousePaymentsOpen: (paid, savesSen) =>
    `Suami atau isteri anda yang tiada pendapatan membayar: ${paid}. Tiada teks yang kami ketahui menetapkan sama ada anda boleh menuntutnya (seksyen 46(3)), maka ia tidak dikira. Dengan bayaran itu, cukai anda berkurang ${rm(savesSen)}. Tentukan sama ada anda menuntutnya.`,
  unnamedChild: (number) => `Anak ${number}`,
  childTurns18: (child, year) =>
    `${child} mencapai umur 18 tahun dalam ${year} dan sedang belajar: undang-undang tidak menjelaskan sama ada pelepasan pelajar berumur 18 tahun sudah dikira pada tahun itu (seksyen 48(3)(a)).`,
  childMarries: (child, year) =>
    `${child} berkahwin dalam ${year}: undang-undang tidak menjelaskan sama ada pelepasan dikira pada tahun perkahwinan itu (seksyen 48(1)).`,
  reading: (reliefSen, taxSen) => `Pelepasan ${rm(reliefSen)}: cukai ${rm(taxSen)}.`,
  childrenLost: (sen, savesSen) =>
    `Anak dituntut dalam borang suami atau isteri anda yang tiada pendapatan: pelepasan ${rm(sen)} hilang. Dalam borang anda, cukai anda berkurang ${rm(savesSen)}.`,
  lowerCounts: 'Pelepasan yang lebih rendah dikira sehingga anda membuat keputusan.',
  claimedByBoth: (relief) => `${relief}: hanya seorang daripada suami isteri boleh menuntutnya.`,
}
