import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { startApp, type TestApp } from '../support/app.ts'
import { backUpAndErase, keepEverywhere } from '../support/walk-account.ts'

const FILES = join(import.meta.dirname, 'files')

describe('a PDF whose page size is a fraction of a point', () => {
  let app: TestApp
  before(async () => {
    app = await startApp({ clock: { now: () => new Date('2026-04-01T04:00:00Z') } })
  })
  after(() => app.close())

  const sizes = { 'a4-exact.pdf': [595, 842], 'chrome-print.pdf': [596, 843] }
  for (const [name, size] of Object.entries(sizes))
    test(`${name} is read, and every later answer of the account is complete`, async () => {
      const email = `${name}@example.org`
      const bytes = await readFile(join(FILES, name))
      const [kept] = await keepEverywhere(app, email, [bytes])
      assert.ok(kept)
      const { receipt } = kept
      assert.deepEqual([receipt.date, receipt.totalSen], ['2026-03-14', 6500])
      for (const { width, height } of receipt.files) assert.deepEqual([width, height], size)
      await backUpAndErase(app, email)
    })
})
