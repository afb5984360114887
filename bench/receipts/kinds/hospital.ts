import { factsInTable } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { letterhead, title } from '../blocks/head.ts'
import { itemsInTable } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { brandAndCompany } from './names.ts'

export const hospital: Kind = {
  name: 'hospital',
  languages: ['en', 'ms'],
  looks: [looks.a4, looks.pdf],
  names: brandAndCompany(
    { en: ['{} SPECIALIST HOSPITAL', '{} MEDICAL CENTRE'], ms: ['HOSPITAL PAKAR {}'] },
    '{} HEALTHCARE SDN BHD',
    '{} MEDICAL CENTRE SDN. BHD.',
  ),
  goods: {
    en: [
      ['CONSULTATION FEE', 120_00, 280_00, 2],
      ['WARD CHARGES (DAY)', 180_00, 380_00, 3],
      ['LABORATORY', 85_00, 420_00],
      ['PHARMACY', 60_00, 650_00],
      ['RADIOLOGY - MRI', 750_00, 1250_00],
      ['PROCEDURE FEE', 300_00, 2200_00],
    ],
    ms: [
      ['YURAN RUNDINGAN', 120_00, 250_00, 2],
      ['CAJ WAD (HARI)', 180_00, 350_00, 3],
      ['MAKMAL', 85_00, 380_00],
      ['FARMASI', 60_00, 550_00],
    ],
  },
  count: [2, 6],
  discounts: 0.1,
  payments: ['card', 'transfer', 'cash'],
  layout: [
    letterhead(),
    title('officialReceipt'),
    factsInTable('number', 'date', 'patient'),
    itemsInTable(),
    totals(),
    paid(),
    foot('computerGenerated'),
  ],
}
