import { factsInPairs } from '../blocks/facts.ts'
import { code, foot } from '../blocks/foot.ts'
import { head } from '../blocks/head.ts'
import { itemsFiguresBelow } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { brandAndCompany } from './names.ts'

export const sportsShop: Kind = {
  name: 'sports-shop',
  languages: ['en', 'ms'],
  looks: [looks.thermal80condensed, looks.thermal80],
  names: brandAndCompany(
    { en: ['{} SPORTS', '{} ACTIVE'], ms: ['KEDAI SUKAN {}'] },
    '{} SPORTS SDN BHD',
    '{} SPORTING GOODS (M) SDN BHD',
  ),
  goods: {
    en: [
      ['BADMINTON RACKET', 99_00, 329_00],
      ['SHUTTLECOCK TUBE 12S', 49_90, 89_90, 2],
      ['RUNNING SHOES', 159_00, 459_00],
      ['SWIMMING GOGGLES', 39_90, 89_90],
      ['YOGA MAT 6MM', 49_90, 99_90],
      ['SPORTS SOCKS', 15_90, 29_90, 3],
    ],
    ms: [
      ['RAKET BADMINTON', 99_00, 299_00],
      ['BULU TANGKIS 12 BIJI', 49_90, 85_00, 2],
      ['KASUT LARI', 159_00, 399_00],
      ['BOLA SEPAK SAIZ 5', 39_90, 99_00],
      ['STOKIN SUKAN', 12_90, 25_00, 3],
    ],
  },
  count: [1, 5],
  discounts: 0.35,
  payments: ['card', 'cash', 'wallet'],
  layout: [
    head({ withEmblem: true }),
    factsInPairs('number', 'cashier', 'date', 'time'),
    itemsFiguresBelow(),
    totals(),
    paid(),
    foot(),
    code(),
  ],
}
