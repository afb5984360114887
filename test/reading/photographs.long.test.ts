import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { createPpocrReader } from '../../server/adapters/ppocr/index.ts'
import { readFields } from '../../server/reading/fields/index.ts'
import { projectRoot } from '../support/project-root.ts'

const SAMPLE = join(projectRoot, 'samples/pharmacy-2017-08-11.jpg')
const TABLE = '#6b4a2b'

/** The sample, `width` pixels wide and turned by `degrees`, on a table. */
async function photograph(
  path: string,
  { width = 900, degrees = 0, table = [4000, 3000] }: { width?: number; degrees?: number; table?: number[] },
): Promise<void> {
  const receipt = await sharp(SAMPLE)
    .resize(width, 2400, { fit: 'inside' })
    .rotate(degrees, { background: TABLE })
    .toBuffer()
  const [across = 0, down = 0] = table
  // The name's ending decides the format.
  await sharp({ create: { width: across, height: down, channels: 3, background: TABLE } })
    .composite([{ input: receipt }])
    .webp({ effort: 0 })
    .png({ compressionLevel: 1 })
    .tiff({ compression: 'lzw' })
    .jpeg()
    .toFile(path)
}

/** The most memory in megabytes that a process needs to inspect a picture, to show a part of it and to render it. */
async function peakMemoryOf(path: string): Promise<number> {
  const tasks = join(projectRoot, 'server/reading/pages/tasks.ts')
  const program = `
    const { tasks } = await import(${JSON.stringify(tasks)})
    const path = ${JSON.stringify(path)}
    await tasks.inspect({ path, use: 'read' })
    await tasks.thumbnail({ path, size: 400, area: { left: 0.1, top: 0.1, width: 0.5, height: 0.5 } })
    await tasks.render({ path })
    console.log(process.resourceUsage().maxRSS / 1024)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program])
  return Number(stdout)
}

describe('a photograph of a receipt on a table', () => {
  const reader = createPpocrReader({ workers: 1 })
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'photographs-'))
  })
  after(async () => {
    await reader.close()
    await rm(folder, { recursive: true })
  })

  async function assertSameFields(path: string) {
    const today = '2018-01-01'
    const expected = readFields(await reader.read(SAMPLE), { today })
    const { date, totalSen } = readFields(await reader.read(path), { today })
    assert.deepEqual([date?.value, totalSen?.value], [expected.date?.value, expected.totalSen?.value])
  }

  for (const degrees of [0, 20, -35, 90, 180, 250])
    test(`turned by ${degrees} degrees, a quarter of 12 megapixels`, async () => {
      const path = join(folder, `${degrees}.jpg`)
      await photograph(path, { degrees })
      await assertSameFields(path)
    })

  test('of 200 megapixels', async () => {
    const path = join(folder, 'large.jpg')
    await photograph(path, { table: [16_320, 12_240], degrees: 5 })
    await assertSameFields(path)
  })

  for (const ending of ['png', 'tiff', 'webp'])
    test(`of more than 80 megapixels as ${ending}, in bounded memory`, async () => {
      const path = join(folder, `large.${ending}`)
      await photograph(path, { table: [10_960, 8_220], degrees: 5 })
      await assertSameFields(path)
      assert.ok((await peakMemoryOf(path)) < 450)
    })
})
