import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { writeBarcode } from 'zxing-wasm/writer'
import { loadBarcodeWriter } from '../../bench/receipts/paper/barcode-writer.ts'
import { projectRoot } from './project-root.ts'

/** A QR code as a PNG. @param side pixels, including the quiet zone */
export async function qrCode(text: string, side: number): Promise<Buffer> {
  await loadBarcodeWriter()
  const { image, error } = await writeBarcode(text, { format: 'QRCode', scale: 8, addQuietZones: true })
  if (!image) throw new Error(error)
  return sharp(await image.arrayBuffer())
    .resize(side, side, { fit: 'fill', kernel: 'lanczos3' })
    .png()
    .toBuffer()
}

/** What a phone reads from a picture with one QR code; undefined where it finds none. */
export async function scanned(picture: Buffer): Promise<string | undefined> {
  const wasm = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')))
  const wasmBinary = new Uint8Array(wasm).buffer
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
  const [found] = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'], tryInvert: false })
  return found?.text
}

/** A sample receipt with QR codes side by side below its text. */
export async function receiptWithCodes(
  texts: string[],
  options: { width?: number; side?: number; sample?: string } = {},
): Promise<Buffer> {
  const { width = 900, side = 300, sample = 'parking-2018-06-27.jpg' } = options
  const paper = await sharp(join(projectRoot, 'samples', sample))
    .resize({ width })
    .extend({ bottom: side + 40, background: 'white' })
    .toBuffer({ resolveWithObject: true })
  const codes = texts.map(async (text, index) => ({
    input: await qrCode(text, side),
    left: 40 + index * (side + 20),
    top: paper.info.height - side - 20,
  }))
  return sharp(paper.data)
    .composite(await Promise.all(codes))
    .jpeg()
    .toBuffer()
}
