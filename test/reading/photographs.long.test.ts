import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
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
  await sharp({ create: { width: across, height: down, channels: 3, background: TABLE } })
    .composite([{ input: receipt }])
    .jpeg()
    .toFile(path)
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
})
