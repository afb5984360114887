import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readFields } from '../../server/reading/fields/index.ts'
import { receiptsApart } from '../../server/reading/fields/receipts-apart.ts'
import type { Box, PageText } from '../../server/reading/page-text.ts'
import { BOOKSHOP_LINES as BOOKS } from '../support/bookshop.ts'
import { pageOf } from '../support/page-of.ts'

const PHARMACY = [
  'FARMASI SIHAT SDN BHD',
  '12 Lorong Melur 43000 Kajang Selangor',
  'Tel 03-8733 1234',
  'Tarikh 02/05/2026  18:40',
  'Vitamin C 1000mg         45.00',
  'Ubat batuk               18.90',
  'JUMLAH RM                63.90',
  'TUNAI                   100.00',
  'BAKI                     36.10',
  'Terima kasih',
]
const CLINIC = [
  'KLINIK BAHAGIA',
  'No 3 Jalan Mawar Ipoh Perak',
  'Tel 05-255 1234',
  'Date 09/06/2026',
  'Consultation             35.00',
  'Medicine                 42.00',
  'TOTAL RM                 77.00',
  'PAID CASH                77.00',
  'Receipt No A12345',
  'Get well soon from all of us here',
]
const SLIP = [
  'KEDAI BUKU HARAPAN SDN BHD',
  'No 12 Jalan Besar Kuala Lumpur',
  'DATE 14/03/2026  TIME 10:16',
  'TERMINAL ID 12345678',
  'BATCH NO 000123  TRACE 004455',
  'APPR CODE 778899',
  'SALE',
  'TOTAL RM                 50.00',
  'NO SIGNATURE REQUIRED',
  'CUSTOMER COPY',
]

/** A page of receipts, each in its place on it. */
function pictureOf(...placed: [string[], Box][]): PageText {
  const lines = placed.flatMap(([text, { left, top, width, height }]) =>
    pageOf(text).lines.map((line) => ({
      ...line,
      box: {
        left: left + line.box.left * width,
        top: top + line.box.top * height,
        width: line.box.width * width,
        height: line.box.height * height,
      },
    })),
  )
  return { page: 1, width: 1200, height: 1600, lines }
}

const at = (left: number, top: number, width: number, height: number): Box => ({ left, top, width, height })
const LEFT = at(0.02, 0.1, 0.45, 0.8)
const RIGHT = at(0.52, 0.1, 0.45, 0.8)
const ABOVE = at(0.1, 0.02, 0.6, 0.4)
const BELOW = at(0.2, 0.55, 0.6, 0.4)

/** The totals of the receipts, each read for itself. */
function totals(page: PageText) {
  const areas = receiptsApart(page) ?? [undefined]
  const today = '2026-11-29'
  return areas
    .map((area) => readFields([{ ...page, receipts: area ? [area] : undefined }], { today }).totalSen?.value)
    .sort((a, b) => (a ?? 0) - (b ?? 0))
}

describe('several receipts in one picture are told apart', () => {
  test('side by side, the one with more text first', () => {
    const page = pictureOf([CLINIC, LEFT], [BOOKS, RIGHT])
    const found = receiptsApart(page)
    assert.equal(found?.length, 2)
    assert.ok((found?.[0]?.left ?? 0) > 0.45)
    assert.deepEqual(totals(page), [5640, 7700])
  })

  test('one above the other', () => {
    const page = pictureOf([BOOKS, ABOVE], [PHARMACY, BELOW])
    assert.deepEqual(totals(page), [5640, 6390])
    const [first, second] = (receiptsApart(page) ?? []).toSorted((a, b) => a.top - b.top)
    assert.ok(first && second && first.top + first.height <= second.top + 1e-9)
  })

  test('three and four of them', () => {
    const [a, b, c] = [at(0.01, 0.1, 0.31, 0.8), at(0.35, 0.1, 0.31, 0.8), at(0.69, 0.1, 0.3, 0.8)]
    assert.deepEqual(totals(pictureOf([BOOKS, a], [PHARMACY, b], [CLINIC, c])), [5640, 6390, 7700])
    const corner = (left: number, top: number) => at(left, top, 0.45, 0.42)
    const four = pictureOf(
      [BOOKS, corner(0.02, 0.02)],
      [PHARMACY, corner(0.52, 0.02)],
      [CLINIC, corner(0.02, 0.52)],
      [BOOKS.map((line) => line.replace('56.40', '57.40')), corner(0.52, 0.52)],
    )
    assert.equal(receiptsApart(four)?.length, 4)
  })

  test('fields are those of the one with the most text', () => {
    const fields = readFields([pictureOf([BOOKS, ABOVE], [PHARMACY.slice(0, 9), BELOW])], {
      today: '2026-11-29',
    })
    assert.deepEqual([fields.merchant?.value, fields.totalSen?.value], [BOOKS[0], 5640])
  })
})

describe('one receipt is one', () => {
  test('with its columns', () => assert.equal(receiptsApart(pageOf(BOOKS)), null))

  test('with a column of amounts that no line crosses', () => {
    const goods = [
      'ABC TRADING',
      '123 Some Street',
      'Phone 03-1234 5678',
      'Ship to',
      'XZY Company',
      'Another Avenue 12',
      'Phone 012-345 6789',
      'Product one 12 pieces',
      'Service for 120 hours',
      'Product two 35 pieces',
      'Total',
      'Tax',
      'Grand total',
      'Payment terms 30 days',
    ]
    const amounts = [
      'Invoice number 123456',
      'Date 01/01/2026',
      'Order 0987654',
      'Quantity and price',
      'Some more words about it',
      'Even more words to read',
      '1000.00',
      '2789.00',
      '212.08',
      '2168.32',
      '6169.40',
      '61.69',
      '6231.09',
      'Thank you for your business',
    ]
    assert.equal(receiptsApart(pictureOf([goods, LEFT], [amounts, RIGHT])), null)
  })

  test('with the slip of the card below it', () => {
    assert.equal(receiptsApart(pictureOf([BOOKS, ABOVE], [SLIP, BELOW])), null)
    const same = SLIP.map((line) => line.replace('50.00', '56.40'))
    assert.equal(receiptsApart(pictureOf([BOOKS, ABOVE], [same, BELOW])), null)
  })

  test('with a second copy of it below', () => {
    assert.equal(receiptsApart(pictureOf([BOOKS, ABOVE], [BOOKS, BELOW])), null)
  })

  test('with a wide gap before its foot', () => {
    const foot = [
      'Exchange within 7 days',
      'Hotline 03-1234 5678',
      'Points 120.00',
      'Member 12345',
      'Total points 340.00',
      'Thank you',
      'Please come again soon',
      'Open daily 10.00 to 22.00',
      'www.example.org',
    ]
    assert.equal(receiptsApart(pictureOf([BOOKS, ABOVE], [foot, BELOW])), null)
  })

  test('of which the text layer of a PDF has two columns', () => {
    const page = pictureOf([BOOKS, LEFT], [PHARMACY, RIGHT])
    const exact = { ...page, lines: page.lines.map((line) => ({ ...line, confidence: 1 })) }
    assert.equal(readFields([exact], { today: '2026-11-29' }).totalSen === null, false)
  })
})
