import PDFDocument from 'pdfkit'
import { faceOf } from '../../../server/exports/pdf/faces.ts'
import { qrPath } from './picture.ts'
import type { Mark, Sheet } from './sheet.ts'

/** Points a pixel: an A4 page is 595 points wide. */
const scaleOf = (sheet: Sheet) => 595.28 / sheet.look.width

type Document = InstanceType<typeof PDFDocument>

async function draw(document: Document, mark: Mark) {
  if (mark.is === 'text') {
    const font = mark.type.isBold ? 'bold' : 'plain'
    document.font(font).fontSize(mark.type.size)
    document.text(mark.text, mark.x, mark.y, { lineBreak: false, baseline: 'alphabetic' })
  } else if (mark.is === 'rule') {
    document.rect(mark.x, mark.y, mark.width, mark.thickness).fill()
  } else {
    const path = mark.is === 'qr' ? await qrPath(mark.text) : mark.path
    document
      .save()
      .translate(mark.x, mark.y)
      .scale(mark.side / 100)
      .path(path)
      .fill('even-odd')
      .restore()
  }
}

/** The sheet as a PDF with a text layer, as web shops and suppliers send it. */
export async function documentOf(sheet: Sheet): Promise<Buffer> {
  const scale = scaleOf(sheet)
  const least = sheet.look.height ?? 0
  const height = sheet.pages > 1 ? least : Math.max(least, sheet.bottom + sheet.look.margin)
  const document = new PDFDocument({
    autoFirstPage: false,
    info: { CreationDate: new Date(0) },
  })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => document.on('end', resolve))
  const face = faceOf('A')
  if (!face) throw new Error('no font for Latin text')
  document.registerFont('plain', await face.load(400, ''))
  document.registerFont('bold', await face.load(700, ''))
  for (let page = 0; page < sheet.pages; page++) {
    document.addPage({ size: [sheet.look.width * scale, height * scale], margin: 0 })
    document.scale(scale)
    const [top, bottom] = [page * height, (page + 1) * height]
    for (const mark of sheet.marks.filter(({ y }) => y >= top && y < bottom))
      await draw(document, { ...mark, y: mark.y - top })
  }
  document.end()
  await ended
  return Buffer.concat(chunks)
}
