import { facts } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { head, title } from '../blocks/head.ts'
import { itemsFiguresBelow } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { brandAndCompany } from './names.ts'

export const gym: Kind = {
  name: 'gym',
  languages: ['en', 'ms'],
  looks: [looks.a5, looks.thermal80, looks.screen],
  names: brandAndCompany(
    { en: ['{} FITNESS', '{} GYM & STUDIO'], ms: ['GIMNASIUM {}'] },
    '{} FITNESS SDN BHD',
    '{} WELLNESS (M) SDN BHD',
  ),
  goods: {
    en: [
      ['MONTHLY MEMBERSHIP', 98_00, 198_00, 3],
      ['JOINING FEE', 50_00, 150_00],
      ['PERSONAL TRAINING 5 SESSIONS', 450_00, 750_00],
      ['YOGA CLASS', 25_00, 45_00, 4],
      ['TOWEL RENTAL', 5_00, 10_00],
    ],
    ms: [
      ['YURAN KEAHLIAN BULANAN', 80_00, 160_00, 3],
      ['YURAN PENDAFTARAN', 30_00, 100_00],
      ['KELAS ZUMBA', 15_00, 30_00, 4],
    ],
  },
  count: [1, 2],
  tax: { of: 'service', isIncluded: false },
  payments: ['card', 'wallet', 'transfer'],
  layout: [
    head({ script: true }),
    title('officialReceipt'),
    facts('number', 'date', 'member'),
    itemsFiguresBelow(),
    totals(),
    paid(),
    foot(),
  ],
}
