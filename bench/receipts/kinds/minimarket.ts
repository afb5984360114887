import { facts } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { head } from '../blocks/head.ts'
import { itemsInLines } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlySign } from './names.ts'

export const minimarket: Kind = {
  name: 'minimarket',
  languages: ['ms', 'zh', 'en'],
  looks: [looks.thermal58, looks.dotMatrix],
  names: mostlySign(
    { ms: ['PASAR MINI {}', 'KEDAI RUNCIT {}'], en: ['{} MINI MART'], zh: ['{}杂货店'] },
    '{} TRADING',
    'SYARIKAT {} ENTERPRISE',
  ),
  goods: {
    ms: [
      ['ROTI PUTIH BESAR', 3_90, 4_80, 2],
      ['AIR MINERAL 1.5L', 1_90, 2_90, 3],
      ['MI SEGERA 5S', 4_50, 6_50, 2],
      ['KEROPEK UDANG', 3_90, 7_90, 2],
      ['BATERI AA 4S', 7_90, 12_90],
    ],
    en: [
      ['WHITE BREAD', 3_90, 4_80, 2],
      ['MINERAL WATER 1.5L', 1_90, 2_90, 3],
      ['INSTANT NOODLES 5S', 4_50, 6_50, 2],
      ['POTATO CHIPS', 3_90, 7_90, 2],
      ['BATTERY AA 4S', 7_90, 12_90],
    ],
    zh: [
      ['白面包', 3_90, 4_80, 2],
      ['矿泉水', 1_90, 2_90, 3],
      ['快熟面', 4_50, 6_50, 2],
      ['饼干', 3_90, 7_90, 2],
      ['洗衣粉', 10_90, 16_90],
    ],
  },
  count: [1, 5],
  payments: ['cash', 'wallet'],
  layout: [head(), facts('number', 'dateTime'), itemsInLines(), totals(), paid(), foot()],
}
