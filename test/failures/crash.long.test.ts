import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { freePort, signUp } from '../support/app.ts'
import { fileForm, picture, type Receipt } from '../support/receipts.ts'
import { startProcess } from '../support/server-process.ts'
import { until } from '../support/until.ts'
import { CRASH_POINTS, killing } from './killing.ts'

/** Moments of a kill from outside, in ms after the uploads begin; with a reading of 60 ms they hit every step. */
const KILLS = [4, 12, 22, 34, 50, 75, 110, 160]

describe('kill -9 in the middle of uploads', () => {
  for (const crash of CRASH_POINTS) {
    test(`${crash}: nothing answered is lost, nothing is left half-way`, () =>
      killing((run) => run.uploadsUntilDead({ crash })))
  }

  test('at any moment, again and again', () =>
    killing(async (run) => {
      for (const killAfter of KILLS) await run.uploadsUntilDead({ killAfter })
    }))

  test('while a page is added: the receipt is as it was, and the page is gone', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'crash-'))
    const port = await freePort()
    let server = await startProcess({ dataDir, port, crash: 'after keeping a page' })
    try {
      const { token, sub } = await signUp(server, 'ana@example.org')
      const headers = { authorization: `Bearer ${token}`, 'if-match': '*' }
      const post = async (path: string) =>
        fetch(`${server.url}${path}`, { method: 'POST', body: fileForm(await picture()), headers })
      const receipt = (await (await post('/receipts/upload')).json()) as Receipt
      await assert.rejects(post(`/receipts/${receipt.id}/files`))
      await server.exited
      const folder = join(dataDir, 'files', sub, receipt.id)
      assert.equal((await readdir(folder)).length, 3)

      server = await startProcess({ dataDir, port })
      await until(async () => (await readdir(folder)).length === 2)
      const now = (await (await fetch(`${server.url}/receipts/${receipt.id}`, { headers })).json()) as Receipt
      assert.deepEqual([now.files, now.status], [receipt.files, 'needs_review'])
    } finally {
      await server.kill()
      await rm(dataDir, { recursive: true, force: true })
    }
  })
})
