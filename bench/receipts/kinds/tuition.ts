import { factsInTable } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { letterhead, title } from '../blocks/head.ts'
import { itemsInLines } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlySign } from './names.ts'

export const tuition: Kind = {
  name: 'tuition',
  languages: ['ms', 'en'],
  looks: [looks.a5, looks.thermal80],
  names: mostlySign(
    { ms: ['PUSAT TUISYEN {}', 'PUSAT BAHASA {}'], en: ['{} LEARNING CENTRE', '{} ACADEMY'] },
    '{} EDUCATION SDN BHD',
  ),
  goods: {
    ms: [
      ['YURAN MATEMATIK T5', 60_00, 120_00, 2],
      ['YURAN BAHASA INGGERIS', 60_00, 110_00],
      ['NOTA DAN LATIHAN', 15_00, 40_00],
    ],
    en: [
      ['TUITION FEE MATHEMATICS', 80_00, 150_00, 2],
      ['COURSE FEE: DATA ANALYSIS', 800_00, 1500_00],
      ['JAPANESE LANGUAGE LEVEL 1', 350_00, 600_00],
      ['STUDY MATERIALS', 20_00, 60_00],
    ],
  },
  count: [1, 3],
  extras: [{ label: 'registration', sen: [20_00, 60_00], share: 0.3 }],
  payments: ['cash', 'transfer', 'card'],
  layout: [
    letterhead(),
    title('officialReceipt'),
    factsInTable('number', 'date', 'pupil'),
    itemsInLines(),
    totals(),
    paid(),
    foot('computerGenerated'),
  ],
}
