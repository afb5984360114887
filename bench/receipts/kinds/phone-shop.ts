import { facts } from '../blocks/facts.ts'
import { foot } from '../blocks/foot.ts'
import { head, title } from '../blocks/head.ts'
import { itemsFiguresBelow } from '../blocks/items.ts'
import { paid, totals } from '../blocks/totals.ts'
import type { Kind } from '../kind.ts'
import { looks } from '../paper/looks.ts'
import { mostlySign } from './names.ts'

export const phoneShop: Kind = {
  name: 'phone-shop',
  languages: ['en', 'ms', 'zh'],
  looks: [looks.thermal80, looks.a5, looks.dotMatrix],
  names: mostlySign(
    { en: ['{} MOBILE', '{} GADGET STORE'], ms: ['KEDAI TELEFON {}'], zh: ['{}手机店'] },
    '{} TELECOMMUNICATION SDN BHD',
    '{} MOBILE TRADING',
  ),
  goods: {
    en: [
      ['SMARTPHONE NUSA 12 256GB', 899_00, 2499_00],
      ['TABLET 11 INCH 128GB', 1099_00, 2199_00],
      ['PHONE CASE', 19_90, 79_00, 2],
      ['SCREEN PROTECTOR', 15_00, 39_00, 2],
      ['USB-C CHARGER 65W', 59_00, 129_00],
    ],
    ms: [
      ['TELEFON PINTAR NUSA 12', 899_00, 2199_00],
      ['SARUNG TELEFON', 19_90, 69_00, 2],
      ['PELINDUNG SKRIN', 15_00, 35_00, 2],
      ['PENGECAS 65W', 59_00, 119_00],
    ],
    zh: [
      ['智能手机 256GB', 899_00, 2199_00],
      ['手机壳', 19_90, 59_00, 2],
      ['充电器', 39_00, 99_00],
    ],
  },
  count: [1, 3],
  discounts: 0.2,
  payments: ['card', 'cash', 'wallet'],
  layout: [
    head(),
    title('invoice'),
    facts('number', 'date', 'customer'),
    itemsFiguresBelow(),
    totals(),
    paid(),
    foot(),
  ],
}
