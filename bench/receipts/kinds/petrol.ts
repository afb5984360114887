import { dayBelow } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { head } from '../blocks/head.ts'
import { itemsOverTwoLines } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlySign } from './names.ts'

export const petrol: Kind = {
  name: 'petrol',
  languages: ['en', 'ms'],
  looks: [looks.thermal58, looks.thermal80],
  names: mostlySign(
    { ms: ['STESEN MINYAK {}'], en: ['{} SERVICE STATION', '{} FUEL STOP'] },
    '{} PETROLEUM TRADING',
    'STESEN {} SDN BHD',
  ),
  goods: {
    en: [
      ['RON95', 2_05, 2_05, 40, 2],
      ['RON97', 3_15, 3_47, 40, 2],
      ['DIESEL B10', 2_15, 3_35, 60, 2],
    ],
    ms: [
      ['PETROL RON95', 1_99, 2_05, 40, 2],
      ['PETROL RON97', 3_15, 3_47, 40, 2],
      ['DIESEL', 2_15, 3_35, 60, 2],
    ],
  },
  count: [1, 1],
  payments: ['card', 'cash', 'wallet'],
  layout: [
    head({ withEmblem: true }),
    itemsOverTwoLines(),
    totals({ scale: 1.4 }),
    paid(),
    dayBelow(),
    foot(),
  ],
}
