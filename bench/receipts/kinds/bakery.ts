import { facts } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { head } from '../blocks/head.ts'
import { itemsInLines } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { brandAndCompany } from './names.ts'

export const bakery: Kind = {
  name: 'bakery',
  languages: ['en'],
  looks: [looks.thermal58, looks.thermal80narrow],
  names: brandAndCompany(
    { en: ['{} BAKERY', '{} CAKE HOUSE'] },
    '{} BAKERIES SDN BHD',
    '{} CONFECTIONERY SDN. BHD.',
  ),
  goods: {
    en: [
      ['BUTTER CROISSANT', 4_50, 6_90, 4],
      ['WHOLEMEAL LOAF', 5_50, 8_90, 2],
      ['CHOCOLATE BUN', 2_80, 3_90, 4],
      ['CHEESE TART', 3_90, 5_50, 6],
      ['BIRTHDAY CAKE 1KG', 68_00, 98_00],
      ['EGG SANDWICH', 5_90, 7_90, 2],
    ],
  },
  count: [1, 5],
  discounts: 0.1,
  tax: { of: 'food', isIncluded: true },
  payments: ['cash', 'card', 'wallet'],
  layout: [head({ withEmblem: true }), facts('number', 'dateTime'), itemsInLines(), totals(), paid(), foot()],
}
