import { billingDays, settledBalance } from '../blocks/bill.ts'
import { factsInTable } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { letterhead, title } from '../blocks/head.ts'
import { itemsInLines } from '../blocks/items.ts'
import { totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlyCompany } from './names.ts'

export const broadbandBill: Kind = {
  name: 'broadband-bill',
  languages: ['en', 'ms'],
  looks: [looks.pdf, looks.a4],
  names: mostlyCompany(
    { en: ['{} FIBRE'], ms: ['JALUR LEBAR {}'] },
    '{} BROADBAND SDN BHD',
    '{} TELEKOM BERHAD',
  ),
  goods: {
    en: [
      ['Fibre 300Mbps Monthly', 99_00, 139_00],
      ['Router Rental', 5_00, 10_00],
      ['IPTV Pack', 20_00, 45_00],
    ],
    ms: [
      ['Langganan Gentian 300Mbps', 99_00, 139_00],
      ['Sewaan Penghala', 5_00, 10_00],
      ['Pakej TV', 20_00, 45_00],
    ],
  },
  count: [1, 3],
  tax: { of: 'food', isIncluded: false },
  payments: ['transfer', 'card'],
  layout: [
    letterhead(),
    title('bill'),
    factsInTable('account', 'number', 'date', 'customer'),
    billingDays(),
    itemsInLines(),
    settledBalance(),
    totals({ scale: 1.4 }),
    foot('computerGenerated'),
  ],
}
