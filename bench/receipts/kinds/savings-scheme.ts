import { facts } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { head, title } from '../blocks/head.ts'
import { itemsInLines } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlySign } from './names.ts'

export const savingsScheme: Kind = {
  name: 'savings-scheme',
  languages: ['ms'],
  looks: [looks.a5, looks.thermal80, looks.screen],
  names: mostlySign(
    { ms: ['PERBADANAN SIMPANAN PENDIDIKAN {}', 'TABUNG PENDIDIKAN {}'] },
    'PERBADANAN TABUNG {} BERHAD',
  ),
  goods: {
    ms: [
      ['DEPOSIT SIMPANAN PENDIDIKAN', 50_00, 1500_00],
      ['CARUMAN BULANAN', 30_00, 500_00],
    ],
  },
  count: [1, 1],
  payments: ['transfer', 'cash'],
  layout: [
    head({ withEmblem: true }),
    title('officialReceipt'),
    facts('number', 'dateTime', 'account', 'customer'),
    itemsInLines(),
    totals(),
    paid(),
    foot('computerGenerated'),
  ],
}
