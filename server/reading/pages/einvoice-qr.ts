import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { type EinvoiceLink, einvoiceLinkIn } from '../einvoice-link.ts'
import type { GrayImage } from './gray-image.ts'

/** A MyInvois QR code has 45 modules per side. Few are found below 3 pixels per module; more pixels only take longer. */
const MOST_PIXELS = 12_000_000

/**
 * Finds the MyInvois link in the QR codes on a page, in any orientation. Undefined if there is none, or if there are
 * several different ones, because either could be the receipt's. Takes about 10 ms per megapixel.
 */
export async function findEinvoiceLink(page: GrayImage): Promise<EinvoiceLink | undefined> {
  await loaded()
  const codes = await readBarcodes(asPgm(bounded(page)), { formats: ['QRCode'], tryInvert: false })
  const links = codes.flatMap(({ text }) => einvoiceLinkIn(text) ?? [])
  const [first] = links
  return links.every(({ uuid, longId }) => uuid === first?.uuid && longId === first.longId)
    ? first
    : undefined
}

let loading: Promise<unknown> | undefined

/** Without this, the package downloads its WebAssembly from the internet. */
const loaded = () => {
  loading ??= readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))).then(
    ({ buffer, byteOffset, byteLength }) =>
      prepareZXingModule({
        overrides: { wasmBinary: buffer.slice(byteOffset, byteOffset + byteLength) },
        fireImmediately: true,
      }),
  )
  return loading
}

/** The page, a large one shrunk by averaging blocks of pixels: much faster than resampling. */
function bounded(page: GrayImage): GrayImage {
  const by = Math.ceil(Math.sqrt((page.width * page.height) / MOST_PIXELS))
  if (by <= 1) return page
  const width = Math.max(1, Math.floor(page.width / by))
  const height = Math.max(1, Math.floor(page.height / by))
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let row = y * by; row < (y + 1) * by; row++) {
        for (let column = x * by; column < (x + 1) * by; column++)
          sum += page.data[row * page.width + column] ?? 0
      }
      data[y * width + x] = sum / (by * by)
    }
  }
  return { width, height, data }
}

/** PGM is the only input that takes one byte per pixel; raw pixels need four. */
function asPgm({ width, height, data }: GrayImage): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data])
}
