import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { describe, test } from 'node:test'
import PDFDocument from 'pdfkit'
import { readFields } from '../../server/reading/fields/index.ts'
import { settle } from '../../server/reading/pages/text-doubt.ts'
import { temporaryFolder } from '../support/data-folder.ts'
import { pageOf } from '../support/page-of.ts'
import { createPageToolsHere } from '../support/page-tools.ts'

const LINES = [
  'KEDAI BUKU CONTOH SDN BHD',
  'No. 1, Jalan Contoh, 50000 Kuala Lumpur',
  'Date: 14/03/2026',
  'Kamus Dewan 45.00',
  'Atlas Dunia 41.40',
  'TOTAL RM 86.40',
]

type Pdf = InstanceType<typeof PDFDocument>

/** A PDF of one A4 page as pdfkit writes it. */
function written(draw: (pdf: Pdf) => void): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 50 })
  const bytes = buffer(pdf)
  pdf.font('Helvetica').fontSize(13)
  draw(pdf)
  pdf.end()
  return bytes
}

async function opened(bytes: Buffer) {
  await using folder = await temporaryFolder()
  const path = folder.in('page.pdf')
  await writeFile(path, bytes)
  const { content } = await createPageToolsHere().render(path)
  return content
}

const say = (pdf: Pdf, options: object = {}) => {
  for (const [row, line] of LINES.entries())
    pdf.text(line, 60, 80 + 30 * row, { lineBreak: false, ...options })
}

describe('the text layer of a PDF', () => {
  const believed: Record<string, (pdf: Pdf) => void> = {
    'as programs write it': (pdf) => say(pdf),
    'with letters set apart': (pdf) => say(pdf, { characterSpacing: 6 }),
    'with letters set far apart': (pdf) => say(pdf.fontSize(9), { characterSpacing: 9 }),
    'on its head': (pdf) => {
      pdf.rotate(180, { origin: [297, 421] })
      say(pdf)
    },
    'on its side': (pdf) => {
      pdf.rotate(90, { origin: [297, 297] })
      say(pdf)
    },
  }
  for (const [what, draw] of Object.entries(believed))
    test(`${what} is read and believed`, async () => {
      const content = await opened(await written(draw))
      assert.ok('text' in content)
      const { merchant, date, totalSen } = readFields([content.text], { today: '2026-11-29' })
      assert.deepEqual(
        [merchant?.value, date?.value, totalSen?.value],
        ['KEDAI BUKU CONTOH SDN BHD', '2026-03-14', 8640],
      )
      assert.ok(!content.picture)
    })

  const doubted: Record<string, (pdf: Pdf) => void> = {
    'that nobody sees': (pdf) => {
      pdf.fillColor('white')
      say(pdf)
    },
    'that is little beside what is drawn': (pdf) => {
      say(pdf.fontSize(8))
      for (let y = 400; y < 780; y += 14) pdf.rect(60, y, 450, 9).fill('black')
    },
    'beside a large black picture': (pdf) => {
      pdf.rect(300, 400, 200, 200).fill('black')
      say(pdf)
    },
    'in letters that make no words': (pdf) => {
      for (let row = 0; row < 12; row++) pdf.text('WXWDO KDUJD SHUNKLGPDWDQ FKNXU', 60, 80 + 30 * row)
    },
  }
  for (const [what, draw] of Object.entries(doubted))
    test(`${what} is doubted: the page comes with its picture`, async () => {
      const content = await opened(await written(draw))
      assert.ok('text' in content && content.picture)
      assert.ok(content.picture.width >= 1200)
    })
})

describe('a text layer in doubt', () => {
  const READ = [
    'KEDAI BUKU CONTOH SDN BHD',
    'KAMUS DEWAN 45.00',
    'ATLAS DUNIA 41.40',
    'TOTAL RM 86.40',
    'TERIMA KASIH',
  ]

  test('is believed where it has the words that its picture shows', () => {
    const text = pageOf([...READ, 'and much that OCR has missed'])
    assert.equal(settle(text, pageOf(READ)), text)
    assert.equal(settle(text, pageOf(['LOGO', 'SCAN ME'])), text)
  })

  test('gives way to the picture where it has other words', () => {
    const read = pageOf(READ)
    assert.equal(settle(pageOf(['Scanned by an app', 'Page 1 of 1']), read), read)
  })
})
