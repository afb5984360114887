import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cutOffAt } from '../../server/adapters/ppocr/cut-off.ts'
import { flattened, type TextRegion } from '../../server/adapters/ppocr/flatten.ts'
import { problemsOf } from '../../server/adapters/ppocr/problems.ts'
import { BOOKSHOP_LINES as RECEIPT } from '../support/bookshop.ts'
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
})

describe('where a picture is cut off', () => {
  const size = { width: 200, height: 400 }
  /** White paper, with letters through the edge where `isInked`. */
  const look = (isInked: (x: number, y: number) => boolean) => ({
    area: { left: 0, top: 0, ...size },
    image: {
      ...size,
      data: Uint8Array.from({ length: 200 * 400 }, (_, at) =>
        isInked(at % 200, Math.floor(at / 200)) ? 30 : 240,
      ),
    },
  })
  const blank = look(() => false)
  const lines = pageOf(RECEIPT).lines
  const moved = (change: (box: (typeof lines)[number]['box']) => object) =>
    lines.map((line) => ({ ...line, box: { ...line.box, ...change(line.box) } }))

  test('nowhere', () => assert.deepEqual(cutOffAt(blank, size, lines), []))

  test('at the right, where many lines end there', () => {
    const cut = moved(({ left }) => ({ width: 1 - left }))
    assert.deepEqual(cutOffAt(blank, size, cut), ['cut_off_right'])
  })

  test('at the left, where letters are cut through, and not where lines begin there or paper has a frame', () => {
    const cut = moved(() => ({ left: 0, width: 0.5 }))
    assert.deepEqual(
      cutOffAt(
        look((x, y) => x < 3 && y % 4 === 0),
        size,
        cut,
      ),
      ['cut_off_left'],
    )
    assert.deepEqual(cutOffAt(blank, size, cut), [])
    assert.deepEqual(
      cutOffAt(
        look((x) => x < 3),
        size,
        cut,
      ),
      [],
    )
  })

  test('at the top and the bottom, where a line is cut through', () => {
    const letters = look((x, y) => (y < 3 || y > 396) && x % 4 === 0)
    const top = { ...lines[0], box: { left: 0.1, top: 0, width: 0.6, height: 0.03 } }
    const bottom = { ...lines[0], box: { left: 0.1, top: 0.97, width: 0.6, height: 0.03 } }
    assert.deepEqual(cutOffAt(letters, size, [top, ...lines]), ['cut_off_top'])
    assert.deepEqual(cutOffAt(letters, size, [...lines, bottom]), ['cut_off_bottom'])
    assert.deepEqual(cutOffAt(blank, size, [top, ...lines, bottom]), [])
  })
})
