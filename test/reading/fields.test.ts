import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isUnreadable, readFields } from '../../server/reading/fields/index.ts'
import { pageOf } from '../support/page-of.ts'

const TODAY = '2026-11-20'

interface Expected {
  merchant?: string | null
  date?: string | null
  totalSen?: number | null
  taxSen?: number | null
  receiptNumber?: string | null
  companyNumber?: string | null
  currency?: string
}

function check(text: string, expected: Expected) {
  const reading = readFields([pageOf(text)], { today: TODAY })
  const got = Object.fromEntries(
    Object.keys(expected).map((field) => {
      const value = reading[field as keyof Expected]
      return [field, value !== null && typeof value === 'object' ? value.value : value]
    }),
  )
  assert.deepEqual(got, expected)
}

const RECEIPTS: [what: string, text: string, expected: Expected][] = [
  [
    'a shop of today: SST, rounding, cash, a 12-digit company number',
    `
          SINAR PELANGI BOOKS SDN BHD
           202301004321 (1498765-K)
          SST NO: W10-1808-32000123
           12, JALAN MELUR 3/2,
           43650 BANDAR BARU BANGI
                  RECEIPT
Receipt No: SP-004512       Date: 03/04/2026 14:22
DESCRIPTION           QTY   PRICE   AMOUNT
ATLAS OF STARS         1    45.90    45.90
PENCIL CASE            2     6.25    12.50
SUB TOTAL                            58.40
SERVICE TAX 6%                        3.50
ROUNDING ADJ                          0.00
TOTAL                                61.90
CASH                                100.00
CHANGE                               38.10
`,
    {
      merchant: 'SINAR PELANGI BOOKS SDN BHD',
      date: '2026-04-03',
      totalSen: 6190,
      taxSen: 350,
      receiptNumber: 'SP-004512',
      companyNumber: '202301004321',
      currency: 'MYR',
    },
  ],
  [
    'a GST receipt: the total after rounding, not the one before, nor the tax summary',
    `
        KEDAI RUNCIT AWAN BIRU
           002468013-T
        88, LORONG KENARI,
        09000 KULIM, KEDAH
      GST NO: 000123456789
         TAX INVOICE
INV NO: 10-23355
DATE: 9-7-17  TIME: 9:05PM
BERAS 5KG          1 X 23.99    23.99 SR
TOTAL SALES (INCLUSIVE OF GST)  23.99
ROUNDING ADJUSTMENT              0.01
TOTAL ROUNDED                   24.00
CASH                            50.00
CHANGE                          26.00
GST SUMMARY     AMOUNT(RM)  TAX(RM)
SR 6%              22.63      1.36
TOTAL              22.63      1.36
`,
    { merchant: 'KEDAI RUNCIT AWAN BIRU', date: '2017-07-09', totalSen: 2400, companyNumber: '002468013-T' },
  ],
  [
    'a utility bill in Malay: the amount to pay, not arrears or the next bill',
    `
  SYARIKAT AIR SEJAHTERA BERHAD
  NO. SYARIKAT: 198701007788 (166543-P)
  BIL AIR
  NO. BIL: 88120045
  TARIKH BIL: 15 OGOS 2025
  TEMPOH BIL: 12/07/2025 - 11/08/2025
  TUNGGAKAN              RM 12.40
  CAJ SEMASA             RM 31.57
  PENGGENAPAN            RM -0.02
  JUMLAH PERLU DIBAYAR   RM 43.95
  SILA BAYAR SEBELUM 14/09/2025
`,
    {
      merchant: 'SYARIKAT AIR SEJAHTERA BERHAD',
      date: '2025-08-15',
      totalSen: 4395,
      companyNumber: '198701007788',
    },
  ],
  [
    'a clinic: RESIT RASMI',
    `
      KLINIK PERGIGIAN CAHAYA
      23, JALAN ANGGERIK, 75000 MELAKA
      TEL: 06-2810000
             RESIT RASMI
NO. RESIT: KP 2041       TARIKH: 07/05/2025
DITERIMA DARIPADA: AISYAH
CABUTAN GIGI                    120.00
UBAT                             15.00
JUMLAH                       RM 135.00
TUNAI                           150.00
BAKI                             15.00
`,
    { merchant: 'KLINIK PERGIGIAN CAHAYA', date: '2025-05-07', totalSen: 13500 },
  ],
  [
    'a nursery: fees',
    `
       TASKA KASIH IBU PERMATA
       JM0512345-W
       2, JALAN TEMPUA 4, 81100 JOHOR BAHRU
RESIT YURAN
TARIKH : 01.03.2026
YURAN BULANAN MAC           350.00
YURAN MAKAN                  80.00
JUMLAH BESAR             RM 430.00
`,
    {
      merchant: 'TASKA KASIH IBU PERMATA',
      date: '2026-03-01',
      totalSen: 43000,
      companyNumber: 'JM0512345-W',
    },
  ],
  [
    'a donation: one amount without sen',
    `
      MASJID AL-HIKMAH
      JALAN SURIA, 08000 SUNGAI PETANI
      RESIT SUMBANGAN
      NO: 00317
      TARIKH: 28 Mac 2025
      DITERIMA DARIPADA: HAMBA ALLAH
      SUMBANGAN TABUNG MASJID
      RM 500
`,
    { merchant: 'MASJID AL-HIKMAH', date: '2025-03-28', totalSen: 50000 },
  ],
  [
    'a restaurant: service charge and service tax before the total',
    `
        LAKSA SENJA CAFE
   (OWNED BY SENJA KULINARI SDN BHD)
        LOT G-12, PLAZA DAMAI
Bill No. 5521          21/12/25  20:15
2 LAKSA ISTIMEWA             25.80
1 TEH TARIK                   3.50
SUBTOTAL                     29.30
SERVICE CHARGE 10%            2.93
SERVICE TAX 6%                1.93
ROUNDING                     -0.01
GRAND TOTAL                  34.15
VISA                         34.15
`,
    { date: '2025-12-21', totalSen: 3415, taxSen: 193 },
  ],
  [
    'decoys: quantity, savings, points and the member card',
    `
      PASAR SEGAR UNGGUL SDN BHD
      (745210-X)
DATE 05 JAN 2026 11:40AM
AYAM SEGAR                    18.90
BAWANG                         4.35
TOTAL QTY                      2.00
DISCOUNT                      -1.25
TOTAL SAVINGS                  1.25
NETT TOTAL                    22.00
E-WALLET                      22.00
TOTAL POINTS                 540.00
`,
    { merchant: 'PASAR SEGAR UNGGUL SDN BHD', date: '2026-01-05', totalSen: 2200, companyNumber: '745210-X' },
  ],
  [
    'a credit note: a negative total',
    `
      GEMILANG SUKAN ENTERPRISE
      CREDIT NOTE
CN NO: CN-0091
DATE: 2026-02-11
KASUT BADMINTON               -189.00
TOTAL                      RM -189.00
REFUND CASH                   -189.00
`,
    { merchant: 'GEMILANG SUKAN ENTERPRISE', date: '2026-02-11', totalSen: -18900 },
  ],
  [
    'another currency',
    `
      ORCHARD PAPER PTE LTD
      SINGAPORE 238801
DATE: 14/02/2026
NOTEBOOK                 SGD 18.40
TOTAL                    SGD 18.40
`,
    { date: '2026-02-14', totalSen: 1840, currency: 'SGD' },
  ],
  [
    'a bare dollar sign is still ringgit',
    `
      KOPI PAGI SDN BHD
      JALAN AMPANG, 50450 KUALA LUMPUR
DATE: 14/02/2026
TOTAL                    $8.20
`,
    { totalSen: 820, currency: 'MYR' },
  ],
  [
    'misread letters and figures',
    `
      MUTIARA HARDWARF SDN BND
      (60l234-V)
DATE: O9/03/2O25 1O:15
PAKU 2"                       4.5O
T0TAL(INCLOFGST)            l2 .50
CASH                         20,00
CHANGE                        7.50
`,
    { merchant: 'MUTIARA HARDWARE SDN BHD', date: '2025-03-09', totalSen: 1250 },
  ],
  [
    'a name broken over two lines',
    `
      CAHAYA TIMUR ELECTRICAL
      SDN. BHD.
      (334455-M)
      7, JALAN BESI
      DATE: 30/11/2025
      TOTAL   88.00
`,
    { merchant: 'CAHAYA TIMUR ELECTRICAL SDN. BHD.', totalSen: 8800 },
  ],
]

