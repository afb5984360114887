import type { Texts } from '../en/index.ts'

export const refusals: Texts['refusals'] = {
  signInFirst: 'Log masuk dahulu.',
  sendToken: 'Hantar token akses, atau log masuk di /auth/login.',
  metricsToken: 'Hantar METRICS_TOKEN sebagai token bearer.',
  nothingHere: 'Tiada apa-apa di alamat ini.',
  otherMethod: (methods) => `Alamat ini menerima ${methods}.`,
  noSuchRange: 'Fail ini lebih pendek daripada itu.',
  noPcbRules: (year) => `Kaedah potongan cukai bulanan bagi ${year} tidak dibaca.`,
  seeErrors: 'Lihat ralat bagi setiap nilai.',
  notWellFormed: 'Bentuk permintaan ini tidak betul.',
  tooManyRequests: 'Terlalu banyak permintaan. Cuba lagi nanti.',
  tooManyWithoutToken: 'Terlalu banyak permintaan tanpa token yang sah dari alamat ini.',
  notUnicode: 'Teks permintaan ini bukan Unicode (UTF-8) yang sah.',
  bodyTooLarge: 'Kandungan permintaan ini terlalu besar.',
  otherContentType: 'Hantar Content-Type yang lain ke alamat ini.',
  unknownHost:
    'Pelayan ini tidak menjawab di bawah nama ini. Buka alamat yang dipaparkannya semasa dimulakan. Jika nama ini ' +
    'memang namanya, tetapkan PUBLIC_URL di tempat pelayan itu dijalankan.',
  publicUrlElsewhere: (publicUrl, used) =>
    `Log masuk akan membawa anda ke ${publicUrl}, yang hanya dapat dibuka pada mesin pelayan itu sendiri. Pada mesin ` +
    `itu, tetapkan PUBLIC_URL=${used} dan mulakan pelayan semula.`,
  fromThisSite: 'Hantar dari halaman laman ini, atau dengan token bearer.',
  otherPerson: 'Orang yang dimaksudkan oleh permintaan ini tidak log masuk.',
  sendIfMatch: 'Hantar If-Match dengan ETag versi yang menjadi asas perubahan ini.',
  idempotencyKeyForm: 'Idempotency-Key terdiri daripada 1 hingga 200 aksara ASCII yang boleh dicetak.',
  idempotencyKeyReused: 'Idempotency-Key ini telah digunakan untuk fail lain.',
  tryAgainSoon: 'Cuba lagi sebentar.',
  foreignCursor: 'Kursor ini bukan daripada senarai ini.',
  tooManyWindows: 'Terlalu banyak tetingkap mengikuti perubahan anda. Tanya dari semasa ke semasa.',

  storageFull: 'Tiada apa-apa disimpan. Kosongkan sedikit ruang, kemudian cuba lagi.',
  recordInvalid: 'Tiada apa-apa disimpan: rekod itu tidak akan dapat dibaca semula.',
  recordDamaged: 'Sebahagian rekod ini tidak dapat dibaca. Fail-failnya masih disimpan.',
  storageUnavailable: 'Tiada apa-apa diubah. Cuba lagi sebentar.',
  storageIncomplete:
    'Ada sesuatu yang diperlukan oleh storan tetapi tiada. `npm run doctor` menyenaraikannya; `npm run doctor -- --repair` menyediakannya.',
  storageNewer: 'Tiada apa-apa diubah. Pelayan ini mesti diganti dengan versi yang lebih baharu.',

  sendMultipart: 'Hantar multipart/form-data dengan gambar dalam bahagian bernama "file".',
  sendPartNamedFile: (found) =>
    `Hantar gambar dalam bahagian multipart bernama "file".${found === null ? '' : ` Bahagian yang dihantar bernama "${found}".`}`,
  multipartNotWellFormed: 'Bentuk kandungan multipart ini tidak betul.',
  oneFile: 'Hantar satu fail bagi setiap permintaan. Tiada apa-apa disimpan.',
  uploadBrokeOff: 'Muat naik terputus sebelum fail disimpan.',
  uploadTooSlow: 'Muat naik mengambil masa terlalu lama. Hantar fail itu semula.',
  notInspected: 'Fail ini tidak dapat diperiksa. Tiada apa-apa disimpan; cuba lagi.',
  fileTooLarge: (megabytes) => `Satu fail boleh bersaiz paling besar ${megabytes} MB.`,
  tooManyFiles: (most) => `Satu resit boleh mempunyai paling banyak ${most} fail.`,
  noPictureOfInvoice: 'E-Invois tiada gambar.',
  noSuchFile: 'Resit ini tiada fail seperti itu.',
  noLockedFile: 'Tiada fail resit ini yang menunggu kata laluan.',
  fileLocked:
    'Fail ini memerlukan kata laluannya sebelum dapat ditunjukkan. Muat turun fail ini, atau berikan kata laluannya semula.',
  tooManyPasswords: 'Terlalu banyak kata laluan salah. Cuba semula kemudian.',
  noSuchPage: 'Fail ini tiada halaman seperti itu.',
  notAPicture: 'Fail ini tidak dapat ditunjukkan sebagai gambar.',

  noSuchReceipt: 'Tiada resit seperti itu.',
  receiptGone: 'Resit ini sudah tiada.',
  notAllReceipts: 'Tidak semua resit ini wujud.',
  inTrash: 'Resit ini dalam tong sampah. Pulihkannya dahulu.',
  notInTrash: 'Resit ini tiada dalam tong sampah.',
  stillBeingRead: 'Resit ini masih dibaca.',
  onlyConsolidated:
    'Ini e-Invois disatukan: ia tidak menunjukkan apa yang anda beli. Tambah resit kedai, atau e-Invois atas nama anda.',
  paperNeeded: 'Ini dimasukkan tanpa bil atau resit. Lampirkan gambar atau PDF, kemudian sahkan.',
  noSuchSeries: 'Tiada bayaran berulang sedemikian pada tahun ini.',
  notConfirmed: 'Resit ini belum disahkan.',
  oneReceipt: 'Tiada gambar resit ini yang menunjukkan beberapa resit.',
  notSplit: 'Keseluruhan gambarnya ialah resit ini.',
  nothingToRead: 'Resit ini tiada halaman untuk dibaca.',
  trashedOrTooSlow: 'Resit ini telah dipindahkan ke tong sampah, atau fail itu terlalu lambat sampai.',
  hasInvoice: 'Resit ini sudah mempunyai e-Invois. Muat naik yang ini sebagai resit baharu.',
  noRefund: 'Resit ini tidak memulangkan wang.',
  notAPurchase: 'Wang hanya boleh dipulangkan bagi satu pembelian.',
  duplicateOfItself: 'Satu resit tidak boleh menjadi salinan dirinya sendiri.',
  amountUnknown: 'Amaun dalam ringgit mesti diketahui sebelum resit ini boleh dikira.',
  allocationsBeyond: (allocated, paid) =>
    `Jumlah pengagihan ialah ${allocated} sen daripada ${paid} sen yang dibayar. Ubah pengagihan, atau amaunnya.`,
  confirmedNeeds: (fields) => `Resit yang disahkan memerlukan ${fields}.`,
  currencyUnconfirmed:
    'Tiada apa pada resit ini yang mengesahkan amaunnya dalam ringgit. Nyatakan mata wangnya.',
  needsDate: 'Resit ini memerlukan tarikh, yang menentukan tahun taksiran.',
  notClaimable: 'Resit ini tidak boleh dituntut untuk ini.',
  receiptMustBeKept: (until) =>
    `Mengikut undang-undang, resit ini mesti disimpan hingga ${until}. Tong sampah menyimpannya hingga tarikh itu, dan ia boleh dipulihkan. ` +
    `Untuk memindahkannya ke tong sampah, ulangi permintaan dengan acknowledgedUntil=${until}.`,
  hasExamples: 'Anda sudah mempunyai resit contoh.',
  examplesBeingAdded: 'Resit contoh sedang ditambah. Cuba lagi sebentar.',

  yearUnknown: (year) => `Tiada data undang-undang bagi tahun taksiran ${year}.`,
  noSuchRelief: (year, code) => `Tiada pelepasan, derma atau rebat dengan kod ${code} bagi ${year}.`,
  noSuchStatement: 'Tiada penyata seperti itu.',
  statementNotRead: 'Penyata tidak dapat dibaca sekarang. Cuba lagi sebentar lagi, atau taip amaunnya.',
  tooManyStatements: (most) => `Satu tahun boleh mempunyai paling banyak ${most} penyata.`,
  statementMustBeKept: (until) =>
    `Mengikut undang-undang, penyata ini mesti disimpan hingga ${until}, dan ia tidak boleh dipulihkan. ` +
    `Untuk memadamkannya juga, ulangi permintaan dengan acknowledgedUntil=${until}.`,

  exportRunning: 'Eksport anda yang terakhir masih dihantar. Tunggu sehingga selesai, atau batalkannya.',
  tooManyExports: 'Terlalu banyak eksport sedang dihantar buat masa ini.',
  beingErased: 'Data anda sedang dipadamkan. Anda boleh bermula semula dalam beberapa minit.',
  erasesEverything: (retainUntil) =>
    'Semua data anda akan dipadamkan untuk selama-lamanya. Eksportnya dahulu dari /me/export. ' +
    (retainUntil === null
      ? ''
      : `Mengikut undang-undang, sebahagian resit ini mesti disimpan hingga ${retainUntil}; selepas ini, itu tanggungjawab anda. `) +
    'Untuk memadamkannya, ulangi permintaan dalam masa sepuluh minit dengan pengepala Confirmation.',
  linkUsed: 'Pautan ini telah digunakan atau tamat tempoh.',
  tooManySigningIn: 'Terlalu ramai orang sedang log masuk. Cuba lagi sebentar.',
  tooManyAttempts: (minutes) => `Terlalu banyak percubaan. Cuba lagi dalam ${minutes} minit.`,
  signOutAddress: 'logout_uri tidak berdaftar.',
}
