import { facts } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { head } from '../blocks/head.ts'
import { itemsQuantityFirst } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlySign } from './names.ts'

export const mamak: Kind = {
  name: 'mamak',
  languages: ['ms', 'en'],
  looks: [looks.thermal58, looks.thermal80],
  names: mostlySign(
    { ms: ['RESTORAN {}', 'NASI KANDAR {}'], en: ['{} CORNER', 'RESTORAN {}'] },
    'RESTORAN {} SDN BHD',
  ),
  goods: {
    ms: [
      ['ROTI CANAI', 1_50, 2_20, 4],
      ['TEH TARIK', 2_20, 3_00, 4],
      ['NASI LEMAK', 3_00, 8_50, 3],
      ['MEE GORENG', 6_50, 9_50, 2],
      ['AYAM GORENG', 7_00, 10_00, 2],
      ['AIR SIRAP', 1_80, 2_80, 3],
      ['TOSAI', 2_00, 3_20, 2],
    ],
    en: [
      ['ROTI CANAI', 1_50, 2_20, 4],
      ['TEH TARIK', 2_20, 3_00, 4],
      ['NASI GORENG KAMPUNG', 7_50, 11_00, 2],
      ['MAGGI GORENG', 6_00, 8_50, 2],
      ['LIMAU ICE', 2_50, 3_50, 3],
      ['TANDOORI SET', 12_00, 16_00, 2],
    ],
  },
  count: [2, 6],
  payments: ['cash', 'wallet'],
  layout: [
    head(),
    facts('number', 'table', 'dateTime'),
    itemsQuantityFirst(),
    totals({ scale: 1.4 }),
    paid(),
    foot(),
  ],
}
