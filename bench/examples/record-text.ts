import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPpocrReader } from '../../server/adapters/ppocr/index.ts'
import { recordedAt } from '../../server/examples/shipped.ts'
import type { Box, PageText } from '../../server/reading/page-text.ts'

/**
 * Records the text that the local reader finds in the pictures and PDFs of a folder. A server whose reader costs money
 * uses it for the examples. E-invoices are left out: every server reads them itself.
 * @param texts the folder it is put into; what is there goes
 */
export async function recordText(folder: string, texts: string): Promise<void> {
  await rm(texts, { recursive: true, force: true })
  await mkdir(texts)
  const reader = createPpocrReader({ workers: 1 })
  try {
    for (const file of (await readdir(folder)).filter((name) => /\.(jpg|pdf)$/.test(name))) {
      const pages = await reader.read(join(folder, file))
      const name = file.slice(0, file.lastIndexOf('.'))
      await writeFile(recordedAt(texts, name), `${JSON.stringify(pages.map(rounded))}\n`)
    }
  } finally {
    await reader.close()
  }
}

/** A ten-thousandth of a page is less than a pixel. */
const precise = (fraction: number) => Math.round(fraction * 10_000) / 10_000
const preciseBox = ({ left, top, width, height }: Box): Box => ({
  left: precise(left),
  top: precise(top),
  width: precise(width),
  height: precise(height),
})

const rounded = (page: PageText): PageText => ({
  ...page,
  ...(page.slope !== undefined && { slope: precise(page.slope) }),
  lines: page.lines.map((line) => ({
    ...line,
    box: preciseBox(line.box),
    confidence: precise(line.confidence),
  })),
})
