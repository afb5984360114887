import { forParents, keepDentist, keepDoctor } from './common.ts'
import type { Guides, Line } from './line.ts'

const livingHere: Line = {
  en: 'They live in Malaysia, and so do treatment and care take place',
  ms: 'Mereka tinggal, dirawat dan dijaga di Malaysia',
}
const stepParents: Line = { en: 'Step-parents and parents-in-law', ms: 'Ibu bapa tiri dan mentua' }
const notCertified: Line = {
  en: 'What no doctor certified as needed',
  ms: 'Apa yang tidak disahkan perlu oleh doktor',
}

export const parents: Guides = {
  'parents-medical': {
    counts: [
      {
        en: 'Treatment in a clinic, hospital or nursing home',
        ms: 'Rawatan di klinik, hospital atau rumah jagaan',
      },
      { en: 'Special needs and a carer', ms: 'Keperluan khas dan penjaga' },
      { en: 'Dental work', ms: 'Rawatan pergigian', from: 2024 },
      {
        en: 'A full check-up, up to {limit parents-medical-exam}',
        ms: 'Pemeriksaan penuh, sehingga {limit parents-medical-exam}',
        from: 2024,
        until: 2024,
      },
      {
        en: 'A full check-up or vaccination, up to {limit parents-medical-exam}',
        ms: 'Pemeriksaan penuh atau vaksinasi, sehingga {limit parents-medical-exam}',
        from: 2025,
      },
      livingHere,
    ],
    doesNotCount: [
      notCertified,
      stepParents,
      { en: 'Looking after healthy parents', ms: 'Penjagaan ibu bapa yang sihat' },
      { en: 'A check-up: it counts from 2024', ms: 'Pemeriksaan kesihatan: dikira mulai 2024', until: 2023 },
      { en: 'Grandparents: they count from 2025', ms: 'Datuk dan nenek: dikira mulai 2025', until: 2024 },
    ],
    for: forParents,
    keep: [
      {
        en: 'the official receipt and the certificate of the doctor',
        ms: 'resit rasmi dan sijil doktor',
        until: 2023,
      },
      {
        en: 'the official receipt and the certificate of the doctor or dentist',
        ms: 'resit rasmi dan sijil doktor atau doktor gigi',
        from: 2024,
      },
    ],
    questions: [
      {
        en: 'Does simple dental work for parents count in 2023? The ruling starts it in 2024; a newspaper check says it was accepted before.',
        ms: 'Adakah rawatan gigi biasa ibu bapa dikira bagi 2023? Ketetapan umum memulakannya pada 2024; semakan akhbar menyatakan ia diterima sebelum itu.',
        until: 2023,
      },
    ],
    changes: [
      {
        year: 2024,
        en: 'Dental work and a full check-up were added.',
        ms: 'Rawatan pergigian dan pemeriksaan penuh ditambah.',
      },
      {
        year: 2025,
        en: 'Grandparents were added; vaccination counts together with the check-up.',
        ms: 'Datuk dan nenek ditambah; vaksinasi dikira bersama pemeriksaan.',
      },
      {
        year: 2026,
        en: 'The vaccine must be registered with NPRA.',
        ms: 'Vaksin mesti berdaftar dengan NPRA.',
      },
    ],
  },
  'parents-medical-treatment': {
    counts: [
      { en: 'Treatment in a clinic or hospital', ms: 'Rawatan di klinik atau hospital' },
      { en: 'Treatment in a nursing home', ms: 'Rawatan di rumah jagaan' },
      livingHere,
    ],
    doesNotCount: [notCertified, stepParents],
    for: forParents,
    keep: [keepDoctor],
  },
  'parents-special-needs': {
    counts: [
      {
        en: 'Wheelchair, walking frame, adjustable bed',
        ms: 'Kerusi roda, alat bantu jalan, katil boleh laras',
      },
      {
        en: 'Blood-pressure monitor, glucometer, nebuliser',
        ms: 'Alat ukur tekanan darah, glukometer, nebulizer',
      },
      { en: 'Adult diapers, catheter, oxygen', ms: 'Lampin dewasa, kateter, oksigen' },
      {
        en: 'A doctor certified that the condition needs it',
        ms: 'Doktor mengesahkan bahawa keadaannya memerlukannya',
      },
    ],
    doesNotCount: [{ en: 'Vitamins and supplements', ms: 'Vitamin dan makanan tambahan' }, notCertified],
    for: forParents,
    keep: [keepDoctor],
  },
  'parents-carer': {
    counts: [
      { en: 'A carer at home or a day care centre', ms: 'Penjaga di rumah atau pusat jagaan harian' },
      { en: 'A doctor certified that care is needed', ms: 'Doktor mengesahkan bahawa penjagaan diperlukan' },
      {
        en: 'A carer from abroad with a valid work permit',
        ms: 'Penjaga asing dengan permit kerja yang sah',
      },
    ],
    doesNotCount: [
      {
        en: 'You, your husband, wife or child as the carer',
        ms: 'Anda, suami, isteri atau anak sebagai penjaga',
      },
      { en: 'Looking after healthy parents', ms: 'Penjagaan ibu bapa yang sihat' },
    ],
    for: forParents,
    keep: [
      {
        en: 'the receipt, the carer’s signed statement or work permit, and the certificate of the doctor',
        ms: 'resit, pengakuan bertulis atau permit kerja penjaga, dan sijil doktor',
      },
    ],
  },
  'parents-dental': {
    counts: [
      { en: 'Examination, scaling, filling, extraction', ms: 'Pemeriksaan, penskaleran, tampalan, cabutan' },
      { en: 'Root canal and dentures', ms: 'Rawatan akar dan gigi palsu' },
      {
        en: 'Up to the whole {limit parents-medical}: the RM 1,000 is for check-ups only',
        ms: 'Sehingga seluruh {limit parents-medical}: had RM1,000 hanya bagi pemeriksaan kesihatan',
      },
    ],
    doesNotCount: [
      { en: 'Cosmetic work', ms: 'Rawatan kosmetik' },
      { en: 'What no dentist certified', ms: 'Apa yang tidak disahkan oleh doktor gigi' },
    ],
    for: forParents,
    keep: [keepDentist],
  },
  'parents-medical-exam': {
    counts: [
      { en: 'A full medical examination', ms: 'Pemeriksaan perubatan penuh' },
      { en: 'Any vaccination', ms: 'Sebarang vaksinasi', from: 2025, until: 2025 },
      { en: 'A vaccine registered with NPRA', ms: 'Vaksin yang berdaftar dengan NPRA', from: 2026 },
    ],
    doesNotCount: [
      { en: 'A vaccine: it counts from 2025', ms: 'Vaksin: dikira mulai 2025', until: 2024 },
      { en: 'A vaccine that is not registered', ms: 'Vaksin yang tidak berdaftar', from: 2026 },
      notCertified,
    ],
    for: forParents,
    keep: [keepDoctor],
    changes: [
      { year: 2025, en: 'Any vaccination counts here.', ms: 'Sebarang vaksinasi dikira di sini.' },
      {
        year: 2026,
        en: 'The vaccine must be registered with NPRA.',
        ms: 'Vaksin mesti berdaftar dengan NPRA.',
      },
    ],
  },
}
