import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { AnswerOf } from './support/answers.ts'
import { signUp } from './support/app.ts'
import { fileForm, picture, type Receipt } from './support/receipts.ts'
import { startProcess } from './support/server-process.ts'
import { until } from './support/until.ts'

describe('SIGTERM', () => {
  test('finishes what runs, answers those who wait, and keeps what is still to do', async (context) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'sigterm-'))
    context.after(() => rm(dataDir, { recursive: true, force: true }))
    // More than are read at once, so that some still wait when the signal comes.
    const env = { READER_WORKERS: '2' }
    const server = await startProcess({ dataDir, readingMs: 'held', env })
    context.after(() => server.kill())
    const { token } = await signUp(server, 'ana@example.org')
    const headers = { authorization: `Bearer ${token}` }
    const uploads = Array.from({ length: 8 }, async () => {
      const body = fileForm(await picture())
      const response = await fetch(`${server.url}/receipts/upload`, { method: 'POST', body, headers })
      return { status: response.status, receipt: (await response.json()) as Receipt }
    })
    const statusesAt = async (url: string): Promise<string[]> => {
      const { receipts } = (await (
        await fetch(`${url}/receipts`, { headers })
      ).json()) as AnswerOf<'/receipts'>
      return receipts.map(({ status }) => status)
    }
    await until(async () => (await statusesAt(server.url)).length === 8)
    assert.equal(await server.terminate(), 0)
    const answers = await Promise.all(uploads)
    assert.deepEqual(answers.map(({ status, receipt }) => `${status} ${receipt.status}`).sort(), [
      ...Array(2).fill('201 needs_review'),
      ...Array(6).fill('201 reading'),
    ])

    const again = await startProcess({ dataDir, port: Number(server.socket.port) })
    context.after(() => again.kill())
    await until(async () => (await statusesAt(again.url)).every((status) => status === 'needs_review'))
  })
})
