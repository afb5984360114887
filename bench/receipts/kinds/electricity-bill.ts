import { billingDays, settledBalance } from '../blocks/bill.ts'
import { factsInTable } from '../blocks/facts.ts'
import { code, foot } from '../blocks/foot.ts'
import { letterhead, title } from '../blocks/head.ts'
import { itemsInLines } from '../blocks/items.ts'
import { totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlyCompany } from './names.ts'

export const electricityBill: Kind = {
  name: 'electricity-bill',
  languages: ['ms', 'en'],
  looks: [looks.pdf, looks.a4],
  names: mostlyCompany(
    { ms: ['ELEKTRIK {}'], en: ['{} POWER'] },
    '{} TENAGA BERHAD',
    '{} ENERGY SUPPLY BERHAD',
  ),
  goods: {
    ms: [
      ['Caj Tenaga', 45_00, 320_00],
      ['Caj Kapasiti', 8_00, 60_00],
      ['Caj Rangkaian', 12_00, 90_00],
      ['Kumpulan Wang Tenaga Boleh Baharu 1.6%', 1_00, 6_00],
    ],
    en: [
      ['Energy Charge', 45_00, 320_00],
      ['Capacity Charge', 8_00, 60_00],
      ['Network Charge', 12_00, 90_00],
      ['Renewable Energy Fund 1.6%', 1_00, 6_00],
    ],
  },
  count: [2, 4],
  payments: ['transfer'],
  layout: [
    letterhead(),
    title('bill'),
    factsInTable('account', 'number', 'date', 'customer'),
    billingDays(),
    itemsInLines(),
    settledBalance(),
    totals({ scale: 1.5 }),
    foot('computerGenerated'),
    code(),
  ],
}
