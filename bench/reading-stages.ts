/**
 * node bench/reading-stages.ts: draws the pictures of docs/reading.md from a receipt in samples/, one a stage, into
 * docs/pictures.
 */
import { join } from 'node:path'
import sharp from 'sharp'
import { createDetector } from '../server/adapters/ppocr/detector.ts'
import { flattened } from '../server/adapters/ppocr/flatten.ts'
import type { TurnedRect } from '../server/adapters/ppocr/geometry.ts'
import { createLineCutter } from '../server/adapters/ppocr/line-crops.ts'
import { createLineReader } from '../server/adapters/ppocr/line-reader.ts'
import { ownModels } from '../server/adapters/ppocr/models.ts'
import { stripOf } from '../server/adapters/ppocr/recogniser.ts'
import { createViewer, toPage } from '../server/adapters/ppocr/view.ts'
import { readFields } from '../server/reading/fields/index.ts'
import type { Box } from '../server/reading/page-text.ts'
import type { GrayImage } from '../server/reading/pages/gray-image.ts'
import { openPage } from '../server/reading/pages/open-page.ts'
import { projectRoot } from '../test/support/project-root.ts'

const SAMPLE = 'lunch-on-a-large-scan-2018-06-04.jpg'
/** Pixels of the longer side of a picture in the docs. */
const SIDE = 700
const INK = '#0b6e4f'
const DOUBT = '#b3541e'

interface Shape {
  rect: TurnedRect
  colour: string
}

async function draw(name: string, image: GrayImage, shapes: Shape[]): Promise<void> {
  const { width, height } = image
  const stroke = Math.max(width, height) / 350
  const outlines = shapes.map(({ rect, colour }) => {
    const degrees = (rect.angle * 180) / Math.PI
    const [left, top] = [rect.x - rect.width / 2, rect.y - rect.height / 2]
    return (
      `<rect x="${left}" y="${top}" width="${rect.width}" height="${rect.height}" fill="none" stroke="${colour}" ` +
      `stroke-width="${stroke}" transform="rotate(${degrees} ${rect.x} ${rect.y})"/>`
    )
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${outlines.join('')}</svg>`
  const drawn = await sharp(image.data, { raw: { width, height, channels: 1 } })
    .toColourspace('srgb')
    .composite([{ input: Buffer.from(svg) }])
    .png()
    .toBuffer()
  const file = join(projectRoot, 'docs/pictures', `reading-${name}.webp`)
  await sharp(drawn).resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true }).webp().toFile(file)
  console.log(file)
}

const rectOf = ({ left, top, width, height }: Box, by: { width: number; height: number }): TurnedRect => ({
  x: (left + width / 2) * by.width,
  y: (top + height / 2) * by.height,
  width: width * by.width,
  height: height * by.height,
  angle: 0,
})

const models = ownModels()
const viewer = createViewer(await createDetector(models.detector))
const { content } = await openPage(join(projectRoot, 'samples', SAMPLE))
if ('text' in content) throw new Error('the sample has no picture')
const { picture } = content
const whole = await picture.whole()
const view = await viewer.look(picture)
const { area, image, rects } = view
const scale = whole.width / picture.width
const crop = {
  x: (area.left + area.width / 2) * scale,
  y: (area.top + area.height / 2) * scale,
  width: area.width * scale,
  height: area.height * scale,
  angle: 0,
}
await draw('1-found', whole, [{ rect: crop, colour: INK }])
await draw(
  '2-lines',
  image,
  rects.map((rect) => ({ rect, colour: INK })),
)

const widest = rects.toSorted((a, b) => b.width - a.width)[0]
if (widest) await draw('3-strip', stripOf(createLineCutter(image), widest), [])

const pieces = await (await createLineReader(models)).open(view).read()
const isReadTwice = ({ alternatives }: (typeof pieces)[number]) => alternatives.length > 0
await draw(
  '4-read',
  image,
  pieces.map((piece) => ({ rect: piece.rect, colour: isReadTwice(piece) ? DOUBT : INK })),
)

const page = { page: 1, width: picture.width, height: picture.height }
const lines = pieces.map(({ rect, line }) => ({ ...line, box: toPage(view, picture, rect) }))
const { merchant, date, totalSen } = readFields([{ ...page, lines }])
const found = [merchant, date, totalSen].flatMap((field) => field?.box ?? [])
const onView = (box: Box): TurnedRect => {
  const rect = rectOf(box, picture)
  const by = image.width / area.width
  return {
    ...rect,
    x: (rect.x - area.left) * by,
    y: (rect.y - area.top) * by,
    width: rect.width * by,
    height: rect.height * by,
  }
}
await draw(
  '5-fields',
  image,
  found.map((box) => ({ rect: onView(box), colour: INK })),
)
console.log(flattened(rects) ? 'the paper is bent' : 'the paper is flat', `${pieces.length} lines`)
