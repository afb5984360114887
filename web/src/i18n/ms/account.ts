import type { account as en } from '../en/account.ts'
import type { Translation } from '../translation.ts'

export const account: Translation<typeof en> = {
  title: 'Akaun',
  back: 'Utama',
  theme: { label: 'Tema', auto: 'Sistem', light: 'Cerah', dark: 'Gelap' },
  sessions: {
    title: 'Log masuk pada',
    here: { phone: 'Telefon ini', tablet: 'Tablet ini', computer: 'Komputer ini', other: 'Peranti ini' },
    kind: { phone: 'Telefon', tablet: 'Tablet', computer: 'Komputer', other: 'Peranti lain' },
    program: '{browser} pada {system}',
    now: 'sekarang',
    lastUsed: '{program}, {day}',
    damaged: 'Butirannya tidak dapat dibaca',
    current: 'Di sini',
    signOut: 'Log keluar',
    signOutOf: 'Log keluar: {device}',
    others: 'Log keluar semua yang lain',
  },
  phone: {
    title: 'Buka pada telefon anda',
    scanAtHome: 'Dalam rangkaian yang sama, halakan kameranya ke sini, atau taip',
    scan: 'Halakan kameranya ke sini, atau taip',
    code: 'Kod QR bagi {address}',
    signIn: 'Log masuk di sana dengan akaun yang sama.',
    plain: 'Melalui http biasa, semuanya berfungsi kecuali memasang aplikasi dan membukanya tanpa rangkaian.',
    onlyHere:
      'Hanya mesin ini boleh membuka {address}. Jika dimulakan dengan <code>HOST=0.0.0.0</code>, pelayan menerima telefon dalam rangkaian yang sama, dan caranya dipaparkan di sini.',
  },
  data: {
    title: 'Data saya',
    export: {
      title: 'Semuanya dalam satu fail',
      text: 'Resit dengan sejarah dan fail asalnya, jawapan dan penyata anda.',
      action: 'Eksport',
      progress: '{size} setakat ini',
      done: 'Disimpan, {size}.',
    },
    examples: {
      title: 'Resit contoh',
      none: 'Sepuluh resit rekaan bagi satu tahun, untuk melihat apa yang boleh dilakukan di sini.',
      some: '{count, plural, other {# resit rekaan}} ada antara resit anda dan turut dikira.',
      add: 'Tambah',
      remove: 'Buang',
    },
    erase: {
      title: 'Padam semuanya',
      text: 'Dalam dua langkah: mula-mula anda lihat apa yang akan hilang, dan apa yang perlu disimpan menurut undang-undang.',
      action: 'Padam',
    },
  },
  erase: {
    title: 'Padam semuanya?',
    goes: 'Yang berikut hilang selama-lamanya, dan tiada sesiapa dapat mengembalikannya:',
    what: {
      receipts: '{count, plural, other {# resit}}',
      files: '{count, plural, other {# fail}}',
      taxYears: 'jawapan bagi {count, plural, other {# tahun}}',
      statements: '{count, plural, other {# penyata}}',
      merchants: 'keputusan anda bagi {count, plural, other {# kedai}}',
    },
    account: 'akaun anda di pelayan ini; anda dilog keluar di semua tempat',
    accountElsewhere:
      'semua sesi anda. Akaun log masuk anda tidak disimpan di sini; pengurus perkhidmatan itu boleh memadamkannya.',
    keep: 'Menurut undang-undang, {count, plural, =0 {dokumen anda} other {# daripada resit ini}} perlu disimpan sehingga {day}. Memadamkannya di sini tidak mengubah kewajipan itu: eksport dahulu.',
    locked: 'Storan mengunci fail asal sehingga {day}; selepas itu ia dipadam dengan sendirinya.',
    backups:
      'Salinan sandaran pelayan ini masih mengandungi semuanya sehingga pengurusnya memadamkannya. Jika salinan itu dipulihkan, padam sekali lagi.',
    exportFirst: 'Eksport dahulu',
    typeEmail: 'Untuk memadam semuanya, taip {email}',
    typeWord: 'Untuk memadam semuanya, taip {word}',
    word: 'PADAM',
    expired: 'Lebih daripada sepuluh minit telah berlalu. Semak sekali lagi, kemudian sahkan semula.',
    action: 'Padam semuanya',
    keepAll: 'Simpan semuanya',
  },
  about: {
    title: 'Perihal',
    keys: 'Kekunci',
    keysText: 'Apa yang boleh dilakukan dengan papan kekunci.',
    keysAction: 'Tunjuk',
    version: 'Malaysian Tax Tracker {version}, sumber terbuka di bawah lesen MIT.',
    api: 'Untuk pembangun: API',
    independent:
      'Bebas daripada LHDN. Ia membantu anda; ia bukan nasihat cukai, dan anda yang menandatangani borang.',
  },
}
