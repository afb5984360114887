import type { Texts } from '../en/index.ts'

export const suggestions: Texts['suggestions'] = {
  quoted: (name) => (name === '' ? 'tanpa nama' : `'${name}'`),

  line: (name, says) => `baris ${name} ${says}`,
  likewise: (lines) => `begitu juga ${lines} baris lagi`,
  followsShop: 'mengikut jenis kedai',
  namesNothing: 'tidak menyebut apa-apa yang ada pelepasan',
  linesFollowShop: (lines) => `${lines} baris mengikut jenis kedai`,
  linesNameNothing: (lines) => `${lines} baris tidak menyebut apa-apa yang ada pelepasan`,
  receiptNamesNothing: 'resit ini tidak menyebut apa-apa yang ada pelepasan',
  tooCheap: 'harganya terlalu rendah untuk apa-apa yang boleh dituntut di kedai ini',

  byHeadOfPage: 'Mengikut bahagian atas halaman',
  noRelief: (reads, year) => `${reads}, tetapi tiada pelepasan untuknya pada ${year}`,
  noApproval: (reads) => `${reads}, tetapi halaman ini tidak menunjukkan kelulusan LHDN (seksyen 44)`,
  noEvidence: (className) => `E-Invois '${className}' bukan bukti tuntutan peribadi`,
  notReceipt: (kind) => `Dokumen ini dibaca sebagai ${kind}, bukan resit`,
  yearUnknown: (reason, year) => `${reason}; tahunnya belum diketahui, maka peraturan ${year} digunakan`,

  noneClaimable: (line) => `tiada baris yang dapat dibaca boleh dituntut, contohnya ${line}`,
  amountUnknown: 'amaunnya dalam ringgit belum diketahui',
  linesUnread: 'baris-barisnya tidak dapat dibaca, maka ini amaun keseluruhan',
  howMuchWasForIt: (line, says) =>
    `Halaman ini menyebut ${line}, yang ${says}. Berapakah daripada amaun ini untuknya?`,
  howMuchRemains: (line, says) => `Baris ${line} ${says}. Berapakah baki amaun ini?`,

  classed: (code, className) => `dikelaskan oleh pembekal sebagai ${code} ${className}`,
  classedOtherYear: (classed, year) => `${classed}, dan tiada pelepasan untuknya pada ${year}`,
  classedNoRelief: (classed) => `${classed}, yang tiada pelepasan`,
  classedBut: (classed, says) => `${classed}, tetapi ${says}`,
  classedAnd: (classed, says) => `${classed} dan ${says}`,
  doesClassApply: (className, note) =>
    `Pembekal mengelaskannya sebagai ${className}. ${note}. Adakah ini benar bagi resit ini?`,
  whichRelief: (className) => `Pembekal mengelaskannya sebagai ${className}. Untuk pelepasan yang mana?`,

  decidedBefore: (day, more) =>
    `Anda membuat keputusan yang sama untuk peniaga ini pada ${day}${more > 0 ? `, dan ${more} kali lagi sebelum itu` : ''}`,
  answeredBefore: (day) => `ialah jenis yang anda putuskan dengan cara yang sama pada ${day}`,
  sameAmount: (day) => `Anda membuat keputusan yang sama untuk peniaga ini pada ${day}, bagi amaun yang sama`,
  sameProportion: (day) =>
    `Anda membuat keputusan yang sama untuk peniaga ini pada ${day}, dan ini kadar pembahagian yang sama`,
  isSplitAlike: (day) => `Adakah resit ini dibahagi seperti resit bertarikh ${day}?`,
  claimedNothing: (day, line, says) =>
    `Anda tidak menuntut apa-apa di peniaga ini pada ${day}, tetapi baris ${line} ${says}. Bolehkah ia dituntut?`,

  invoice: (number) => `invois '${number}'`,
  earlierInvoice: 'invois terdahulu',
  ofYear: (invoice, year) => `${invoice} tahun ${year}`,
  creditNote: (invoice, isAll) =>
    `Nota kredit bagi ${invoice}: ${isAll ? 'seluruh' : 'sebahagian'} tuntutannya ditarik balik`,
  refundNote: (invoice, isAll) =>
    `Nota bayaran balik bagi ${invoice}: ${isAll ? 'seluruh' : 'sebahagian'} tuntutannya ditarik balik`,
  refund: (invoice, isAll) =>
    `Bayaran balik bagi ${invoice}: ${isAll ? 'seluruh' : 'sebahagian'} tuntutannya ditarik balik`,
  moreThanPaid: 'Melebihi bayaran bagi invois yang dirujuk',
  moreThanPaidLessEarlier: 'Melebihi bayaran bagi invois yang dirujuk, selepas ditolak nota-nota terdahulu',
  whichPartRefunded:
    'Bahagian manakah daripada invois ini yang dibayar balik? Amaun di sini dibahagi mengikut kadar.',
  invoiceNotHere: 'Invois asal tiada dalam resit anda. Adakah ia telah dituntut, dan pada tahun bila?',
}