for (const [what, text, expected] of RECEIPTS) test(`reads ${what}`, () => check(text, expected))

const DATES: [printed: string, iso: string | null][] = [
  ['03/04/2026', '2026-04-03'],
  ['3/4/2026', '2026-04-03'],
  ['03-04-26', '2026-04-03'],
  ['25.12.25', '2025-12-25'],
  ['2026-04-03', '2026-04-03'],
  ['2026/04/03', '2026-04-03'],
  ['03 APR 2026', '2026-04-03'],
  ["3 Apr '26", '2026-04-03'],
  ['03/APR/2026', '2026-04-03'],
  ['12 OGOS 2025', '2025-08-12'],
  ['1 Disember 2025', '2025-12-01'],
  ['April 3, 2026', '2026-04-03'],
  ['20260403', '2026-04-03'],
  ['03042026', '2026-04-03'],
  ['03/04/202617:24:07', '2026-04-03'],
  ['03 APR 2618:32:36', '2026-04-03'],
  ['12/25/2025', '2025-12-25'],
  ['18 / 0 4/2026', '2026-04-18'],
  ['31/02/2026', null],
  ['03/04/1974', null],
  ['03/04/2094', null],
]

for (const [printed, iso] of DATES) {
  test(`a date printed ${printed} is ${iso ?? 'none'}`, () => {
    check(`KEDAI CONTOH\nDATE: ${printed}\nTOTAL  5.00`, { date: iso })
  })
}

