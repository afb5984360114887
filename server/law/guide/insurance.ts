import { forCouple, forFamily, forYou } from './common.ts'
import type { Guides, Line } from './line.ts'

const motor: Line = {
  en: 'Motor, travel and house insurance',
  ms: 'Insurans kenderaan, perjalanan dan rumah',
}

export const insurance: Guides = {
  'life-insurance-epf': {
    counts: [
      { en: 'EPF, up to {limit epf-approved-scheme}', ms: 'KWSP, sehingga {limit epf-approved-scheme}' },
      {
        en: 'Life insurance, family takaful or voluntary EPF, up to {limit life-insurance-or-voluntary-epf}',
        ms: 'Insurans nyawa, takaful keluarga atau KWSP sukarela, sehingga {limit life-insurance-or-voluntary-epf}',
      },
    ],
    doesNotCount: [
      {
        en: 'Private retirement schemes: they have a relief of their own',
        ms: 'Skim persaraan swasta: ada pelepasannya sendiri',
      },
      motor,
    ],
    for: [forYou],
    keep: [
      {
        en: 'the EA form or EPF statement, and the annual premium statement',
        ms: 'Borang EA atau penyata KWSP, dan penyata premium tahunan',
      },
    ],
    changes: [
      {
        year: 2023,
        en: 'The RM 7,000 of public servants ended; voluntary EPF may use the life insurance part.',
        ms: 'RM7,000 bagi penjawat awam tamat; KWSP sukarela boleh menggunakan bahagian insurans nyawa.',
      },
      {
        year: 2026,
        en: 'Policies on the life of a child count.',
        ms: 'Polisi ke atas nyawa anak dikira.',
      },
    ],
  },
  'epf-approved-scheme': {
    counts: [
      { en: 'Your own EPF contributions', ms: 'Caruman KWSP anda sendiri' },
      { en: 'An approved scheme', ms: 'Skim yang diluluskan' },
    ],
    doesNotCount: [
      { en: 'The employer’s share', ms: 'Bahagian majikan' },
      { en: 'A private retirement scheme', ms: 'Skim persaraan swasta' },
    ],
    for: [forYou],
    keep: [{ en: 'the EA form or the EPF statement', ms: 'Borang EA atau penyata KWSP' }],
  },
  'life-insurance-or-voluntary-epf': {
    counts: [
      { en: 'Life insurance or family takaful', ms: 'Insurans nyawa atau takaful keluarga' },
      { en: 'Additional voluntary EPF', ms: 'Caruman sukarela tambahan KWSP' },
      {
        en: 'A child’s life: under 18, in full-time study or disabled',
        ms: 'Nyawa anak: bawah 18 tahun, belajar sepenuh masa atau kurang upaya',
        from: 2026,
      },
    ],
    doesNotCount: [
      { en: 'The life of a child: it counts from 2026', ms: 'Nyawa anak: dikira mulai 2026', until: 2025 },
      {
        en: 'The medical rider: it has a relief of its own',
        ms: 'Rider perubatan: ada pelepasannya sendiri',
      },
      motor,
    ],
    for: [
      { ...forCouple, until: 2025 },
      { ...forFamily, from: 2026 },
    ],
    keep: [
      {
        en: 'the annual premium statement or the EPF statement',
        ms: 'penyata premium tahunan atau penyata KWSP',
      },
    ],
    changes: [
      { year: 2026, en: 'Policies on the life of a child count.', ms: 'Polisi ke atas nyawa anak dikira.' },
    ],
  },
  'prs-deferred-annuity': {
    counts: [
      { en: 'A private retirement scheme (PRS)', ms: 'Skim persaraan swasta (PRS)' },
      { en: 'A deferred annuity', ms: 'Anuiti tertangguh' },
    ],
    doesNotCount: [
      { en: 'EPF, compulsory or voluntary', ms: 'KWSP, wajib atau sukarela' },
      { en: 'Unit trusts and other savings', ms: 'Unit amanah dan simpanan lain' },
    ],
    for: [forYou],
    keep: [
      {
        en: 'the statement of the PRS provider or insurer',
        ms: 'penyata penyedia PRS atau syarikat insurans',
      },
    ],
    changes: [{ year: 2025, en: 'Extended to 2030.', ms: 'Dilanjutkan hingga 2030.' }],
  },
  'education-medical-insurance': {
    counts: [
      { en: 'Medical cover of 12 months or longer', ms: 'Perlindungan perubatan 12 bulan atau lebih' },
      { en: 'The medical rider of a life policy', ms: 'Rider perubatan pada polisi nyawa' },
      {
        en: 'A critical-illness rider; 60% if sold with term life or accident cover',
        ms: 'Rider penyakit kritikal; 60% jika dijual bersama insurans berjangka atau kemalangan',
      },
      {
        en: 'A child’s education policy that matures at 13 to 25',
        ms: 'Polisi pendidikan anak yang matang pada umur 13 hingga 25 tahun',
      },
    ],
    doesNotCount: [
      { en: 'A waiver-of-premium rider', ms: 'Rider pengecualian premium' },
      motor,
      { en: 'The life part of the premium', ms: 'Bahagian nyawa dalam premium' },
    ],
    for: [forFamily],
    keep: [
      {
        en: 'the insurer’s statement that splits the rider from the life premium',
        ms: 'penyata syarikat insurans yang mengasingkan rider daripada premium nyawa',
      },
    ],
    changes: [
      {
        year: 2025,
        en: 'The limit rose from RM 3,000 to RM 4,000.',
        ms: 'Had naik daripada RM3,000 kepada RM4,000.',
      },
    ],
  },
  'socso-eis': {
    counts: [{ en: 'Your own share of SOCSO and EIS', ms: 'Bahagian anda sendiri dalam PERKESO dan SIP' }],
    doesNotCount: [{ en: 'The employer’s share', ms: 'Bahagian majikan' }],
    for: [forYou],
    keep: [{ en: 'the EA form or the payslips', ms: 'Borang EA atau slip gaji' }],
    questions: [
      {
        en: 'Is the Lindung 24 Jam contribution from June 2026 part of the limit? No text says so yet.',
        ms: 'Adakah caruman Lindung 24 Jam mulai Jun 2026 termasuk dalam had? Belum ada teks yang menyatakannya.',
        from: 2026,
      },
    ],
  },
}
