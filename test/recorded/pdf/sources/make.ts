import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import PDFDocument from 'pdfkit'
import { launchChromium } from '../../../support/chromium.ts'

/** Prints the receipt with Chromium and writes it with pdfkit: node make.ts OUT-FOLDER */
const [out = '.'] = process.argv.slice(2)

const printed = {
  'chromium-a4': { format: 'A4', margin: { top: '20mm', left: '20mm' } },
  'chromium-letter-landscape': { format: 'Letter', landscape: true, margin: { top: '20mm', left: '20mm' } },
  'chromium-roll-80mm': { width: '80mm', height: '720mm', margin: { top: '5mm', left: '4mm' } },
}

const browser = await launchChromium()
const page = await browser.newPage()
await page.goto(new URL('receipt.html', import.meta.url).href)
for (const [name, options] of Object.entries(printed))
  await page.pdf({ path: join(out, `${name}.pdf`), ...options })
await browser.close()

for (const [name, size] of Object.entries({ letter: 'LETTER', legal: 'LEGAL', a4: 'A4', b6: 'B6' }))
  await write(join(out, `pdfkit-${name}.pdf`), size)

async function write(path: string, size: string) {
  const document = new PDFDocument({ size, margin: 50 })
  const file = document.pipe(createWriteStream(path))
  document.font('Helvetica').fontSize(12)
  document.text('KEDAI BUKU CONTOH SDN BHD').text('No. 1, Jalan Contoh, 50000 Kuala Lumpur')
  document.text('Receipt No: PDF-2042').text('Date: 14/03/2026')
  for (const [what, amount] of [
    ['KAMUS DEWAN', '45.00'],
    ['ATLAS DUNIA', '41.40'],
    ['TOTAL RM', '86.40'],
  ] as const) {
    const { y } = document
    document.text(what, 50, y).text(amount, 220, y)
  }
  document.text('CASH RM 100.00', 50).text('CHANGE RM 13.60')
  document.end()
  await finished(file)
}
