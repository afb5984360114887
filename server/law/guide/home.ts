import { forYou, keepReceipt, ownBusiness } from './common.ts'
import type { Guides, Line } from './line.ts'

const household: Line = { en: 'For a household', ms: 'Untuk kegunaan isi rumah' }
const appliances: Line = { en: 'Other household appliances', ms: 'Perkakas rumah yang lain' }
const again: Line = { en: 'A second one before 2028', ms: 'Yang kedua sebelum 2028' }
const firstHome: readonly Line[] = [
  { en: 'Your first home, one unit, lived in', ms: 'Rumah pertama, satu unit, didiami' },
  {
    en: 'Agreement signed from 2025 to 2027',
    ms: 'Perjanjian ditandatangani dari 2025 hingga 2027',
  },
  {
    en: 'Three years running from the first interest',
    ms: 'Tiga tahun berturut-turut dari faedah pertama',
  },
]
const noHome: readonly Line[] = [
  { en: 'A home you let', ms: 'Rumah yang disewakan' },
  { en: 'Repaying the loan itself', ms: 'Bayaran balik pokok pinjaman' },
  { en: 'A shop or land', ms: 'Kedai atau tanah' },
]
const keepLoan: Line = {
  en: 'the interest statement of the bank and the sale and purchase agreement',
  ms: 'penyata faedah bank dan perjanjian jual beli',
}

export const home: Guides = {
  'ev-green-home': {
    counts: [
      { en: 'A charger for your own electric vehicle', ms: 'Pengecas untuk kenderaan elektrik sendiri' },
      { en: 'Renting it or subscribing to charging', ms: 'Sewaan atau langganan pengecasan' },
      { en: 'A food waste compost machine', ms: 'Mesin kompos sisa makanan', from: 2025 },
      { en: 'A food waste grinder', ms: 'Mesin pengisar sisa makanan', from: 2026 },
      { en: 'Home CCTV', ms: 'CCTV rumah', from: 2026 },
    ],
    doesNotCount: [ownBusiness, { en: 'The vehicle itself', ms: 'Kenderaan itu sendiri' }, appliances],
    for: [forYou],
    keep: [{ en: 'the receipt in your name', ms: 'resit atas nama anda' }],
    changes: [
      { year: 2024, en: 'Charging was extended to 2027.', ms: 'Pengecasan dilanjutkan hingga 2027.' },
      { year: 2025, en: 'Compost machines were added.', ms: 'Mesin kompos ditambah.' },
      {
        year: 2026,
        en: 'Food waste grinders and home CCTV were added, within the same limit.',
        ms: 'Mesin pengisar sisa makanan dan CCTV rumah ditambah, dalam had yang sama.',
      },
    ],
  },
  'ev-charging': {
    counts: [
      { en: 'Buying, renting or installing a charger', ms: 'Pembelian, sewaan atau pemasangan pengecas' },
      { en: 'Hire purchase of the equipment', ms: 'Sewa beli peralatan' },
      { en: 'A charging subscription', ms: 'Langganan pengecasan' },
      {
        en: 'A plan paid ahead is spread over its years',
        ms: 'Pelan yang dibayar awal diagihkan mengikut tahunnya',
      },
    ],
    doesNotCount: [{ en: 'The vehicle itself', ms: 'Kenderaan itu sendiri' }, ownBusiness],
    for: [{ en: 'your own vehicle', ms: 'kenderaan anda sendiri' }],
    keep: [{ en: 'the receipt in your name', ms: 'resit atas nama anda' }],
    questions: [
      {
        en: 'Does paying by the kilowatt-hour at a public charger count as a subscription? No text says so.',
        ms: 'Adakah bayaran mengikut kilowatt-jam di pengecas awam dikira sebagai langganan? Tiada teks yang menyatakannya.',
      },
    ],
  },
  'food-waste-composter': {
    counts: [
      { en: 'A machine that composts food waste', ms: 'Mesin pengkomposan sisa makanan' },
      household,
      { en: 'Once from 2025 to 2027', ms: 'Sekali dari 2025 hingga 2027' },
    ],
    doesNotCount: [again, appliances],
    for: [forYou],
    keep: [keepReceipt],
  },
  'food-waste-grinder': {
    counts: [
      {
        en: 'Buying or installing a food waste grinder',
        ms: 'Pembelian atau pemasangan mesin pengisar sisa makanan',
      },
      household,
      { en: 'Once in 2026 or 2027', ms: 'Sekali pada 2026 atau 2027' },
    ],
    doesNotCount: [again, appliances],
    for: [forYou],
    keep: [keepReceipt],
    changes: [{ year: 2026, en: 'New in 2026.', ms: 'Baharu pada tahun 2026.' }],
  },
  'household-cctv': {
    counts: [
      { en: 'Buying or installing CCTV at home', ms: 'Pembelian atau pemasangan CCTV di rumah' },
      household,
      { en: 'Once in 2026 or 2027', ms: 'Sekali pada 2026 atau 2027' },
    ],
    doesNotCount: [again, ownBusiness],
    for: [forYou],
    keep: [keepReceipt],
    changes: [{ year: 2026, en: 'New in 2026.', ms: 'Baharu pada tahun 2026.' }],
  },
  'housing-loan-interest': {
    counts: [
      {
        en: 'Interest, up to {limit housing-loan-interest-500k} for a home of RM 500,000 or less',
        ms: 'Faedah, sehingga {limit housing-loan-interest-500k} bagi rumah RM500,000 ke bawah',
      },
      {
        en: 'Up to {limit housing-loan-interest-750k} for a home of RM 750,000 or less',
        ms: 'Sehingga {limit housing-loan-interest-750k} bagi rumah RM750,000 ke bawah',
      },
      ...firstHome,
    ],
    doesNotCount: noHome,
    for: [
      {
        en: 'you, or the owners by what each paid',
        ms: 'anda, atau pemilik bersama mengikut bayaran masing-masing',
      },
    ],
    keep: [keepLoan],
    questions: [
      {
        en: 'Must you be a citizen? The ruling asks for it, the notes to the form do not.',
        ms: 'Adakah anda mesti warganegara? Ketetapan umum menghendakinya, nota borang tidak.',
      },
    ],
    changes: [{ year: 2025, en: 'New in 2025.', ms: 'Baharu pada tahun 2025.' }],
  },
  'housing-loan-interest-500k': {
    counts: [{ en: 'A price of RM 500,000 or less', ms: 'Harga RM500,000 ke bawah' }, ...firstHome],
    doesNotCount: noHome,
    for: [forYou],
    keep: [keepLoan],
  },
  'housing-loan-interest-750k': {
    counts: [
      { en: 'A price above RM 500,000, up to RM 750,000', ms: 'Harga melebihi RM500,000 hingga RM750,000' },
      ...firstHome,
    ],
    doesNotCount: noHome,
    for: [forYou],
    keep: [keepLoan],
  },
}
