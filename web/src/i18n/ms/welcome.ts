import type { welcome as en } from '../en/welcome.ts'
import type { Translation } from '../translation.ts'

export const welcome: Translation<typeof en> = {
  sentence:
    'Ambil gambar resit. Lihat berapa cukai anda berkurang, dan sebabnya. Tiada apa-apa keluar dari pelayan ini.',
  erased: 'Semua yang milik anda di pelayan ini telah dipadam, dan anda telah dilog keluar.',
  erasing:
    'Semua yang milik anda di pelayan ini sedang dipadam; ia mengambil beberapa minit lagi. Anda telah dilog keluar.',
  create: 'Buka akaun',
  signIn: 'Log masuk',
  independent:
    'Bebas daripada LHDN. Ia membantu anda; ia bukan nasihat cukai, dan anda yang menandatangani borang. Kedai dalam gambar ialah rekaan.',
  picture:
    'Resit kedai buku rekaan: nama, tarikh dan jumlahnya bertanda. Buku RM89.90 dikira sebagai gaya hidup, kertas RM13.20 tidak.',
  example: {
    lifestyle: 'Gaya hidup',
    left: 'Baki RM522.10',
    text: 'Buku RM89.90 dikira. Kertas RM13.20 tidak.',
  },
}
