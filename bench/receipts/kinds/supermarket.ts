import { factsInPairs } from '../blocks/facts.ts'
import { code, foot } from '../blocks/foot.ts'
import { head } from '../blocks/head.ts'
import { itemsOverTwoLines } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { brandAndCompany } from './names.ts'

export const supermarket: Kind = {
  name: 'supermarket',
  languages: ['en', 'ms'],
  looks: [looks.thermal80, looks.thermal80narrow, looks.thermal80condensed],
  names: brandAndCompany(
    { en: ['{} HYPERMARKET', '{} FRESH MART'], ms: ['PASARAYA {}', 'PASAR RAYA {}'] },
    '{} RETAIL (M) SDN BHD',
    '{} STORES SDN. BHD.',
  ),
  goods: {
    en: [
      ['FRESH MILK 1L', 7_50, 9_20, 3],
      ['RICE 5KG', 22_90, 34_90],
      ['EGGS GRADE B 30S', 12_90, 15_90],
      ['CHICKEN BREAST', 13_90, 18_90, 2, 3],
      ['BANANA', 4_90, 7_90, 2, 3],
      ['DETERGENT 3KG', 18_90, 29_90],
      ['COOKING OIL 2KG', 13_90, 17_90],
      ['BISCUITS ASSORTED', 4_90, 12_90, 3],
      ['TOILET ROLL 10S', 12_90, 19_90],
      ['ORANGE JUICE 1.5L', 8_90, 12_90, 2],
    ],
    ms: [
      ['BERAS 5KG', 22_90, 34_90],
      ['GULA PASIR 1KG', 2_85, 3_10, 3],
      ['TEPUNG GANDUM 1KG', 2_90, 3_60, 2],
      ['TELUR GRED B 30', 12_90, 15_90],
      ['BAWANG BESAR', 3_90, 6_90, 2, 3],
      ['SUSU PEKAT MANIS', 3_50, 4_90, 4],
      ['SABUN PENCUCI', 10_90, 24_90],
      ['BISKUT KRIM', 3_90, 8_90, 3],
    ],
  },
  count: [3, 10],
  discounts: 0.15,
  payments: ['cash', 'card', 'wallet'],
  layout: [
    head(),
    factsInPairs('number', 'cashier', 'date', 'time'),
    itemsOverTwoLines({ withCodes: true }),
    totals(),
    paid(),
    foot(),
    code(),
  ],
}
