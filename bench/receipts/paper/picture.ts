import sharp from 'sharp'
import { writeBarcode } from 'zxing-wasm/writer'
import { createRandom, type Random } from '../../random.ts'
import { loadBarcodeWriter } from './barcode-writer.ts'
import type { Look } from './looks.ts'
import type { Mark, Sheet } from './sheet.ts'
import type { Typesetter } from './typesetter.ts'

/** A code as path data in a square of 100. */
export async function qrPath(text: string): Promise<string> {
  await loadBarcodeWriter()
  const { symbol, error } = await writeBarcode(text, { format: 'QRCode', scale: 1, addQuietZones: true })
  if (error || symbol.width === 0) throw new Error(error || 'no code was drawn')
  const step = 100 / symbol.width
  const squares: string[] = []
  symbol.data.forEach((value, i) => {
    if (value > 127) return
    const [x, y] = [(i % symbol.width) * step, Math.floor(i / symbol.width) * step]
    squares.push(
      `M${x.toFixed(3)} ${y.toFixed(3)}h${step.toFixed(3)}v${step.toFixed(3)}h-${step.toFixed(3)}z`,
    )
  })
  return squares.join('')
}

async function pathOf(mark: Mark, typesetter: Typesetter): Promise<string> {
  if (mark.is === 'text') return `<path d="${typesetter.outlines(mark.text, mark.type, mark.x, mark.y)}"/>`
  if (mark.is === 'rule') {
    return `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.thickness}"/>`
  }
  const path = mark.is === 'qr' ? await qrPath(mark.text) : mark.path
  return `<path transform="translate(${mark.x} ${mark.y}) scale(${mark.side / 100})" fill-rule="evenodd" d="${path}"/>`
}

const gray = (level: number) => `rgb(${[level, level, level].map(Math.round).join(' ')})`

/** Ink that is paler where the head was worn or the paper old. */
function ink(look: Look, height: number, random: Random): string {
  if (!look.isThermal)
    return `<linearGradient id="ink"><stop stop-color="${gray(random.between(10, 50))}"/></linearGradient>`
  const fading = random.chance(0.35) ? random.between(60, 125) : random.between(0, 35)
  const stops = Array.from({ length: 7 }, (_, i) => {
    const level = 35 + fading * random.between(0.4, 1)
    return `<stop offset="${i / 6}" stop-color="${gray(level)}"/>`
  })
  const across = random.chance(0.4)
  const end = across ? `x2="${look.width}" y2="0"` : `x2="0" y2="${height}"`
  return `<linearGradient id="ink" gradientUnits="userSpaceOnUse" x1="0" y1="0" ${end}>${stops.join('')}</linearGradient>`
}

/** Needles leave dots: what lies between them stays paper. */
async function asDots(picture: Buffer, look: Look): Promise<Buffer> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true })
  const paper = data[0] ?? 255
  const pitch = look.size / 11
  const ink = (along: number) => Math.abs((along % pitch) / pitch - 0.5)
  for (let i = 0; i < data.length; i++) {
    const at = Math.floor(i / info.channels)
    const away = Math.hypot(ink(at % info.width), ink(Math.floor(at / info.width)))
    data[i] = paper - (paper - (data[i] ?? paper)) * Math.min(1, Math.max(0, (0.72 - away) * 4))
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .png({ compressionLevel: 3 })
    .toBuffer()
}

/** The sheet as a flat picture, as an ideal scanner would make it. @returns PNG */
export async function pictureOf(sheet: Sheet, typesetter: Typesetter, seed: number): Promise<Buffer> {
  const random = createRandom(seed)
  const { look } = sheet
  const height = Math.ceil(Math.max(look.height ?? 0, sheet.bottom + look.margin * 1.5))
  const paths = await Promise.all(sheet.marks.map((mark) => pathOf(mark, typesetter)))
  const paper = look.isThermal ? gray(random.between(232, 250)) : gray(random.between(244, 255))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${look.width}" height="${height}">
    <defs>${ink(look, height, random)}</defs>
    <rect width="100%" height="100%" fill="${paper}"/>
    <g fill="url(#ink)">${paths.join('')}</g></svg>`
  const printed = await sharp(Buffer.from(svg)).removeAlpha().png({ compressionLevel: 3 }).toBuffer()
  return look.isDotMatrix ? asDots(printed, look) : printed
}
