import { facts } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { head } from '../blocks/head.ts'
import { itemsQuantityFirst } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlySign } from './names.ts'

export const foodDelivery: Kind = {
  name: 'food-delivery',
  languages: ['en', 'ms'],
  looks: [looks.screen, looks.pdf],
  names: mostlySign({ en: ['{} EATS', '{} FOOD'], ms: ['{} HIDANG'] }, '{} DELIVERY SDN BHD'),
  goods: {
    en: [
      ['Fried Rice Special', 9_90, 15_90, 2],
      ['Chicken Burger Meal', 14_90, 21_90, 2],
      ['Bubble Tea Large', 8_90, 13_90, 3],
      ['Curry Noodles', 9_50, 13_50, 2],
    ],
    ms: [
      ['Nasi Goreng Istimewa', 9_90, 15_90, 2],
      ['Set Burger Ayam', 14_90, 21_90, 2],
      ['Laksa', 8_50, 12_50, 2],
    ],
  },
  count: [1, 4],
  extras: [
    { label: 'shipping', sen: [2_00, 7_00], share: 0.9 },
    { label: 'platformFee', sen: [50, 1_50], share: 0.6 },
    { label: 'voucher', sen: [-8_00, -2_00], share: 0.4 },
  ],
  payments: ['wallet', 'card'],
  layout: [
    head(),
    facts('number', 'dateTime', 'customer'),
    itemsQuantityFirst(),
    totals({ scale: 1.4 }),
    paid(),
    foot(),
  ],
}
