import { factsInPairs } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { letterhead, title } from '../blocks/head.ts'
import { itemsInTable } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlySign } from './names.ts'

export const dentist: Kind = {
  name: 'dentist',
  languages: ['ms', 'en'],
  looks: [looks.a5, looks.thermal80],
  names: mostlySign(
    { ms: ['KLINIK PERGIGIAN {}'], en: ['{} DENTAL CLINIC', '{} DENTAL SURGERY'] },
    '{} DENTAL CARE SDN BHD',
  ),
  goods: {
    ms: [
      ['PENSKALAAN & PENGGILAPAN', 80_00, 140_00],
      ['TAMPALAN GIGI', 70_00, 150_00, 2],
      ['CABUTAN GIGI', 60_00, 120_00],
      ['RAWATAN FLUORIDA', 30_00, 60_00],
      ['X-RAY', 20_00, 50_00],
    ],
    en: [
      ['SCALING AND POLISHING', 80_00, 150_00],
      ['COMPOSITE FILLING', 80_00, 180_00, 2],
      ['EXTRACTION', 70_00, 150_00],
      ['BRACES INSTALMENT', 150_00, 300_00],
      ['DENTAL X-RAY', 20_00, 60_00],
    ],
  },
  count: [1, 3],
  payments: ['card', 'cash', 'transfer'],
  layout: [
    letterhead(),
    title('officialReceipt'),
    factsInPairs('number', 'date', 'patient'),
    itemsInTable(),
    totals(),
    paid(),
    foot('computerGenerated'),
  ],
}
