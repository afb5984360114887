import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { PageReader } from '../../server/reading/ports.ts'
import { makePdf } from '../support/pdf.ts'
import { projectRoot } from '../support/project-root.ts'

/** A picture that every adapter is to read; a stand-in may know what it says. */
const PICTURE = join(projectRoot, 'samples', 'parking-2018-06-27.jpg')

/** What every PageReader keeps to. */
export function pageReaderContract(
  name: string,
  withReader: (use: (reader: PageReader) => Promise<void>) => Promise<void>,
) {
  const check = (what: string, use: (reader: PageReader, folder: string) => Promise<void>) =>
    test(what, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'page-reader-'))
      await withReader((reader) => use(reader, folder)).finally(() => rm(folder, { recursive: true }))
    })

  describe(`PageReader: ${name}`, () => {
    check('a picture becomes a page of lines with places and confidence', async (reader) => {
      const [page, ...more] = await reader.read(PICTURE)
      assert.equal(more.length, 0)
      assert.ok(page && page.lines.length > 5)
      assert.equal(page.page, 1)
      assert.ok(page.width > 100 && page.height > 100)
      for (const { text, confidence, box } of page.lines) {
        assert.ok(text.trim().length > 0)
        assert.ok(confidence > 0 && confidence <= 1)
        assert.ok(box.left > -0.05 && box.top > -0.05 && box.width > 0 && box.height > 0)
        assert.ok(box.left + box.width < 1.05 && box.top + box.height < 1.05)
      }
    })

    check('a PDF that a program wrote tells its text itself', async (reader, folder) => {
      const path = join(folder, 'invoice.pdf')
      await writeFile(path, makePdf([{ lines: ['KEDAI BUKU MAJU SDN BHD', 'TOTAL RM 25.00'] }]))
      const pages = await reader.read(path)
      const lines = pages.flatMap((page) => page.lines)
      assert.deepEqual(
        lines.map((line) => line.text),
        ['KEDAI BUKU MAJU SDN BHD', 'TOTAL RM 25.00'],
      )
    })

    check('a file that cannot be decoded is unusable, not failed', async (reader, folder) => {
      const path = join(folder, 'broken.jpg')
      await writeFile(path, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 1, 2, 3]))
      await assert.rejects(reader.read(path), { name: 'UnusableFileError', reason: 'damaged' })
    })

    check('a reading that is cancelled fails', async (reader) => {
      const stop = new AbortController()
      const reading = reader.read(PICTURE, stop.signal)
      stop.abort()
      await assert.rejects(reading, { name: 'ReaderFailedError' })
    })
  })
}
