import { factsInTable } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { letterhead, title } from '../blocks/head.ts'
import { itemsInTable } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlyCompany } from './names.ts'

export const marketplace: Kind = {
  name: 'marketplace',
  languages: ['en', 'ms'],
  looks: [looks.pdf, looks.screen],
  names: mostlyCompany(
    { en: ['{} MALL', '{} OFFICIAL STORE'], ms: ['KEDAI RASMI {}'] },
    '{} ECOMMERCE SDN BHD',
    '{} ONLINE TRADING SDN BHD',
  ),
  goods: {
    en: [
      ['Portable Table Fan USB', 39_90, 89_00],
      ['Running Shoes Men EU42', 129_00, 289_00],
      ['Ergonomic Keyboard', 99_00, 219_00],
      ['Notebook A5 Dotted', 12_90, 24_90, 3],
      ['Badminton Racket Set', 79_90, 159_00],
      ['Phone Holder Car', 19_90, 39_90, 2],
    ],
    ms: [
      ['Kipas Meja USB', 39_90, 89_00],
      ['Kasut Sukan Lelaki', 129_00, 259_00],
      ['Papan Kekunci Tanpa Wayar', 79_00, 159_00],
      ['Buku Nota A5', 12_90, 24_90, 3],
    ],
  },
  count: [1, 4],
  extras: [
    { label: 'shipping', sen: [4_90, 12_00], share: 0.8 },
    { label: 'voucher', sen: [-10_00, -3_00], share: 0.5 },
  ],
  payments: ['card', 'wallet', 'transfer'],
  layout: [
    letterhead(),
    title('invoice'),
    factsInTable('number', 'date', 'customer'),
    itemsInTable(),
    totals(),
    paid(),
    foot('computerGenerated'),
  ],
}
