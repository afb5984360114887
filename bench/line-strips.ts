/**
 * node bench/line-strips.ts FOLDER IDS OUT: cuts the lines out of the pictures of a receipt set as the reader does, and
 * writes them with their true text, for server/adapters/ppocr/weights/tune.py. OUT/ID.bin has the strips one after another, a
 * byte a pixel; OUT/ID.json the shop, and the widths and texts of the lines from the top.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDetector } from '../server/adapters/ppocr/detector.ts'
import { createLineCutter } from '../server/adapters/ppocr/line-crops.ts'
import { ownModels } from '../server/adapters/ppocr/models.ts'
import { stripOf } from '../server/adapters/ppocr/recogniser.ts'
import { createViewer, toPage } from '../server/adapters/ppocr/view.ts'
import type { Box, TextLine } from '../server/reading/page-text.ts'
import { openPage } from '../server/reading/pages/open-page.ts'
import { openReceiptSet } from './eval/receipt-set.ts'

/** Share of a line in the set that must lie within the strip, and how much of the strip the lines must fill. */
const WITHIN = 0.6
const FILLED = [0.75, 1.35] as const
/** In heights of the strip: lines further apart are not one. */
const OFF_LINE = 0.35
const OVERLAP = 0.3

const right = ({ left, width }: Box) => left + width
const middle = ({ top, height }: Box) => top + height / 2

function shareWithin(line: Box, strip: Box): number {
  const across = Math.min(right(line), right(strip)) - Math.max(line.left, strip.left)
  const down = Math.min(line.top + line.height, strip.top + strip.height) - Math.max(line.top, strip.top)
  return across > 0 && down > 0 ? (across * down) / (line.width * line.height) : 0
}

/** The text of the lines that a strip shows; null if it does not show them whole and nothing else. */
function textOf(strip: Box, shown: TextLine[], aspect: number): string | null {
  const lines = shown.toSorted((a, b) => a.box.left - b.box.left)
  const height = strip.height * aspect
  const middles = lines.map(({ box }) => middle(box))
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last || lines.some(({ box }) => shareWithin(box, strip) < WITHIN)) return null
  if (Math.max(...middles) - Math.min(...middles) > OFF_LINE * strip.height) return null
  const isOver = (box: Box, next?: Box) => next && next.left < right(box) - OVERLAP * height
  if (lines.some(({ box }, index) => isOver(box, lines[index + 1]?.box))) return null
  const filled = (right(last.box) - first.box.left + height / 2) / strip.width
  return filled >= FILLED[0] && filled <= FILLED[1] ? lines.map(({ text }) => text).join(' ') : null
}

const [folder, idsFile, out] = process.argv.slice(2)
if (!folder || !idsFile || !out) throw new Error('usage: node bench/line-strips.ts FOLDER IDS OUT')
const set = openReceiptSet(folder)
const viewer = createViewer(await createDetector(ownModels().detector))
mkdirSync(out, { recursive: true })
for (const id of readFileSync(idsFile, 'utf8').split(/\s+/).filter(Boolean)) {
  const { content } = await openPage(await set.picture(id))
  if ('text' in content) continue
  const view = await viewer.look(content.picture)
  const cutter = createLineCutter(view.image)
  const strips = view.rects
    .map((rect) => ({ rect, box: toPage(view, content.picture, rect), shown: [] as TextLine[] }))
    .sort((a, b) => middle(a.box) - middle(b.box))
  for (const line of (await set.text(id)).flatMap(({ lines }) => lines)) {
    const shares = strips.map(({ box }) => shareWithin(line.box, box))
    const most = Math.max(...shares)
    if (most > WITHIN / 2) strips[shares.indexOf(most)]?.shown.push(line)
  }
  const { width, height } = content.picture
  const cut = strips.map(({ rect, box, shown }) => ({
    strip: stripOf(cutter, rect),
    text: textOf(box, shown, height / width),
  }))
  writeFileSync(join(out, `${id}.bin`), Buffer.concat(cut.map(({ strip }) => strip.data)))
  const lines = cut.map(({ strip, text }) => ({ width: strip.width, text }))
  writeFileSync(join(out, `${id}.json`), JSON.stringify({ shop: (await set.key(id)).company ?? '', lines }))
}
