import type { recurring as en } from '../en/recurring.ts'
import type { Translation } from '../translation.ts'

export const recurring: Translation<typeof en> = {
  homeTitle: 'Ada resit yang tertinggal?',
  title: 'Bayaran berulang',
  rhythm: {
    monthly: 'setiap bulan',
    quarterly: 'setiap tiga bulan',
    'half-yearly': 'setiap setengah tahun',
    yearly: 'setiap tahun',
  },
  usual: '{amount} {rhythm}',
  range: '{from} hingga {to}',
  missing: {
    monthly: '{confirmed} daripada {total} bulan. {months} belum ada.',
    other: '{confirmed} daripada {total} bayaran. {months} belum ada.',
    yearly: 'Dibayar tahun lalu. Belum kelihatan pada {year}; sepatutnya pada {months}.',
  },
  worth: '{name}: pelepasan bertambah {amount}.',
  worthSaves: '{name}: pelepasan bertambah {amount}, cukai kurang kira-kira {saved}.',
  same: 'Sama seperti dahulu: {amount}',
  sameEach: 'Sama seperti dahulu: {count} × {amount}',
  notPaid: 'Tidak dibayar',
  ended: 'Sudah tamat',
  needsPaper: 'Ia hanya dikira selepas bil atau resitnya dilampirkan dan anda mengesahkannya.',
  choose: 'Bulan yang dijawab',
  full: '{months} belum ada, tetapi tidak menambah apa-apa: pelepasan ini sudah penuh.',
  complete: '{count, plural, one {Tiada yang tertinggal.} other {Semua # ada.}}',
  covered: 'Penyata atau amaun yang anda beri bagi tahun ini meliputi selebihnya.',
  waits: '{months} perlu disemak',
  said: 'Tidak dibayar: {months}.',
  endedAfter: 'Tamat selepas {month}.',
  askAgain: 'Tanya semula',
  undo: {
    entered: '{count, plural, other {# bulan menunggu bil atau resitnya.}}',
    notPaid: 'Tidak akan ditanya lagi.',
    ended: 'Tamat. Tidak akan ditanya lagi.',
  },
  paper: {
    title: 'Bil atau resitnya belum ada.',
    text: 'Anda memasukkannya sama seperti bulan sebelumnya. Ambil gambarnya; apa yang tertulis di situ yang dipakai.',
    camera: 'Ambil gambar',
    choose: 'Pilih fail',
  },
}
