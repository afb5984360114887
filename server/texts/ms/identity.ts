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
}
