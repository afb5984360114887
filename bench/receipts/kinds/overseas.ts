import { facts } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { head } from '../blocks/head.ts'
import { itemsOverTwoLines } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlyCompany } from './names.ts'

export const overseas: Kind = {
  name: 'overseas',
  languages: ['en'],
  looks: [looks.thermal80, looks.pdf],
  names: mostlyCompany({ en: ['{} STORES'] }, '{} PTE LTD', '{} RETAIL PTE. LTD.'),
  goods: {
    en: [
      ['CONFERENCE TICKET', 80_00, 480_00],
      ['PROGRAMMING BOOK', 35_00, 88_00, 2],
      ['COFFEE BEANS 500G', 18_00, 32_00, 2],
      ['UMBRELLA', 12_00, 28_00],
    ],
  },
  count: [1, 4],
  payments: ['card', 'cash'],
  currency: 'SGD',
  layout: [head(), facts('number', 'dateTime'), itemsOverTwoLines(), totals(), paid(), foot()],
}
