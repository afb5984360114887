import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { runCli } from '../support/cli.ts'
import { makePdf } from '../support/pdf.ts'
import { projectRoot } from '../support/project-root.ts'

const SAMPLE = join(projectRoot, 'samples/parking-2018-06-27.jpg')

/** A PNG whose header promises more than any memory holds, and whose data are missing. */
function hugePng(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0])
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.from('789c030000000001', 'hex')),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

suite('npm run read, by the type of file', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'read-types-test-'))
  })
  after(() => rm(folder, { recursive: true }))

  async function read(files: Record<string, Buffer>) {
    const paths: string[] = []
    for (const [name, bytes] of Object.entries(files)) {
      paths.push(join(folder, name))
      await writeFile(join(folder, name), bytes)
    }
    const { stdout } = await runCli('read', ['--json', ...paths])
    return JSON.parse(stdout)
  }

  test('reads every supported kind of picture, whatever its name and the way it is turned', async () => {
    const jpeg = await readFile(SAMPLE)
    const { width, height } = await sharp(jpeg).metadata()
    const onItsSide = await sharp(jpeg).rotate(270).jpeg().toBuffer()
    const results = await read({
      'exif-says-turn-right.jpg': await sharp(onItsSide).withMetadata({ orientation: 6 }).toBuffer(),
      'on-its-head.jpg': await sharp(jpeg).rotate(180).jpeg().toBuffer(),
      'skewed.jpg': await sharp(jpeg).rotate(5, { background: 'gray' }).jpeg().toBuffer(),
      'with-transparency.png': await sharp(jpeg).ensureAlpha(0.99).png().toBuffer(),
      'avif.jpg': await sharp(jpeg).avif().toBuffer(),
      'still.gif': await sharp(jpeg).gif().toBuffer(),
      'sixteen-bit.tiff': await sharp(jpeg).toColourspace('rgb16').tiff({ compression: 'lzw' }).toBuffer(),
      'webp-called.jpg': await sharp(jpeg).webp().toBuffer(),
      'scan.pdf': makePdf([{ jpeg, pixels: [width, height], size: [width * 0.36, height * 0.36] }]),
    })
    for (const { file, reading } of results) {
      assert.equal(reading?.date?.value, '2018-06-27', file)
      assert.equal(reading?.totalSen?.value, 150, file)
    }
  })

  test('reads a long receipt also when it lies on its side without saying so', async () => {
    const jpeg = await readFile(join(projectRoot, 'samples/bookshop-2017-12-11.jpg'))
    const results = await read({
      'on-its-right-side.jpg': await sharp(jpeg).rotate(90).jpeg().toBuffer(),
      'on-its-left-side.jpg': await sharp(jpeg).rotate(270).jpeg().toBuffer(),
    })
    assert.equal(results.length, 2)
    for (const { file, reading } of results) {
      assert.equal(reading?.date?.value, '2017-12-11', file)
      assert.equal(reading?.totalSen?.value, 3145, file)
    }
  })

  test('takes the text of a PDF from the PDF, with its place on the page', async () => {
    const [result] = await read({
      'invoice.pdf': makePdf([
        {
          lines: [
            'KEDAI BUKU CONTOH SDN BHD',
            'No. 1, Jalan Contoh, 50000 Kuala Lumpur',
            'Invoice No: INV-2042',
            'Date: 03/04/2024',
            'Total RM 123.40',
          ],
        },
      ]),
    })
    assert.equal(result.reading.merchant.value, 'KEDAI BUKU CONTOH SDN BHD')
    assert.equal(result.reading.date.value, '2024-04-03')
    assert.equal(result.reading.totalSen.value, 12340)
    // The fifth line stands 117 of 595 points below the top.
    const { box } = result.reading.totalSen
    assert.ok(box.top < 117 / 595 && box.top + box.height > 110 / 595)
  })

  test('refuses what cannot be read, each for its own reason', async () => {
    const jpeg = await readFile(SAMPLE)
    const page = { lines: ['A page of a receipt that has too many'] }
    const results = await read({
      'empty.jpg': Buffer.alloc(0),
      'ends-early.jpg': jpeg.subarray(0, jpeg.length / 2),
      'bomb.png': hugePng(30_000),
      'many-pages.pdf': makePdf(Array.from({ length: 31 }, () => page)),
      'cut-off.pdf': Buffer.from('%PDF-1.7\n1 0 obj\n'),
      'locked.pdf': makePdf(
        [page],
        `/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> >> /ID [<00> <00>]`,
      ),
      'blank.png': await sharp({ create: { width: 300, height: 400, channels: 3, background: 'white' } })
        .png()
        .toBuffer(),
    })
    assert.deepEqual(
      results.map(({ error }: { error: { code: string } }) => error.code),
      ['empty', 'damaged', 'too_many_pixels', 'too_many_pages', 'damaged', 'encrypted', 'unreadable'],
    )
    assert.match(results[3].error.message, /has 31 pages; at most 30/)
  })
})
