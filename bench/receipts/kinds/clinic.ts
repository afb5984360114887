import { facts } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { head, title } from '../blocks/head.ts'
import { itemsInLines } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlySign } from './names.ts'

export const clinic: Kind = {
  name: 'clinic',
  languages: ['ms', 'en'],
  looks: [looks.thermal80, looks.a5, looks.thermal80condensed],
  names: mostlySign(
    { ms: ['KLINIK {}', 'POLIKLINIK {}', 'KLINIK KELUARGA {}'], en: ['{} CLINIC', '{} FAMILY CLINIC'] },
    '{} MEDICAL GROUP SDN BHD',
    'KUMPULAN PERUBATAN {} SDN. BHD.',
  ),
  goods: {
    ms: [
      ['KONSULTASI DOKTOR', 35_00, 60_00],
      ['UBAT DEMAM', 8_00, 18_00, 2],
      ['UBAT BATUK 100ML', 10_00, 20_00, 2],
      ['VAKSIN INFLUENZA', 70_00, 110_00],
      ['UJIAN DARAH', 45_00, 160_00],
      ['PEMERIKSAAN KESIHATAN PENUH', 120_00, 350_00],
      ['SIJIL CUTI SAKIT', 5_00, 10_00],
    ],
    en: [
      ['CONSULTATION', 35_00, 65_00],
      ['MEDICATION', 15_00, 60_00],
      ['FULL MEDICAL CHECK-UP', 120_00, 380_00],
      ['INFLUENZA VACCINE', 70_00, 110_00],
      ['BLOOD TEST', 45_00, 180_00],
      ['ULTRASOUND SCAN', 60_00, 120_00],
      ['DRESSING', 10_00, 25_00],
    ],
  },
  count: [1, 4],
  payments: ['cash', 'card', 'wallet'],
  layout: [
    head(),
    title('officialReceipt'),
    facts('number', 'date', 'patient'),
    itemsInLines(),
    totals(),
    paid(),
    foot(),
  ],
}
