import { facts } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { head } from '../blocks/head.ts'
import { itemsInLines } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlySign } from './names.ts'

export const ride: Kind = {
  name: 'ride',
  languages: ['en', 'ms'],
  looks: [looks.screen],
  names: mostlySign({ en: ['{} RIDE', 'GO{}'], ms: ['{} KERETA'] }, '{} TRANSPORT TECHNOLOGIES SDN BHD'),
  goods: {
    en: [
      ['Fare 4-seater', 8_00, 48_00],
      ['Fare 6-seater', 14_00, 75_00],
    ],
    ms: [
      ['Tambang 4 tempat duduk', 8_00, 48_00],
      ['Tambang 6 tempat duduk', 14_00, 75_00],
    ],
  },
  count: [1, 1],
  extras: [
    { label: 'toll', sen: [1_00, 8_00], share: 0.5 },
    { label: 'platformFee', sen: [1_00, 2_00], share: 0.6 },
    { label: 'voucher', sen: [-4_00, -1_00], share: 0.3 },
  ],
  payments: ['wallet', 'card', 'cash'],
  layout: [
    head(),
    facts('date', 'number', 'customer'),
    itemsInLines(),
    totals({ scale: 1.6 }),
    paid(),
    foot(),
  ],
}
