import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import type { AnswerOf } from '../support/answers.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { projectRoot } from '../support/project-root.ts'
import { change, get, uploaded } from '../support/receipts.ts'

const sample = (name: string) => join(projectRoot, 'samples/examples', name)
const BOOKS = { file: sample('bookshop-2026-08-11.jpg'), date: '2026-08-11', totalSen: 10310 }
const CLINIC = { file: sample('clinic-2026-02-14.jpg'), date: '2026-02-14', totalSen: 13000 }
type Placed = { file: string; left: number; top: number }

/** Receipts on a table. */
async function onTable(width: number, height: number, placed: Placed[]) {
  const layers = await Promise.all(
    placed.map(async ({ file, left, top }) => ({
      input: await sharp(file).resize({ width: 900 }).toBuffer(),
      left,
      top,
    })),
  )
  const table = { width, height, channels: 3 as const, background: '#b9a184' }
  return sharp({ create: table }).composite(layers).jpeg({ quality: 88 }).toBuffer()
}

describe('a photograph of two receipts', () => {
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp()
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  const arrangements = {
    'side by side': [2000, 1300, [BOOKS, 60, 40], [CLINIC, 1040, 90]],
    'one above the other': [1000, 2500, [BOOKS, 40, 30], [CLINIC, 60, 1280]],
  } as const
  for (const [how, [width, height, ...receipts]] of Object.entries(arrangements)) {
    test(`${how} is split into two that are read right`, async () => {
      const placed = receipts.map(([{ file }, left, top]) => ({ file, left, top }))
      const receipt = await uploaded(ana, await onTable(width, height, placed))
      assert.equal(receipt.files[0].receipts?.length, 2)
      const response = await change(ana, receipt, { path: '/split' })
      const split = (await response.json()) as AnswerOf<'/receipts/:id/split'>
      const found = await Promise.all(split.receipts.map(({ id }) => get(ana, `/receipts/${id}`)))
      assert.deepEqual(
        found.map(({ date, totalSen }) => [date, totalSen]).sort(),
        [BOOKS, CLINIC].map(({ date, totalSen }) => [date, totalSen]).sort(),
      )
      // Values stand where they were read, on the whole picture.
      for (const one of found) {
        const [{ area }, at] = [one.files[0], one.evidence.totalSen]
        assert.ok(area && at?.by === 'reader')
        const [x, y] = [at.box.left + at.box.width / 2, at.box.top + at.box.height / 2]
        assert.ok(x > area.left && x < area.left + area.width && y > area.top && y < area.top + area.height)
      }
    })
  }
})
