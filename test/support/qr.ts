import { join } from 'node:path'
import sharp from 'sharp'
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
