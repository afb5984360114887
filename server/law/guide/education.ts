import { forYou } from './common.ts'
import type { Guides, Line } from './line.ts'

const othersFees: Line = { en: 'Fees of your husband, wife or child', ms: 'Yuran suami, isteri atau anak' }
const loan: Line = { en: 'Repaying a study loan (PTPTN)', ms: 'Bayaran balik pinjaman pelajaran (PTPTN)' }
const abandoned: Line = { en: 'A course you gave up', ms: 'Kursus yang tidak dihabiskan' }
const recognised: Line = {
  en: 'A recognised institution in Malaysia',
  ms: 'Institusi yang diiktiraf di Malaysia',
}
const keepFees: Line = {
  en: 'the fee receipt and the proof that the institution is recognised',
  ms: 'resit yuran dan bukti institusi itu diiktiraf',
}

export const education: Guides = {
  'education-self': {
    counts: [
      {
        en: 'A master’s or a doctorate in any field',
        ms: 'Sarjana atau doktor falsafah dalam sebarang bidang',
      },
      {
        en: 'A lower level in law, accounting, technical, scientific and some other fields',
        ms: 'Peringkat lebih rendah dalam undang-undang, perakaunan, teknikal, saintifik dan beberapa bidang lain',
      },
      {
        en: 'An upskilling course, up to {limit education-self-upskilling}',
        ms: 'Kursus peningkatan kemahiran, sehingga {limit education-self-upskilling}',
      },
      recognised,
    ],
    doesNotCount: [othersFees, loan, abandoned],
    for: [forYou],
    keep: [keepFees],
  },
  'education-self-tertiary': {
    counts: [
      { en: 'Law, accounting, Islamic finance', ms: 'Undang-undang, perakaunan, kewangan Islam' },
      { en: 'Technical, vocational, industrial', ms: 'Teknikal, vokasional, industri' },
      { en: 'Science or technology', ms: 'Saintifik atau teknologi' },
      recognised,
    ],
    doesNotCount: [
      {
        en: 'A first degree in another field, such as business or arts',
        ms: 'Ijazah pertama dalam bidang lain, seperti perniagaan atau sastera',
      },
      othersFees,
      loan,
    ],
    for: [forYou],
    keep: [keepFees],
  },
  'education-self-postgraduate': {
    counts: [
      {
        en: 'A master’s or a doctorate in any field',
        ms: 'Sarjana atau doktor falsafah dalam sebarang bidang',
      },
      recognised,
    ],
    doesNotCount: [othersFees, loan, abandoned],
    for: [forYou],
    keep: [keepFees],
  },
  'education-self-upskilling': {
    counts: [
      {
        en: 'A course recognised by the Department of Skills Development',
        ms: 'Kursus yang diiktiraf oleh Jabatan Pembangunan Kemahiran',
      },
      { en: 'Paid from 2023 to 2026', ms: 'Dibayar dari 2023 hingga 2026' },
    ],
    doesNotCount: [
      {
        en: 'Hobby courses and courses without recognition',
        ms: 'Kursus hobi dan kursus yang tidak diiktiraf',
        until: 2023,
      },
      {
        en: 'A course without recognition: it may count as lifestyle',
        ms: 'Kursus yang tidak diiktiraf: mungkin dikira sebagai gaya hidup',
        from: 2024,
      },
      othersFees,
    ],
    for: [forYou],
    keep: [
      {
        en: 'the receipt and the proof of the recognition',
        ms: 'resit dan bukti pengiktirafan',
      },
    ],
    questions: [
      {
        en: 'Does it go on after 2026? The law ends it then.',
        ms: 'Adakah ia diteruskan selepas 2026? Undang-undang menamatkannya ketika itu.',
        from: 2026,
      },
    ],
  },
  'sspn-net-deposit': {
    counts: [
      { en: 'Deposits of the year less withdrawals', ms: 'Simpanan tahun itu ditolak pengeluaran' },
      { en: 'Each parent up to the limit', ms: 'Setiap ibu atau bapa sehingga had', until: 2024 },
      {
        en: 'Withdrawals for a child’s diploma or degree are not deducted',
        ms: 'Pengeluaran untuk diploma atau ijazah anak tidak ditolak',
        from: 2025,
      },
    ],
    doesNotCount: [
      { en: 'The opening balance', ms: 'Baki awal' },
      { en: 'Deposits you took out again', ms: 'Simpanan yang dikeluarkan semula' },
      {
        en: 'Both parents: one of you claims',
        ms: 'Kedua-dua ibu bapa: seorang sahaja menuntut',
        from: 2025,
      },
    ],
    for: [{ en: 'your children’s accounts', ms: 'akaun anak anda' }],
    keep: [{ en: 'the annual SSPN statement of PTPTN', ms: 'penyata tahunan SSPN daripada PTPTN' }],
    changes: [
      {
        year: 2025,
        en: 'Extended to 2027; only one of a couple claims; withdrawals for studies are not deducted.',
        ms: 'Dilanjutkan hingga 2027; seorang sahaja daripada pasangan menuntut; pengeluaran untuk pengajian tidak ditolak.',
      },
    ],
  },
}
