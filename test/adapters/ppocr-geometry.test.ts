import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { flattened, type TextRegion } from '../../server/adapters/ppocr/flatten.ts'
import { problemsOf } from '../../server/adapters/ppocr/problems.ts'
import { pageOf } from '../support/page-of.ts'

const HEIGHT = 20
const PITCH = 26
const WHOLE = { from: 40, to: 600 }
const [DESCRIPTION, PRICE] = [
  { from: 40, to: 300 },
  { from: 520, to: 600 },
]
/** Lines of the address above the articles. */
const HEAD = 3

/** A few whole lines, then rows of an article and its price, printed on paper that is `sunk(x)` pixels lower at x. */
function printed(rows: number, sunk: (x: number) => number): TextRegion[] {
  const head = Array.from({ length: HEAD }, () => [WHOLE])
  const articles = Array.from({ length: rows }, () => [DESCRIPTION, PRICE])
  return [...head, ...articles].flatMap((parts, row) =>
    parts.map(({ from, to }) => lineOf(from, to, (x) => 100 + row * PITCH + sunk(x))),
  )
}

function lineOf(from: number, to: number, y: (x: number) => number): TextRegion {
  const x = (from + to) / 2
  const count = Math.max(2, Math.floor((to - from) / (2 * HEIGHT)))
  const path = Array.from({ length: count }, (_, at) => from + ((at + 0.5) * (to - from)) / count)
  return {
    x,
    y: y(x),
    width: to - from,
    height: HEIGHT,
    angle: Math.atan((y(to) - y(from)) / (to - from)),
    path: path.map((x) => ({ x, y: y(x) })),
  }
}

describe('rows on paper that is not flat', () => {
  const shapes: [string, (x: number) => number][] = [
    ['tilted', (x) => 0.12 * x],
    ['tilted the other way', (x) => -0.3 * x],
    ['waved', (x) => 14 * Math.sin(x / 110)],
    ['curled at the right', (x) => 0.0001 * x ** 2],
  ]
  for (const [name, sunk] of shapes)
    test(`${name}: each price is in the row of its article`, () => {
      const flat = flattened(printed(12, sunk))?.slice(HEAD)
      assert.ok(flat)
      for (let row = 0; row < 12; row++) {
        const [article, price] = [flat[2 * row], flat[2 * row + 1]]
        const apart = Math.abs((article?.y ?? 0) - (price?.y ?? 99))
        assert.ok(apart < 0.5 * HEIGHT, `row ${row}: ${apart.toFixed(1)} pixels apart`)
      }
    })

  test('level and flat paper is left as it is', () => {
    assert.equal(flattened(printed(12, () => 0)), null)
  })
})

const RECEIPT = [
  'KEDAI BUKU HARAPAN SDN BHD',
  'No 12 Jalan Besar Kuala Lumpur',
  'Date 14/03/2026  10:15',
  'Buku latihan matematik   12.50',
  'Kamus bahasa Melayu      35.90',
  'Pensel warna              8.00',
  'TOTAL RM                 56.40',
  'CASH                     60.00',
  'CHANGE                    3.60',
  'Terima kasih sila datang lagi',
]

describe('what is wrong with a picture', () => {
  const paper = (shade: number) => ({ width: 100, height: 100, data: new Uint8Array(10_000).fill(shade) })
  const stripes = (ramp: number[]) => {
    const row = Uint8Array.from({ length: 120 }, (_, x) => ramp[x % ramp.length] ?? 0)
    return {
      width: 120,
      height: 60,
      data: Uint8Array.from({ length: 7200 }, (_, at) => row[at % 120] ?? 0),
    }
  }
  const lines = pageOf(RECEIPT).lines
  const doubtful = lines.map((line) => ({ ...line, confidence: 0.6 }))

  test('nothing, where it is read well, however dark it is', () => {
    assert.deepEqual(problemsOf(paper(50), lines), [])
  })
  test('it is dark', () => assert.deepEqual(problemsOf(paper(50), doubtful), ['dark']))
  test('it is blurred', () => {
    const ramp = [200, 200, 180, 160, 140, 120, 100, 80, 60, 80, 100, 120, 140, 160, 180, 200]
    assert.deepEqual(problemsOf(stripes(ramp), doubtful), ['blurred'])
  })
  test('it is sharp and bright and yet hard to read', () => {
    assert.deepEqual(problemsOf(stripes([220, 220, 220, 220, 40, 40, 40, 40]), doubtful), ['unclear'])
  })
  test('it is cut off at the right', () => {
    const cut = lines.map((line) => ({ ...line, box: { ...line.box, width: 1 - line.box.left } }))
    assert.deepEqual(problemsOf(paper(220), cut), ['cut_off_right'])
  })
})
