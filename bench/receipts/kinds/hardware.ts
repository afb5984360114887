import { factsInPairs } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { head, title } from '../blocks/head.ts'
import { itemsInTable } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlyCompany } from './names.ts'

export const hardware: Kind = {
  name: 'hardware',
  languages: ['zh', 'en', 'ms'],
  looks: [looks.dotMatrix, looks.a5],
  names: mostlyCompany(
    { zh: ['{}五金'], en: ['{} HARDWARE'], ms: ['KEDAI PERKAKAS {}'] },
    '{} HARDWARE SDN BHD',
    '{} HARDWARE & TRADING',
  ),
  goods: {
    zh: [
      ['水管 1/2寸', 4_50, 8_90, 5],
      ['油漆 5L', 68_00, 128_00],
      ['螺丝钉', 3_00, 8_00, 3],
      ['锤子', 18_00, 35_00],
    ],
    en: [
      ['PVC PIPE 1/2"', 4_50, 8_90, 5],
      ['EMULSION PAINT 5L', 68_00, 128_00, 2],
      ['SCREWS 100PCS', 6_00, 12_00, 3],
      ['LED BULB 12W', 7_90, 14_90, 6],
      ['CLAW HAMMER', 18_00, 35_00],
    ],
    ms: [
      ['PAIP PVC 1/2"', 4_50, 8_90, 5],
      ['CAT EMULSI 5L', 68_00, 128_00, 2],
      ['SKRU 100 BIJI', 6_00, 12_00, 3],
      ['MENTOL LED 12W', 7_90, 14_90, 6],
    ],
  },
  count: [1, 6],
  payments: ['cash', 'transfer'],
  layout: [
    head(),
    title('invoice'),
    factsInPairs('number', 'date'),
    itemsInTable(),
    totals(),
    paid(),
    foot(),
  ],
}