const AMOUNTS: [printed: string, sen: number][] = [
  ['12.50', 1250],
  ['RM12.50', 1250],
  ['RM 1,234.50', 123450],
  ['MYR 12.50', 1250],
  ['12 .50', 1250],
  ['12,50', 1250],
  ['1O.5O', 1050],
  ['12-50', 1250],
  ['RM 120', 12000],
  ['RM1,200/-', 120000],
  ['12.50 SR', 1250],
]

for (const [printed, sen] of AMOUNTS) {
  test(`a total printed ${printed} is ${sen} sen`, () => {
    check(`KEDAI CONTOH\nDATE: 01/02/2026\nTOTAL    ${printed}`, { totalSen: sen })
  })
}

test('the receipt date wins over expiry and printing dates', () => {
  const text = `
    KLINIK CONTOH
    PRINTED 02/02/2026
    DATE: 30/01/2026 10:20
    EXPIRY DATE: 01/01/2027
    TOTAL   40.00`
  check(text, { date: '2026-01-30' })
})

test('a GST number is no company number', () => {
  check('KEDAI CONTOH\nGST REG NO: 001234567890\nDATE: 01/02/2026\nTOTAL  5.00', { companyNumber: null })
})

test('rows are found on skewed paper', () => {
  const text = `
KEDAI CONTOH MAJU
DATE: 01/02/2026
SUBTOTAL                            30.93
ROUNDING                             0.02
TOTAL                               30.95
CASH                                50.00
CHANGE                              19.05`
  for (const slope of [-0.015, 0.015]) {
    assert.equal(readFields([pageOf(text, 1, slope)], { today: TODAY }).totalSen?.value, 3095)
  }
})

