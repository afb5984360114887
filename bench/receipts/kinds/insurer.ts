import { sumAssured } from '../blocks/bill.ts'
import { factsInTable } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { letterhead, title } from '../blocks/head.ts'
import { itemsInLines } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlyCompany } from './names.ts'

export const insurer: Kind = {
  name: 'insurer',
  languages: ['en', 'ms'],
  looks: [looks.a4, looks.pdf],
  names: mostlyCompany({ en: ['{} LIFE'], ms: ['TAKAFUL {}'] }, '{} ASSURANCE BERHAD', '{} TAKAFUL BERHAD'),
  goods: {
    en: [
      ['LIFE PREMIUM PAYMENT', 120_00, 480_00],
      ['MEDICAL RIDER PREMIUM', 80_00, 320_00],
      ['PERSONAL ACCIDENT PREMIUM', 60_00, 200_00],
    ],
    ms: [
      ['CARUMAN HAYAT', 120_00, 450_00],
      ['CARUMAN PERUBATAN', 80_00, 300_00],
    ],
  },
  count: [1, 2],
  extras: [{ label: 'stampDuty', sen: [10_00, 10_00], share: 0.3 }],
  payments: ['transfer', 'card'],
  layout: [
    letterhead(),
    title('officialReceipt'),
    factsInTable('number', 'date', 'customer', 'policy'),
    sumAssured(),
    itemsInLines(),
    totals(),
    paid(),
    foot('computerGenerated'),
  ],
}
