import { factsInPairs } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { head } from '../blocks/head.ts'
import { itemsOverTwoLines } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { brandAndCompany } from './names.ts'

export const bookshop: Kind = {
  name: 'bookshop',
  languages: ['ms', 'en', 'zh'],
  looks: [looks.thermal80, looks.thermal58],
  names: brandAndCompany(
    { ms: ['KEDAI BUKU {}', 'PUSTAKA {}'], en: ['{} BOOKSTORE', '{} BOOKS & STATIONERY'], zh: ['{}书局'] },
    '{} BOOKSTORES SDN BHD',
    'PUSTAKA {} SDN BHD',
  ),
  goods: {
    ms: [
      ['KAMUS DWIBAHASA', 25_80, 48_90],
      ['NOVEL REMAJA', 18_00, 32_00, 2],
      ['BUKU LATIHAN SAINS T4', 9_90, 16_90, 3],
      ['PEN MATA BOLA', 1_50, 3_90, 6],
      ['KERTAS A4 70GSM', 11_90, 15_90, 2],
      ['ENSIKLOPEDIA KANAK-KANAK', 24_90, 59_90],
    ],
    en: [
      ['ATLAS OF THE WORLD', 49_90, 99_90],
      ['PAPERBACK NOVEL', 29_90, 55_00, 2],
      ['WORKBOOK MATHS YEAR 5', 8_90, 15_90, 3],
      ['GEL PEN BLACK', 2_50, 5_90, 6],
      ["CHILDREN'S STORYBOOK", 12_90, 29_90, 2],
      ['EXERCISE BOOK 120P', 2_20, 3_90, 10],
    ],
    zh: [
      ['小学华文课本', 8_50, 15_90, 2],
      ['儿童故事书', 12_90, 25_90, 2],
      ['原子笔', 1_50, 3_50, 5],
      ['笔记本', 3_90, 8_90, 3],
      ['字典', 28_00, 55_00],
    ],
  },
  count: [1, 6],
  discounts: 0.25,
  payments: ['cash', 'card', 'wallet'],
  layout: [
    head(),
    factsInPairs('number', 'cashier', 'date', 'time'),
    itemsOverTwoLines(),
    totals(),
    paid(),
    foot(),
  ],
}
