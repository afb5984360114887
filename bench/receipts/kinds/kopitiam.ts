import { facts } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { head } from '../blocks/head.ts'
import { itemsQuantityFirst } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlySign } from './names.ts'

export const kopitiam: Kind = {
  name: 'kopitiam',
  languages: ['zh'],
  looks: [looks.thermal80, looks.thermal58],
  names: mostlySign({ zh: ['{}茶室', '{}海鲜饭店', '{}面家'] }, 'KEDAI KOPI {}', 'RESTORAN {} SDN BHD'),
  goods: {
    zh: [
      ['咖啡', 2_00, 3_20, 4],
      ['干捞面', 7_00, 9_50, 3],
      ['咖喱鸡', 12_00, 18_00, 2],
      ['清蒸鱼', 35_00, 68_00],
      ['白饭', 1_50, 2_00, 5],
      ['炒青菜', 10_00, 16_00, 2],
      ['豆腐煲', 14_00, 22_00],
    ],
  },
  count: [2, 6],
  payments: ['cash', 'wallet'],
  layout: [head(), facts('number', 'table', 'dateTime'), itemsQuantityFirst(), totals(), paid(), foot()],
}
