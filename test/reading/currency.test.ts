import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readFields } from '../../server/reading/fields/index.ts'
import { pageOf } from '../support/page-of.ts'
import { assertStated, readText, TODAY } from '../support/read-text.ts'

type Receipt = [what: string, text: string, currency: string | null]

function table(title: string, receipts: Receipt[], stated?: 'sure' | 'in question') {
  describe(title, () => {
    for (const [what, text, currency] of receipts)
      test(what, () => {
        const read = readText(`${text}\nDATE: 14/03/2026`)
        assert.equal(read.currency, currency, `${read.currencyConfidence}`)
        assertStated(read.currencyConfidence, stated)
      })
  })
}

table(
  'ringgit',
  [
    ['by its mark', 'BOOKS AND MORE\nTOTAL    RM 18.40', 'MYR'],
    ['in words', 'PUSAT JAGAAN\nJUMLAH RINGGIT   18.40', 'MYR'],
    ['in Chinese', '书香书局\n总计   18.40 令吉', 'MYR'],
    ['by the address', 'BOOKS SDN BHD\n12 JALAN BESAR, 50000 KUALA LUMPUR\nTOTAL    18.40', 'MYR'],
    ['by Malay labels and a tax number', 'KEDAI BUKU\nSST NO: W10-1808-32000123\nJUMLAH    18.40', 'MYR'],
    ['by the company number', 'BOOK CORNER 202001012345\nTOTAL    18.40', 'MYR'],
    ['by the older company number', 'BOOK CORNER (867388-U)\nTOTAL    18.40', 'MYR'],
    ['by the tax SST', 'BOOK CORNER\nSST 8%   1.40\nTOTAL    18.40', 'MYR'],
    ['by the telephone', 'BOOK CORNER\nTEL: +60 12-345 6789\nTOTAL    18.40', 'MYR'],
    ['by a number behind its label', 'BOOK CORNER\nTEL 0312345678\nTOTAL    18.40', 'MYR'],
    ['by the town', 'BOOK CORNER\n88000 KOTA KINABALU\nTOTAL    18.40', 'MYR'],
    ['by a Malay trade word', 'KLINIK MESRA\nTOTAL    18.40', 'MYR'],
    ['by a Malaysian way to pay', 'BOOK CORNER\nTOTAL    18.40\nDUITNOW QR    18.40', 'MYR'],
    [
      'though its goods name another',
      'BOOKS SDN BHD\n12 JALAN BESAR, 50000 KUALA LUMPUR\nTEL: 03-1234 5678\n150YEN CAR NECK   5.90\nTOTAL    5.90',
      'MYR',
    ],
    [
      'with the rate of another currency',
      'HOTEL SDN BHD\nROOM   RM 450.00\nTOTAL   RM 450.00\n(USD 101.20)',
      'MYR',
    ],
  ],
  'sure',
)

table(
  'another currency by its mark',
  [
    ['Singapore dollars', 'ORCHARD PAPER PTE LTD\nTOTAL    S$18.40', 'SGD'],
    ['US dollars', 'CLOUD TOOLS\nTOTAL    US$ 12.99', 'USD'],
    ['pounds', 'THE BOOK SHOP\nTOTAL    £8.99', 'GBP'],
    ['euros', 'BOEKHANDEL\nTOTAL    € 8,99', 'EUR'],
    ['rupiah', 'TOKO BUKU\nTOTAL    Rp 125.000', 'IDR'],
    ['baht', 'BOOKSHOP\nTOTAL    ฿350.00', 'THB'],
    ['baht in words', 'BOOKSHOP\nTOTAL BAHT   350.00', 'THB'],
    ['yuan', '书店\n总计   RMB 65.00', 'CNY'],
    ['a code', 'BOOKSHOP\nTOTAL   AUD 22.00', 'AUD'],
  ],
  'sure',
)

table('without marks abroad', [
  ['Japanese numbers are no Malaysian ones', 'MARUZEN\nTEL 03-1234-5678\nTOTAL    1200', null],
])

