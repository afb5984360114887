import type { offline as en } from '../en/offline.ts'
import type { Translation } from '../translation.ts'

export const offline: Translation<typeof en> = {
  since: 'Luar talian sejak {at}',
  needsNetwork: {
    title: 'Halaman ini memerlukan rangkaian',
    text: 'Ia terbuka dengan sendirinya sebaik sahaja pelayan dapat dihubungi. Sementara itu, anda boleh mengambil gambar.',
    snap: 'Ambil gambar',
  },
  list: {
    asOf: 'Resit {year} setakat {at}. Perubahan selepas itu akan muncul apabila ada rangkaian.',
    part: '{kept} resit terbaharu daripada {total} disimpan pada peranti ini.',
    otherYear: 'Pada peranti ini ada resit {year}.',
    open: 'Tunjukkan {year}',
    empty: 'Tiada resit pada tahun {year}.',
  },
  signOut: {
    title: '{count, plural, other {# resit belum dihantar}}',
    text: 'Resit itu hanya ada pada peranti ini. Apa yang perlu dibuat?',
    send: 'Hantar dahulu, kemudian log keluar',
    sending: 'Menghantar. Anda akan dilog keluar selepas itu.',
    remove: 'Buang dan log keluar',
    stay: 'Kekal log masuk',
    offlineTitle: 'Log keluar memerlukan rangkaian',
    offlineText:
      'Pelayan tidak dapat dihubungi, jadi ia tidak akan tahu. Cuba lagi apabila anda dalam talian.',
  },
}
