/**
 * Draws the example receipts of samples/examples/: `npm run examples`. Their shops are invented; bench/examples/receipts.ts
 * says what stands on each. The files are committed, as drawing needs a browser. Then it records the text read from each
 * (samples/example-texts/); `npm run examples -- --text` does only that.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { ignoreClosedPipes } from '../server/cli/closed-pipes.ts'
import { launchChromium } from '../test/support/chromium.ts'
import { einvoiceOf } from './examples/einvoice.ts'
import { pageOf } from './examples/page.ts'
import { photograph } from './examples/photograph.ts'
import { type ExampleReceipt, examples } from './examples/receipts.ts'
import { recordText } from './examples/record-text.ts'

ignoreClosedPipes()

const folder = join(import.meta.dirname, '../samples/examples')
const texts = join(import.meta.dirname, '../samples/example-texts')
if (!process.argv.includes('--text')) await drawAll()
await recordText(folder, texts)

async function drawAll() {
  await mkdir(folder, { recursive: true })
  const browser = await launchChromium()
  try {
    for (const receipt of examples) await draw(browser, receipt)
  } finally {
    await browser.close()
  }
}

async function draw(browser: Browser, receipt: ExampleReceipt) {
  const write = (ending: string, content: Buffer | string) =>
    writeFile(join(folder, `${receipt.name}.${ending}`), content)
  if (receipt.kind === 'einvoice') return write('xml', einvoiceOf(receipt))
  const page = await browser.newPage({ deviceScaleFactor: 2 })
  await page.setContent(pageOf(receipt))
  if (receipt.kind === 'pdf') {
    await write('pdf', await page.pdf({ format: 'A4', printBackground: true }))
  } else {
    const flat = await page.locator('.paper').screenshot()
    await write('jpg', await photograph(flat, receipt))
  }
  await page.close()
}
