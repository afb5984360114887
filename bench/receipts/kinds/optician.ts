import { factsInPairs } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { head, title } from '../blocks/head.ts'
import { itemsFiguresBelow } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { brandAndCompany } from './names.ts'

export const optician: Kind = {
  name: 'optician',
  languages: ['en', 'zh'],
  looks: [looks.a5, looks.thermal80],
  names: brandAndCompany(
    { en: ['{} OPTICAL', '{} EYEWEAR'], zh: ['{}眼镜店'] },
    '{} OPTICAL SDN BHD',
    '{} VISION CARE SDN BHD',
  ),
  goods: {
    en: [
      ['SPECTACLE FRAME', 120_00, 450_00],
      ['SINGLE VISION LENS (PAIR)', 90_00, 280_00],
      ['CONTACT LENS MONTHLY', 45_00, 98_00, 2],
      ['EYE EXAMINATION', 30_00, 60_00],
    ],
    zh: [
      ['眼镜框', 120_00, 380_00],
      ['镜片', 90_00, 260_00],
      ['验光', 20_00, 50_00],
    ],
  },
  count: [1, 3],
  discounts: 0.3,
  payments: ['card', 'cash', 'wallet'],
  layout: [
    head({ script: true }),
    title('officialReceipt'),
    factsInPairs('number', 'date', 'customer'),
    itemsFiguresBelow(),
    totals(),
    paid(),
    foot(),
  ],
}
