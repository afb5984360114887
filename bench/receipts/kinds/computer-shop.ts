import { factsInPairs } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { letterhead, title } from '../blocks/head.ts'
import { itemsInTable } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlyCompany } from './names.ts'

export const computerShop: Kind = {
  name: 'computer-shop',
  languages: ['en'],
  looks: [looks.dotMatrix, looks.a4],
  names: mostlyCompany(
    { en: ['{} COMPUTER', '{} DIGITAL'] },
    '{} KOMPUTER SDN BHD',
    '{} COMPUTER SYSTEMS SDN. BHD.',
  ),
  goods: {
    en: [
      ['NOTEBOOK 14" 16GB 512GB', 2299_00, 4299_00],
      ['LASER PRINTER', 499_00, 899_00],
      ['WIRELESS MOUSE', 35_00, 129_00, 2],
      ['MONITOR 27" QHD', 699_00, 1299_00],
      ['SSD 1TB', 259_00, 399_00, 2],
      ['HDMI CABLE 2M', 15_00, 39_00, 2],
    ],
  },
  count: [1, 4],
  discounts: 0.1,
  payments: ['card', 'transfer', 'cash'],
  layout: [
    letterhead(),
    title('invoice'),
    factsInPairs('number', 'date', 'customer'),
    itemsInTable(),
    totals(),
    paid(),
    foot('computerGenerated'),
  ],
}
