import { factsInTable } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { letterhead, title } from '../blocks/head.ts'
import { itemsInTable } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { brandAndCompany } from './names.ts'

export const hotel: Kind = {
  name: 'hotel',
  languages: ['en'],
  looks: [looks.a4, looks.pdf],
  names: brandAndCompany(
    { en: ['{} HOTEL', 'HOTEL {}', '{} RESORT & SPA'] },
    '{} HOSPITALITY SDN BHD',
    '{} HOTELS (M) SDN BHD',
  ),
  goods: {
    en: [
      ['DELUXE ROOM (NIGHT)', 180_00, 420_00, 3],
      ['BREAKFAST BUFFET', 35_00, 58_00, 2],
      ['LAUNDRY', 12_00, 45_00],
      ['EXTRA BED', 60_00, 90_00],
      ['PARKING', 8_00, 15_00, 2],
    ],
  },
  count: [1, 4],
  tax: { of: 'service', isIncluded: false },
  serviceCharge: 10,
  extras: [{ label: 'tourism', sen: [10_00, 10_00], share: 0.4 }],
  payments: ['card', 'transfer'],
  layout: [
    letterhead(),
    title('invoice'),
    factsInTable('number', 'date', 'customer'),
    itemsInTable(),
    totals(),
    paid(),
    foot(),
  ],
}
