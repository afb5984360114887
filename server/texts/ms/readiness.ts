import type { Texts } from '../en/index.ts'

export const readiness: Texts['readiness'] = {
  parts: {
    records: 'storan resit',
    files: 'storan fail',
    endedSessions: 'senarai sesi yang telah tamat',
  },
  late: (part) => `Tiada jawapan daripada ${part} dalam masa dua saat.`,
  full: (part) => `Tiada ruang lagi dalam ${part}.`,
  unreachable: (part) => `Permintaan kepada ${part} gagal.`,
  incomplete: (part) =>
    `Ada sesuatu yang tiada dalam ${part}: \`npm run doctor\` menyenaraikannya, dan \`npm run doctor -- --repair\` menyediakannya.`,
  newer: (part) =>
    `Versi yang lebih baharu telah menulis kepada ${part}. Pelayan ini mesti diganti dengan versi itu.`,
}
