import { factsInPairs } from '../blocks/facts.ts'
import { code, foot } from '../blocks/foot.ts'
import { head } from '../blocks/head.ts'
import { itemsQuantityFirst } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { brandAndCompany } from './names.ts'

export const restaurant: Kind = {
  name: 'restaurant',
  languages: ['en', 'ms'],
  looks: [looks.thermal80, looks.thermal80condensed],
  names: brandAndCompany(
    { en: ['{} KITCHEN', '{} BISTRO', 'THE {} TABLE'], ms: ['RESTORAN {}', 'DAPUR {}'] },
    '{} FOOD & BEVERAGE SDN BHD',
    '{} DINING (M) SDN BHD',
  ),
  goods: {
    en: [
      ['GRILLED CHICKEN CHOP', 22_90, 32_90, 2],
      ['SEAFOOD AGLIO OLIO', 24_90, 36_90, 2],
      ['MUSHROOM SOUP', 9_90, 14_90, 2],
      ['ICED LEMON TEA', 6_90, 9_90, 4],
      ['TIRAMISU', 14_90, 19_90],
      ['SPARKLING WATER', 8_90, 12_90, 2],
    ],
    ms: [
      ['NASI CAMPUR', 12_50, 18_50, 3],
      ['IKAN BAKAR', 28_00, 45_00],
      ['TOMYAM CAMPUR', 14_00, 22_00, 2],
      ['AIR LIMAU', 3_50, 5_50, 4],
      ['KAILAN IKAN MASIN', 12_00, 16_00],
      ['TELUR DADAR', 5_00, 7_00, 2],
    ],
  },
  count: [2, 6],
  serviceCharge: 10,
  tax: { of: 'food', isIncluded: false },
  payments: ['card', 'cash', 'wallet'],
  layout: [
    head({ script: true }),
    factsInPairs('number', 'table', 'date', 'time'),
    itemsQuantityFirst(),
    totals({ scale: 1.4 }),
    paid(),
    foot(),
    code(),
  ],
}
