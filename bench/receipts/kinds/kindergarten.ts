import { facts } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { head, title } from '../blocks/head.ts'
import { itemsInLines } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlySign } from './names.ts'

export const kindergarten: Kind = {
  name: 'kindergarten',
  languages: ['ms', 'zh', 'en'],
  looks: [looks.a5, looks.dotMatrix],
  names: mostlySign(
    { ms: ['TADIKA {}', 'TASKA {}'], en: ['{} KINDERGARTEN', '{} CHILD CARE CENTRE'], zh: ['{}幼儿园'] },
    '{} EDUCARE SDN BHD',
  ),
  goods: {
    ms: [
      ['YURAN TADIKA JULAI', 280_00, 420_00],
      ['YURAN TASKA', 350_00, 550_00],
      ['BUKU DAN ALAT TULIS', 60_00, 150_00],
      ['PAKAIAN SERAGAM', 35_00, 65_00, 2],
    ],
    en: [
      ['MONTHLY FEE', 350_00, 650_00],
      ['CHILD CARE FEE AUGUST', 450_00, 700_00],
      ['BOOKS AND MATERIALS', 80_00, 180_00],
      ['UNIFORM', 35_00, 65_00, 2],
    ],
    zh: [
      ['学费', 280_00, 450_00],
      ['书本费', 60_00, 150_00],
      ['校服', 35_00, 60_00, 2],
    ],
  },
  count: [1, 3],
  payments: ['cash', 'transfer'],
  layout: [
    head({ withEmblem: true }),
    title('officialReceipt'),
    facts('number', 'date', 'pupil'),
    itemsInLines(),
    totals(),
    paid(),
    foot(),
  ],
}
