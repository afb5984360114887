import { facts } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { head } from '../blocks/head.ts'
import { itemsInLines } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlyCompany } from './names.ts'

export const parking: Kind = {
  name: 'parking',
  languages: ['en', 'ms'],
  looks: [looks.thermal58],
  names: mostlyCompany({ en: ['{} PARKING'], ms: ['PARKIR {}'] }, '{} PARKING MANAGEMENT SDN BHD'),
  goods: {
    en: [['PARKING FEE', 2_00, 18_00]],
    ms: [['BAYARAN LETAK KERETA', 2_00, 18_00]],
  },
  count: [1, 1],
  tax: { of: 'food', isIncluded: true },
  payments: ['cash', 'wallet', 'card'],
  layout: [head(), facts('number', 'dateTime'), itemsInLines(), totals(), paid(), foot()],
}
