import type { Texts } from '../en/index.ts'

export const identity: Texts['identity'] = {
  sessionEnded: 'Sesi ini sudah tamat. Log masuk semula.',
  signedOut: 'Sesi ini sudah dilog keluar. Log masuk semula.',
  noSession: 'Tiada sesi untuk diperbaharui.',
  noSuchSession: 'Tiada sesi seperti itu, atau ia sudah tamat.',
  tooOld: 'Log masuk ini terlalu lama, sudah selesai, atau dimulakan dalam pelayar lain.',
  notCompleted: 'Log masuk tidak diselesaikan. Mula semula.',
  cancelled: 'Log masuk dibatalkan.',
  notResponding: 'Perkhidmatan log masuk tidak menjawab. Cuba lagi sebentar.',
  notVerifiable: 'Token tidak dapat disahkan sekarang. Cuba lagi sebentar.',
  invalidToken: 'Token akses tidak sah. Log masuk semula.',
  twoPeople: 'Token-token ini milik orang yang berlainan.',
  duplicateCookie: (name) =>
    `Kuki ${name} dihantar lebih daripada sekali. Padamkan kuki laman ini dalam pelayar anda, kemudian log masuk semula.`,
  duplicateSignInCookie:
    'Kuki log masuk dihantar lebih daripada sekali. Padamkan kuki laman ini dalam pelayar anda, kemudian log masuk semula.',
  noAccountHere:
    'Pelayan ini tidak menyimpan akaun anda: faktor kedua anda ada pada perkhidmatan log masuk anda.',
  proofNeeded: 'Masukkan kata laluan atau gunakan kunci laluan dahulu. Ia sah selama sepuluh minit.',
  wrongPassword: 'Kata laluan tidak betul.',
  accountElsewhere:
    'Pelayan ini tidak menyimpan akaun anda. Tukar alamat dan kata laluannya di perkhidmatan log masuk anda.',
  no_email: 'Ini bukan alamat e-mel.',
  email_taken: 'Sudah ada akaun dengan e-mel ini.',
  too_short: (characters) => `Kata laluan terlalu pendek. Gunakan sekurang-kurangnya ${characters} aksara.`,
  too_long: (characters) => `Kata laluan terlalu panjang. Gunakan paling banyak ${characters} aksara.`,
  same_as_email:
    'Kata laluan ini dibuat daripada alamat e-mel anda. Pilih sesuatu yang tiada kaitan dengannya.',
  too_common:
    'Kata laluan ini mudah diteka. Ramai orang menggunakannya, atau ia kata laluan biasa yang ditambah angka. Gunakan beberapa perkataan yang tiada kaitan antara satu sama lain.',
  wrongCode:
    'Kod itu tidak betul. Taip kod yang dipaparkan oleh aplikasi sekarang; jam telefon mestilah tepat.',
  setupTooOld: 'Persediaan ini sudah tamat tempoh. Mula semula dengan kod QR baharu.',
  hasApp: 'Akaun anda sudah ada aplikasi pengesah. Buang dahulu.',
  hasNoApp: 'Akaun anda tiada aplikasi pengesah.',
  passkeyRefused: 'Kunci laluan itu tidak diterima. Cuba lagi.',
  noPasskey: 'Akaun anda tiada kunci laluan.',
  noSuchPasskey: 'Tiada kunci laluan seperti itu.',
  tooManyPasskeys: (most) => `Satu akaun boleh ada paling banyak ${most} kunci laluan. Buang satu dahulu.`,
  noPasskeysHere: {
    plain_http:
      'Pelayar hanya menawarkan kunci laluan melalui https, dan pelayan ini dibuka melalui http biasa.',
    ip_address:
      'Pelayar hanya menawarkan kunci laluan untuk satu nama, dan pelayan ini dibuka pada alamat IP.',
  },
}
