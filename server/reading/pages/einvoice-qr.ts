import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { type EinvoiceLink, einvoiceLinkIn } from '../einvoice-link.ts'
import type { GrayImage } from './gray-image.ts'
import { resizeArea } from './resize.ts'

/** A link of MyInvois has 45 modules a side; below 3 pixels a module few are found. Larger pictures only take longer. */
const MOST_PIXELS = 12_000_000

/**
 * The MyInvois link of the QR codes on a page, in any direction. Undefined without one, and with several: which of
 * two e-invoices the receipt is cannot be told. Takes some 10 ms a megapixel.
 */
export async function findEinvoiceLink(page: GrayImage): Promise<EinvoiceLink | undefined> {
  await loaded()
  const codes = await readBarcodes(asPgm(await bounded(page)), { formats: ['QRCode'], tryInvert: false })
  const links = codes.flatMap(({ text }) => einvoiceLinkIn(text) ?? [])
  const [first] = links
  return links.every(({ uuid, longId }) => uuid === first?.uuid && longId === first.longId)
    ? first
    : undefined
}

let loading: Promise<unknown> | undefined

/** Left to itself the package fetches its WebAssembly from the internet. */
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

async function bounded(page: GrayImage): Promise<GrayImage> {
  const { width, height } = page
  const scale = Math.sqrt(MOST_PIXELS / (width * height))
  if (scale >= 1) return page
  const side = (pixels: number) => Math.max(1, Math.floor(pixels * scale))
  return resizeArea(page, { left: 0, top: 0, width, height }, side(width), side(height))
}

/** The one form of a gray picture the package takes: as pixels it wants four bytes of each. */
function asPgm({ width, height, data }: GrayImage): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data])
}
