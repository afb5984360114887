import { facts } from '../blocks/facts.ts'
import { code, foot } from '../blocks/foot.ts'
import { head } from '../blocks/head.ts'
import { itemsOverTwoLines } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { brandAndCompany } from './names.ts'

export const pharmacy: Kind = {
  name: 'pharmacy',
  languages: ['en', 'ms'],
  looks: [looks.thermal80, looks.thermal80narrow],
  names: brandAndCompany(
    { en: ['{} PHARMACY', '{} HEALTH & BEAUTY'], ms: ['FARMASI {}'] },
    '{} PHARMACEUTICALS SDN BHD',
    'FARMASI {} (M) SDN. BHD.',
  ),
  goods: {
    en: [
      ['VITAMIN C 1000MG 30S', 24_90, 49_90, 2],
      ['PARACETAMOL 500MG', 4_50, 9_90, 3],
      ['BLOOD PRESSURE MONITOR', 129_00, 249_00],
      ['FACE MASK 50S', 9_90, 19_90, 2],
      ['GLUCOSE TEST STRIPS', 69_90, 119_00],
      ['PLASTER 20S', 5_90, 8_90, 2],
      ['EYE DROPS 10ML', 15_90, 29_90],
      ['FISH OIL 180 CAPS', 59_90, 109_00],
    ],
    ms: [
      ['VITAMIN C 1000MG 30 BIJI', 24_90, 49_90, 2],
      ['UBAT BATUK HERBA', 12_90, 22_90, 2],
      ['MINYAK ANGIN', 6_90, 12_90, 2],
      ['KAPAS 100G', 4_90, 7_90],
      ['ALAT TEKANAN DARAH', 129_00, 249_00],
      ['PELITUP MUKA 50S', 9_90, 19_90],
    ],
  },
  count: [2, 6],
  discounts: 0.2,
  payments: ['cash', 'card', 'wallet'],
  layout: [
    head({ withEmblem: true }),
    facts('number', 'dateTime', 'cashier'),
    itemsOverTwoLines({ withCodes: true }),
    totals(),
    paid(),
    foot(),
    code(),
  ],
}
