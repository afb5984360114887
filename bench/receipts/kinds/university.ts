import { factsInTable } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { letterhead, title } from '../blocks/head.ts'
import { itemsInTable } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlySign } from './names.ts'

export const university: Kind = {
  name: 'university',
  languages: ['en', 'ms'],
  looks: [looks.a4, looks.pdf],
  names: mostlySign(
    { en: ['{} UNIVERSITY', '{} UNIVERSITY COLLEGE'], ms: ['KOLEJ UNIVERSITI {}'] },
    '{} EDUCATION GROUP SDN BHD',
  ),
  goods: {
    en: [
      ['TUITION FEE SEMESTER 1', 2500_00, 6800_00],
      ['LIBRARY FEE', 100_00, 200_00],
      ['STUDENT SERVICES FEE', 150_00, 300_00],
      ['EXAMINATION FEE', 120_00, 360_00],
    ],
    ms: [
      ['YURAN PENGAJIAN SEMESTER 2', 1800_00, 5200_00],
      ['YURAN PERPUSTAKAAN', 80_00, 150_00],
      ['YURAN PEPERIKSAAN', 100_00, 300_00],
    ],
  },
  count: [1, 4],
  payments: ['transfer', 'card'],
  layout: [
    letterhead(),
    title('officialReceipt'),
    factsInTable('number', 'date', 'pupil', 'account'),
    itemsInTable(),
    totals(),
    paid(),
    foot('computerGenerated'),
  ],
}