test('the link of an e-invoice says that the seller is Malaysian', () => {
  const page = pageOf('BOOK CORNER\nTOTAL    18.40\nDATE: 14/03/2026')
  const link = {
    uuid: 'F9D425P6DS7D8IU0',
    longId: 'LIJAF97HJJKH8298KHADH09908570FDKK9S2LSIU',
    environment: 'production' as const,
  }
  const read = readFields([{ ...page, link }], { today: TODAY })
  assert.equal(read.currency, 'MYR')
  assertStated(read.currencyConfidence, 'sure')
})

table('a bare sign by what stands around it', [
  ['Singapore by its address', 'ORCHARD PAPER\n1 ORCHARD ROAD, SINGAPORE 238801\nTOTAL    $18.40', 'SGD'],
  ['Singapore by the legal form', 'ORCHARD PAPER PTE LTD\nTOTAL    $18.40', 'SGD'],
  ['Singapore by the tax number', 'PAPER STUDIO\nGST REG NO: M2-1234567-8\nTOTAL    $18.40', 'SGD'],
  ['the United States', 'CLOUDBOOKS INC\n548 MARKET STREET, SAN FRANCISCO, CA 94104\nTOTAL   $120.00', 'USD'],
  ['Australia', 'READINGS PTY LTD\nCARLTON, MELBOURNE\nTOTAL   $22.00', 'AUD'],
  ['Hong Kong', 'BOOK CORNER\nNATHAN ROAD, KOWLOON\nTOTAL   $98.00', 'HKD'],
  ['yen', 'MARUZEN\nTOKYO, JAPAN\nTOTAL   ¥1,200', 'JPY'],
  ['yuan', '新华书店\n上海市\n总计   ¥65.00', 'CNY'],
])

table('without marks by what stands around it', [
  ['Singapore', 'ORCHARD PAPER PTE LTD\nSINGAPORE 238801\nGST REG NO: 201912345K\nTOTAL    18.40', 'SGD'],
  ['Indonesia', 'TOKO BUKU GRAMEDIA\nJAKARTA PUSAT\nNPWP 01.234.567.8\nTOTAL    125.000,00', 'IDR'],
  ['Thailand', 'BOOKSHOP\nSUKHUMVIT, BANGKOK\nTAX ID 0105551234567\nTOTAL    350.00', 'THB'],
  ['the United Kingdom', 'THE BOOK SHOP\nLONDON WC2H 0BA\nVAT NO GB 123 4567 89\nTOTAL    8.99', 'GBP'],
])

table(
  'a bare sign that nothing explains is unknown',
  [
    ['dollars', 'BOOK CORNER\nTOTAL    $18.40', null],
    ['dollars behind', 'E-BOOK STORE\nORDER 123\nTOTAL    18.40$', null],
    ['yen or yuan', 'BOOK CORNER\nTOTAL   ¥120', null],
  ],
  'in question',
)

table(
  'unknown where nothing tells',
  [
    ['no mark and no place', 'BOOK CORNER\nTOTAL    18.40', null],
    ['Chinese without a place', '书香书局\n总计    18.40', null],
  ],
  'in question',
)

table(
  'in question where two countries are as likely',
  [
    ['Malaysia and Brunei', 'BOOKS SDN BHD\nBRUNEI DARUSSALAM\nTOTAL    18.40', 'MYR'],
    ['a dollar sign from a till in a town', 'KEDAI BUKU\nJALAN BESAR, PENANG\nTOTAL    $18.40', 'MYR'],
  ],
  'in question',
)

table('misread words are no currencies', [
  ['SDN BND', 'MUTIARA SDN BND\n12 JALAN BESAR\nTOTAL    18.40', 'MYR'],
  ['CNY as a festival', 'KEDAI RUNCIT SDN BHD\nCNY 2026 PROMO\nTOTAL   RM 18.40', 'MYR'],
  ['INC GST', 'KEDAI RUNCIT SDN BHD\n12 JALAN BESAR\nTOTAL INC GST   18.40', 'MYR'],
])
