import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readText } from '../support/read-text.ts'

const totalOf = (text: string) => readText(text).totalSen?.value ?? null

const PRINTED: [class_: string, forms: [printed: string, sen: number][]][] = [
  [
    'no decimals after a mark',
    [
      ['RM 430', 43000],
      ['RM430/-', 43000],
      ['RM 1,200.-', 120000],
      ['430 RM', 43000],
      ['MYR 1,250', 125000],
    ],
  ],
  [
    'one decimal after a mark',
    [
      ['RM 42.5', 4250],
      ['RM42,5', 4250],
      ['RM 1,042.5', 104250],
      ['42.5 RM', 4250],
    ],
  ],
  [
    'spaces between thousands',
    [
      ['RM 3 299.00', 329900],
      ['RM12 450.80', 1245080],
      ['RM 1 234 567.80', 123456780],
    ],
  ],
  [
    'commas between thousands, and a space after one',
    [
      ['RM 1,234.50', 123450],
      ['RM 1, 234.50', 123450],
      ['1,234,567.80', 123456780],
    ],
  ],
  [
    'the forms of other countries',
    [
      ['1.234,50', 123450],
      ["1'234.50", 123450],
      ['1.234.50', 123450],
      ['12,50', 1250],
    ],
  ],
  [
    'a mark without a space, or behind',
    [
      ['RM12.50', 1250],
      ['RM:12.50', 1250],
      ['12.50RM', 1250],
      ['12.50 MYR', 1250],
    ],
  ],
  [
    'less than nothing',
    [
      ['-12.50', -1250],
      ['RM -12.50', -1250],
      ['-RM12.50', -1250],
      ['RM - 12.50', -1250],
      ['12.50-', -1250],
      ['(12.50)', -1250],
      ['RM(12.50)', -1250],
      ['(RM 12.50)', -1250],
      ['\u2212RM12.50', -1250],
    ],
  ],
]

for (const [what, forms] of PRINTED)
  describe(`amounts with ${what}`, () => {
    for (const [printed, sen] of forms)
      test(`${printed} is ${sen} sen`, () => {
        assert.equal(totalOf(`KEDAI CONTOH\nDATE: 01/02/2026\nTOTAL      ${printed}`), sen)
      })
  })

describe('receipts without decimals or marks', () => {
  const RECEIPTS: [what: string, text: string, sen: number][] = [
    [
      'a kindergarten',
      'TADIKA CERIA\nTARIKH: 14/03/2026\nYURAN MAC     350\nYURAN MAKAN    80\nJUMLAH        430',
      43000,
    ],
    [
      'a tuition centre',
      'PUSAT TUISYEN BIJAK\nDATE: 3/5/2026\nMATHS   120\nSCIENCE  120\nTOTAL   240\nCASH   250\nCHANGE  10',
      24000,
    ],
    ['one decimal', 'KEDAI ALAT TULIS\nDATE: 3/5/2026\nPEN   2.5\nBUKU  7\nTOTAL   9.5', 950],
    [
      'a Chinese bookshop',
      '书香书局\n日期: 2026年3月14日\n地图      12\n词典      53\n总计      65\n现金     100\n找零      35',
      6500,
    ],
    [
      'thousands',
      'KEDAI PERABOT\nDATE: 3/5/2026\nALMARI    1,250\nKATIL      980\nJUMLAH BESAR   2,230',
      223000,
    ],
  ]
  for (const [what, text, sen] of RECEIPTS) test(what, () => assert.equal(totalOf(text), sen))
})

describe('spaces between thousands without a mark', () => {
  test('in the column of a total', () => {
    assert.equal(
      totalOf('KEDAI KOMPUTER\nDATE: 1/2/2026\nLAPTOP   3 299.00\nTOTAL   3 299.00\nVISA   3 299.00'),
      329900,
    )
  })
  test('but not a quantity before its amount', () => {
    const text = 'KEDAI\nDATE: 1/2/2026\nMEJA     2 350.00\nKERUSI   3 120.00\nTOTAL     470.00'
    assert.equal(totalOf(text), 47000)
    assert.deepEqual(
      readText(text).items.map((item) => item.amountSen),
      [35000, 12000],
    )
  })
})

describe('figures that are no amounts', () => {
  const RECEIPTS: [what: string, text: string, sen: number][] = [
    [
      'a rate of three decimals',
      'STESEN MINYAK\nDATE 1/2/2026\nRON95 @ RM 2.050/L\nTOTAL   30.75\nRM1.250',
      3075,
    ],
    ['a time with a point', 'KLINIK\nTARIKH 1/2/2026  10.30 PAGI\nJUMLAH   8.00', 800],
    ['percentages', 'KEDAI\nDATE 1/2/2026\nDISC 10.00%\nTOTAL   8.00', 800],
    [
      'quantities where amounts have decimals',
      'KEDAI\nDATE 1/2/2026\nTOTAL ITEMS   12\nTOTAL QTY   15\nTOTAL   8.00',
      800,
    ],
    [
      'points and a member number',
      'KEDAI\nDATE 1/2/2026\nTOTAL   8.00\nTOTAL POINTS   5400\nMEMBER   12345',
      800,
    ],
  ]
  for (const [what, text, sen] of RECEIPTS) test(what, () => assert.equal(totalOf(text), sen))
})
