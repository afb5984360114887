import { billingDays } from '../blocks/bill.ts'
import { facts } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { head, title } from '../blocks/head.ts'
import { itemsInLines } from '../blocks/items.ts'
import { totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlyCompany } from './names.ts'

export const phoneBill: Kind = {
  name: 'phone-bill',
  languages: ['en', 'ms'],
  looks: [looks.pdf, looks.screen],
  names: mostlyCompany(
    { en: ['{} MOBILE'], ms: ['{} SELULAR'] },
    '{} MOBILE SDN BHD',
    '{} COMMUNICATIONS BERHAD',
  ),
  goods: {
    en: [
      ['Postpaid Plan 80', 68_00, 98_00],
      ['Device Instalment 05/24', 45_00, 120_00],
      ['Roaming Data Pass', 20_00, 58_00],
    ],
    ms: [
      ['Pelan Pascabayar 80', 68_00, 98_00],
      ['Ansuran Peranti 05/24', 45_00, 120_00],
    ],
  },
  count: [1, 3],
  tax: { of: 'food', isIncluded: false },
  payments: ['card', 'transfer'],
  layout: [
    head({ withEmblem: true }),
    title('bill'),
    facts('account', 'number', 'date', 'customer'),
    billingDays(),
    itemsInLines(),
    totals({ scale: 1.4 }),
    foot('computerGenerated'),
  ],
}
