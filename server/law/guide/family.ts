import { forChildren, forYou, keepJkm } from './common.ts'
import type { Guides, Line } from './line.ts'

const keepMarriage: Line = { en: 'the marriage certificate', ms: 'sijil perkahwinan' }
const keepBirth: Line = { en: 'the birth certificate', ms: 'sijil kelahiran' }
const keepBirthAndStudy: Line = {
  en: 'the birth certificate and the proof of full-time study',
  ms: 'sijil kelahiran dan bukti pengajian sepenuh masa',
}
const marriedChild: Line = { en: 'A child who is married', ms: 'Anak yang sudah berkahwin' }
const earningChild: Line = {
  en: 'A child whose own income is more than the relief',
  ms: 'Anak yang pendapatannya melebihi pelepasan',
}
const claimedByBoth: Line = {
  en: 'A child your husband or wife claims',
  ms: 'Anak yang dituntut oleh suami atau isteri',
}
const forDisabledChild: Line = { en: 'your disabled child', ms: 'anak anda yang kurang upaya' }
const forHusbandOrWife: Line = { en: 'your husband or wife', ms: 'suami atau isteri anda' }

export const family: Guides = {
  individual: {
    counts: [
      {
        en: 'Every resident who files has it',
        ms: 'Setiap pemastautin yang mengemukakan borang mendapatnya',
      },
      { en: 'It covers dependent relatives', ms: 'Termasuk saudara tanggungan' },
    ],
    doesNotCount: [{ en: 'People who are not tax resident', ms: 'Orang yang bukan pemastautin cukai' }],
    for: [forYou],
    keep: [
      {
        en: 'nothing for this, but the papers of the year',
        ms: 'tiada apa-apa khusus, hanya dokumen tahun itu',
      },
    ],
  },
  'disabled-self': {
    counts: [
      { en: 'You are registered with JKM', ms: 'Anda berdaftar dengan JKM' },
      { en: 'It comes on top of your own relief', ms: 'Ditambah kepada pelepasan individu' },
    ],
    doesNotCount: [{ en: 'A disability without registration', ms: 'Kurang upaya tanpa pendaftaran' }],
    for: [forYou],
    keep: [keepJkm],
    changes: [
      { year: 2025, en: 'It rose from RM 6,000 to RM 7,000.', ms: 'Naik daripada RM6,000 kepada RM7,000.' },
    ],
  },
  'spouse-alimony': {
    counts: [
      { en: 'A husband or wife without income', ms: 'Suami atau isteri tanpa pendapatan' },
      {
        en: 'A husband or wife assessed jointly with you',
        ms: 'Suami atau isteri yang ditaksir bersama anda',
      },
      { en: 'Alimony to a former wife', ms: 'Alimoni kepada bekas isteri' },
    ],
    doesNotCount: [
      {
        en: 'More than {limit spouse-alimony} for both together',
        ms: 'Lebih daripada {limit spouse-alimony} bagi kedua-duanya',
      },
      {
        en: 'Payments without a court order or agreement',
        ms: 'Bayaran tanpa perintah mahkamah atau perjanjian',
      },
    ],
    for: [{ en: 'your husband, wife or former wife', ms: 'suami, isteri atau bekas isteri anda' }],
    keep: [
      {
        en: 'the marriage certificate or, for alimony, the court order and the proof of payment',
        ms: 'sijil perkahwinan atau, bagi alimoni, perintah mahkamah dan bukti pembayaran',
      },
    ],
  },
  spouse: {
    counts: [
      { en: 'A husband or wife without any income', ms: 'Suami atau isteri tanpa sebarang pendapatan' },
      { en: 'Joint assessment in your name', ms: 'Taksiran bersama atas nama anda' },
      {
        en: 'The whole amount in a year of divorce or death',
        ms: 'Amaun penuh pada tahun perceraian atau kematian',
      },
    ],
    doesNotCount: [
      {
        en: 'A husband or wife who is assessed separately',
        ms: 'Suami atau isteri yang ditaksir berasingan',
      },
      {
        en: 'More than RM 4,000 of income from abroad, unless disabled',
        ms: 'Pendapatan luar negara melebihi RM4,000, kecuali jika kurang upaya',
      },
    ],
    for: [forHusbandOrWife],
    keep: [keepMarriage],
  },
  alimony: {
    counts: [
      { en: 'What you paid to a former wife', ms: 'Apa yang anda bayar kepada bekas isteri' },
      {
        en: 'By a court order or a formal agreement',
        ms: 'Mengikut perintah mahkamah atau perjanjian rasmi',
      },
    ],
    doesNotCount: [
      { en: 'Voluntary payments', ms: 'Bayaran sukarela' },
      { en: 'Maintenance of the children', ms: 'Nafkah anak' },
    ],
    for: [{ en: 'your former wife', ms: 'bekas isteri anda' }],
    keep: [
      {
        en: 'the court order or agreement and the proof of payment',
        ms: 'perintah mahkamah atau perjanjian dan bukti pembayaran',
      },
    ],
  },
  'disabled-spouse': {
    counts: [
      {
        en: 'Your husband or wife is registered with JKM',
        ms: 'Suami atau isteri anda berdaftar dengan JKM',
      },
      { en: 'It comes on top of the spouse relief', ms: 'Ditambah kepada pelepasan suami atau isteri' },
    ],
    doesNotCount: [{ en: 'A disability without registration', ms: 'Kurang upaya tanpa pendaftaran' }],
    for: [forHusbandOrWife],
    keep: [keepJkm],
    changes: [
      { year: 2025, en: 'It rose from RM 5,000 to RM 6,000.', ms: 'Naik daripada RM5,000 kepada RM6,000.' },
    ],
  },
  child: {
    counts: [
      { en: 'Each child you maintain', ms: 'Setiap anak yang anda tanggung' },
      { en: 'More for a child in higher education', ms: 'Lebih bagi anak di pengajian tinggi' },
      { en: 'More for a disabled child', ms: 'Lebih bagi anak kurang upaya' },
    ],
    doesNotCount: [marriedChild, earningChild, claimedByBoth],
    for: [forChildren],
    keep: [keepBirthAndStudy],
  },
  'child-under-18': {
    counts: [
      {
        en: 'Under 18 at some time in the year',
        ms: 'Di bawah 18 tahun pada bila-bila masa dalam tahun itu',
      },
    ],
    doesNotCount: [marriedChild, earningChild, claimedByBoth],
    for: [forChildren],
    keep: [keepBirth],
  },
  'child-18-plus-preuniversity': {
    counts: [
      { en: '18 or older and in full-time study', ms: '18 tahun ke atas dan belajar sepenuh masa' },
      {
        en: 'A-Level, certificate, matriculation, preparatory course',
        ms: 'A-Level, sijil, matrikulasi, kursus persediaan',
      },
    ],
    doesNotCount: [marriedChild, earningChild, { en: 'Part-time study', ms: 'Pengajian separuh masa' }],
    for: [forChildren],
    keep: [keepBirthAndStudy],
  },
  'child-18-plus-higher-education': {
    counts: [
      { en: 'Diploma or higher in Malaysia', ms: 'Diploma ke atas di Malaysia' },
      { en: 'A degree or higher abroad', ms: 'Ijazah ke atas di luar negara' },
      { en: 'Under articles or indentures', ms: 'Latihan amali di bawah perjanjian atau indentur' },
    ],
    doesNotCount: [
      { en: 'Matriculation, A-Level, pre-degree', ms: 'Matrikulasi, A-Level, praijazah' },
      marriedChild,
      earningChild,
    ],
    for: [forChildren],
    keep: [
      {
        en: 'the birth certificate and the letter of the institution',
        ms: 'sijil kelahiran dan surat institusi pengajian',
      },
    ],
    questions: [
      {
        en: 'Does it count in the year in which the child turns 18 already? You are asked, with the tax of both answers.',
        ms: 'Adakah ia sudah dikira pada tahun anak mencapai umur 18 tahun? Anda ditanya, dengan cukai bagi kedua-dua jawapan.',
      },
    ],
  },
  'child-disabled': {
    counts: [
      { en: 'The child is registered with JKM', ms: 'Anak berdaftar dengan JKM' },
      { en: 'At any age', ms: 'Tanpa mengira umur' },
    ],
    doesNotCount: [
      marriedChild,
      {
        en: 'The relief for a child under 18 as well: this takes its place',
        ms: 'Pelepasan anak bawah 18 tahun sekali lagi: ini menggantikannya',
      },
    ],
    for: [forDisabledChild],
    keep: [keepJkm],
    changes: [
      { year: 2025, en: 'It rose from RM 6,000 to RM 8,000.', ms: 'Naik daripada RM6,000 kepada RM8,000.' },
    ],
  },
  'child-disabled-higher-education': {
    counts: [
      { en: '18 or older, in higher education', ms: '18 tahun ke atas, di pengajian tinggi' },
      {
        en: 'It comes on top of the relief for a disabled child',
        ms: 'Ditambah kepada pelepasan anak kurang upaya',
      },
    ],
    doesNotCount: [
      marriedChild,
      { en: 'Matriculation, A-Level, pre-degree', ms: 'Matrikulasi, A-Level, praijazah' },
    ],
    for: [forDisabledChild],
    keep: [{ en: 'the OKU card and the proof of enrolment', ms: 'kad OKU dan bukti pendaftaran pengajian' }],
  },
}
