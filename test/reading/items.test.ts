import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readFields } from '../../server/reading/fields/index.ts'
import { pageOf } from '../support/page-of.ts'

type Item = [
  description: string,
  quantity: number | null,
  unitSen: number | null,
  amountSen: number,
  offSen?: number,
]

const HEAD = 'PASAR MINI CONTOH\nDATE: 01/02/2026\n'

const LISTS: [what: string, list: string, items: Item[]][] = [
  [
    'quantity, price and amount in columns',
    `
DESCRIPTION           QTY   PRICE   AMOUNT
BUKU LATIHAN 5         3     4.50    13.50
PENSEL 2B              10    0.80     8.00
TOTAL                                21.50`,
    [
      ['BUKU LATIHAN 5', 3, 450, 1350],
      ['PENSEL 2B', 10, 80, 800],
    ],
  ],
  [
    'quantity before the name',
    `
2  NASI LEMAK AYAM                   17.00
1  TEH TARIK                          2.50
3  ROTI CANAI @1.80                   5.40
SUBTOTAL                             24.90`,
    [
      ['NASI LEMAK AYAM', 2, null, 1700],
      ['TEH TARIK', 1, null, 250],
      ['ROTI CANAI', 3, 180, 540],
    ],
  ],
  [
    'figures below the name, times signs of every kind',
    `
SABUN MANDI 90G
9555123400011   4 X 2.10              8.40 S
MINYAK MASAK 1KG
9555123400028   2 * 6.90             13.80 S
UBAT GIGI
9555123400035   5.20*2               10.40 S
TISU MUKA
3 PKT @ 4.00                         12.00 S
TOTAL                                44.60`,
    [
      ['SABUN MANDI 90G', 4, 210, 840],
      ['MINYAK MASAK 1KG', 2, 690, 1380],
      ['UBAT GIGI', 2, 520, 1040],
      ['TISU MUKA', 3, 400, 1200],
    ],
  ],
  [
    'a name below its figures, over two lines',
    `
ITEM              QTY    PRICE     AMOUNT
9780201379624      2     15.00      30.00
 KAMUS BAHASA MELAYU
 EDISI KEEMPAT
9780306406157      1     49.90      49.90
 ATLAS DUNIA
TOTAL                               79.90`,
    [
      ['KAMUS BAHASA MELAYU EDISI KEEMPAT', 2, 1500, 3000],
      ['ATLAS DUNIA', 1, 4990, 4990],
    ],
  ],
  [
    'a name that goes on below its figures',
    `
DESCRIPTION          QTY   PRICE    AMOUNT
FILTER AIR SINK       1    35.00     35.00
DENGAN KARBON AKTIF
PAIP GETAH            2    12.50     25.00
TOTAL                                60.00`,
    [
      ['FILTER AIR SINK DENGAN KARBON AKTIF', 1, 3500, 3500],
      ['PAIP GETAH', 2, 1250, 2500],
    ],
  ],
  [
    'discounts on lines of their own are taken off the item above',
    `
KEK KEJU              1     RM12.00
DISCOUNT                    RM-1.20
ROTI GANDUM           2     RM8.40
DISKAUN AHLI               -RM0.40
TOTAL                       RM18.80`,
    [
      ['KEK KEJU', 1, null, 1080, 120],
      ['ROTI GANDUM', 2, null, 800, 40],
    ],
  ],
  [
    'discounts in a column, as an amount and as a percentage',
    `
ITEM            QTY   PRICE   DISC   AMOUNT
KASUT SUKAN      1    120.00  20.00   100.00
STOKIN           2     10.00  10.00%   18.00
TOTAL                                118.00`,
    [
      ['KASUT SUKAN', 1, 12000, 10000, 2000],
      ['STOKIN', 2, 1000, 1800, 200],
    ],
  ],
  [
    'charges and totals are no items, however they are glued',
    `
1  MEE GORENG MAMAK                   8.00
2  LIMAU AIS                          6.00
SVC CHG @10%                          1.40
SST @6%                               0.92
TOTALINCLTAX                         16.32
ROUNDINGADJ                          -0.02
GRANDTOTAL                           16.30
CASH                                 20.00`,
    [
      ['MEE GORENG MAMAK', 1, null, 800],
      ['LIMAU AIS', 2, null, 600],
    ],
  ],
  [
    'a serving charge and a Malay total are none either',
    `
NASI CAMPUR                           9.50
AIR SUAM                              0.50
CAJ PERKHIDMATAN                      1.00
JUMLAH BESAR                         11.00
TUNAI                                20.00
BAKI                                  9.00`,
    [
      ['NASI CAMPUR', null, null, 950],
      ['AIR SUAM', null, null, 50],
    ],
  ],
  [
    'components of a set are no items',
    `
QTY ITEM                             TOTAL
 2 SET AYAM GORENG                   25.80
   2 AIR SEDERHANA
   2 KENTANG
 1 AISKRIM                            3.20
TOTAL                                29.00`,
    [
      ['SET AYAM GORENG', 2, null, 2580],
      ['AISKRIM', 1, null, 320],
    ],
  ],
  [
    'petrol by the litre',
    `
      31.25 LITRE PUMP # 04
PRIMAX 95         RM    64.06 C
      2.050  RM  / LITRE
TOTAL             RM    64.06`,
    [['PRIMAX 95', 31.25, 205, 6406]],
  ],
  [
    'goods by weight',
    `
LOBAK MERAH
0.512 KG @ 6.90                       3.53
TOMATO
1.250KG X 4.00                        5.00
TOTAL                                 8.53`,
    [
      ['LOBAK MERAH', 0.512, 690, 353],
      ['TOMATO', 1.25, 400, 500],
    ],
  ],
  [
    'sizes are no quantities',
    `
KERTAS A4 70GSM X 500                13.90
PAPAN 35.5X25.5CM                    19.00
PITA 48MM*100M                        3.90
TOTAL                                36.80`,
    [
      ['KERTAS A4 70GSM X 500', null, null, 1390],
      ['PAPAN 35.5X25.5CM', null, null, 1900],
      ['PITA 48MM*100M', null, null, 390],
    ],
  ],
  [
    'petrol with letters that look alike',
    `
      28.40 1ITRE PUNP # 02
PRIMAX 95         RM    58.22 C
      2.050  RM  / 1ITRE
TOTAL             RM    58.22`,
    [['PRIMAX 95', 28.4, 205, 5822]],
  ],
  [
    'a price whose @ was read as a letter, above the name',
    `
MEE KARI                            RM8.50
2X  Q  2.40
TEH O AIS LIMAU                     RM4.80
SUBTOTAL                           RM13.30`,
    [
      ['MEE KARI', null, null, 850],
      ['TEH O AIS LIMAU', 2, 240, 480],
    ],
  ],
  [
    'an amount that is not legible, where the sum proves what quantity and price come to',
    `
DESCRIPTION           QTY   PRICE   TOTAL
KOPI TARIK
3 X                         2.50     7.50
BUNGKUS
3 X                         0.20     U.6U
TOTAL                                8.10`,
    [
      ['KOPI TARIK', 3, 250, 750],
      ['BUNGKUS', 3, 20, 60],
    ],
  ],
  [
    'a size below the name',
    `
DESCRIPTION           QTY   PRICE   AMOUNT
BISKUT LEMAK PEK       1     6.20     6.20
 12 X 25G
SOS CILI PEDAS         2     4.10     8.20
 (340GM)
TOTAL                                14.40`,
    [
      ['BISKUT LEMAK PEK 12 X 25G', 1, 620, 620],
      ['SOS CILI PEDAS (340GM)', 2, 410, 820],
    ],
  ],
  [
    'a misread unit is no name',
    `
010700011  SOS TIRAM 510GM
2 PKT                  8.40   16.80
010700012  KICAP MANIS 650ML
1 CIN                 52.20   52.20
TOTAL                         69.00`,
    [
      ['SOS TIRAM 510GM', 2, 840, 1680],
      ['KICAP MANIS 650ML', 1, 5220, 5220],
    ],
  ],
  [
    'a lone 1 that was not read is told by the count of things',
    `
KEK PANDAN             2    RM 8.40
ROTI KISMIS                 RM 3.70
DONAT GULA             3    RM 5.40
TOTAL QTY: 6
TOTAL                       RM17.50`,
    [
      ['KEK PANDAN', 2, null, 840],
      ['ROTI KISMIS', 1, null, 370],
      ['DONAT GULA', 3, null, 540],
    ],
  ],
  [
    'and by the column of counts of a summary by tax',
    `
KEK PANDAN             1    RM 4.20
ROTI KISMIS                 RM 3.70
TOTAL                       RM 7.90
SST SUMMARY    ITEM   AMOUNT(RM)   SST(RM)
S = 6%           1          4.20      0.24
Z = 0%           1          3.70      0.00`,
    [
      ['KEK PANDAN', 1, null, 420],
      ['ROTI KISMIS', 1, null, 370],
    ],
  ],
  [
    'a quantity that was not read stays open where the count leaves more than one for it',
    `
KEK PANDAN             2    RM 8.40
ROTI KISMIS                 RM 7.40
TOTAL QTY: 4
TOTAL                       RM15.80`,
    [
      ['KEK PANDAN', 2, null, 840],
      ['ROTI KISMIS', null, null, 740],
    ],
  ],
  [
    'numbers of the lines are no quantities',
    `
   DESCRIPTION        QTY   PRICE    AMOUNT
1  SUP TULANG          1    18.00     18.00
2  NASI PUTIH          4     2.00      8.00
3  AIR KELAPA          2     6.00     12.00
TOTAL                                 38.00`,
    [
      ['SUP TULANG', 1, 1800, 1800],
      ['NASI PUTIH', 4, 200, 800],
      ['AIR KELAPA', 2, 600, 1200],
    ],
  ],
]

describe('the items of a receipt', () => {
  for (const [what, list, items] of LISTS) {
    test(what, () => {
      const read = readFields([pageOf(HEAD + list.trimStart())], { today: '2026-11-22' }).items
      assert.deepEqual(
        read.map(({ description, quantity, unitPriceSen, amountSen, discountSen }) => [
          description,
          quantity,
          unitPriceSen,
          amountSen,
          ...(discountSen === undefined ? [] : [discountSen]),
        ]),
        items,
      )
    })
  }
})