test('fields may stand on any page, and say on which', () => {
  const first = pageOf('BENGKEL CONTOH SDN BHD\nDATE: 01/02/2026\nMINYAK ENJIN   120.00', 1)
  const second = pageOf('UPAH   80.00\nGRAND TOTAL   200.00', 2)
  const { merchant, date, totalSen } = readFields([first, second], { today: TODAY })
  assert.deepEqual([merchant?.value, merchant?.page], ['BENGKEL CONTOH SDN BHD', 1])
  assert.deepEqual([date?.value, date?.page], ['2026-02-01', 1])
  assert.deepEqual([totalSen?.value, totalSen?.page], [20000, 2])
})

test('a value carries its box and a confidence', () => {
  const { totalSen } = readFields([pageOf('KEDAI CONTOH\nDATE: 01/02/2026\nTOTAL      5.00')], {
    today: TODAY,
  })
  assert.ok(totalSen && totalSen.confidence > 0.5 && totalSen.confidence <= 1)
  assert.deepEqual(Math.round(totalSen.box.left * 48), 11)
})

test('items: description and figures on one row or two', () => {
  const text = `
KEDAI BUKU CONTOH
DATE: 01/02/2026
DESCRIPTION        QTY  PRICE   AMOUNT
KAMUS DWIBAHASA     2   15.00    30.00
9789830001234
ENSIKLOPEDIA ALAM
1 X 49.90                        49.90 S
SUBTOTAL                         79.90
TOTAL                            79.90`
  const { items } = readFields([pageOf(text)], { today: TODAY })
  assert.deepEqual(
    items.map(({ description, amountSen }) => [description, amountSen]),
    [
      ['KAMUS DWIBAHASA', 3000],
      ['ENSIKLOPEDIA ALAM', 4990],
    ],
  )
  assert.deepEqual([items[1]?.quantity, items[1]?.unitPriceSen], [1, 4990])
})

test('items: names may stand below their figures', () => {
  const text = `
KEDAI BUKU CONTOH
DATE: 01/02/2026
ITEM               QTY  PRICE   AMOUNT
9789830001234       2   15.00    30.00
KAMUS DWIBAHASA
9789830005678       1   49.90    49.90
ENSIKLOPEDIA ALAM
TOTAL                            79.90`
  const { items } = readFields([pageOf(text)], { today: TODAY })
  assert.deepEqual(
    items.map(({ description, quantity, amountSen }) => [description, quantity, amountSen]),
    [
      ['KAMUS DWIBAHASA', 2, 3000],
      ['ENSIKLOPEDIA ALAM', 1, 4990],
    ],
  )
})

test('no text gives no fields and is unreadable', () => {
  const reading = readFields([], { today: TODAY })
  assert.deepEqual(reading, {
    merchant: null,
    date: null,
    totalSen: null,
    taxSen: null,
    receiptNumber: null,
    companyNumber: null,
    brand: null,
    legalName: null,
    currency: null,
    currencyConfidence: 0.3,
    items: [],
  })
  assert.equal(isUnreadable(reading), true)
})

test('a picture with a stray word is unreadable, a receipt without a name is not', () => {
  assert.equal(isUnreadable(readFields([pageOf('MEOW')], { today: TODAY })), true)
  assert.equal(isUnreadable(readFields([pageOf('DATE: 01/02/2026\nTOTAL   5.00')], { today: TODAY })), false)
})

const HOSTILE: [what: string, text: string][] = [
  ['200,000 lines', 'TOTAL  12.50\n'.repeat(200_000)],
  ['a line of a million figures', '1'.repeat(1_000_000)],
  ['a line of a million spaces and brackets', `${'( '.repeat(500_000)}x`],
  ['lines of nothing but labels', `${'TOTAL SDN BHD ROUNDED '.repeat(50)}\n`.repeat(5_000)],
  ['lines of figures and separators', `${'1 2-3/4.'.repeat(100)}\n`.repeat(5_000)],
  ['run-together words', `${'TOTALAMOUNTDUE'.repeat(60)}\n`.repeat(5_000)],
  ['cells without end', `${'RM 1.00  '.repeat(2_000)}\n`.repeat(50)],
]

for (const [what, text] of HOSTILE) {
  test(`${what} are read, and hold nobody up`, () => {
    assert.ok(readFields([pageOf(text)], { today: TODAY }))
  })
}
