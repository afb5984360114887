import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { AnswerOf } from '../support/answers.ts'
import { freePort, signUp } from '../support/app.ts'
import { fileForm, picture, type Receipt } from '../support/receipts.ts'
import { type CrashPoint, type ServerProcess, startProcess } from '../support/server-process.ts'
import { until } from '../support/until.ts'

export const CRASH_POINTS: CrashPoint[] = [
  'before keep',
  'after keep',
  'before read',
  'after read',
  'after text',
]

/** Milliseconds a reading takes. */
const READING_MS = 60

/** Where the process ends: at a point of the code, or so many milliseconds after the uploads begin. */
interface Kill {
  crash?: CrashPoint
  killAfter?: number
}

interface Sent {
  key: string
  bytes: Uint8Array
  /** The id in the 201, where there was one. */
  answered: string | undefined
}

/** Starts and kills servers on one folder as `use` says, then checks that nothing answered is lost and nothing is left half-way. */
export async function killing(
  use: (run: { uploadsUntilDead: (how: Kill) => Promise<void> }) => Promise<void>,
) {
  const dataDir = await mkdtemp(join(tmpdir(), 'crash-'))
  const port = await freePort()
  const sent: Sent[] = []
  let server: ServerProcess | undefined
  try {
    server = await startProcess({ dataDir, port })
    const { token, sub } = await signUp(server, 'ana@example.org')
    await server.kill()

    const upload = async (one: Sent) => {
      const headers = { authorization: `Bearer ${token}`, 'idempotency-key': one.key }
      const body = fileForm(one.bytes)
      const response = await fetch(`http://127.0.0.1:${port}/receipts/upload`, {
        method: 'POST',
        body,
        headers,
      })
      const receipt = (await response.json()) as Receipt
      if (response.status === 201) one.answered = receipt.id
      return { status: response.status, receipt }
    }

    await use({
      async uploadsUntilDead({ crash = 'none', killAfter }) {
        server = await startProcess({ dataDir, port, crash, readingMs: READING_MS })
        const batch: Sent[] = []
        for (let i = 0; i < 4; i++) {
          batch.push({ key: `${sent.length + i}`, bytes: await picture(), answered: undefined })
        }
        sent.push(...batch)
        const uploads = Promise.allSettled(batch.map(upload))
        if (killAfter === undefined) await server.exited
        else await wait(killAfter).then(() => server?.kill())
        await uploads
      },
    })

    server = await startProcess({ dataDir, port })
    const call = async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        headers: { authorization: `Bearer ${token}` },
      })
      assert.equal(response.status, 200, path)
      return response
    }
    const listed = async () =>
      ((await (await call('/receipts?limit=100')).json()) as AnswerOf<'/receipts'>).receipts

    // The server finishes or discards what was half-way, by itself.
    await until(async () => (await listed()).every((row) => row.status !== 'reading'))
    for (const one of sent.filter(({ answered }) => answered)) {
      const receipt = (await (await call(`/receipts/${one.answered}`)).json()) as Receipt
      assert.deepEqual([receipt.status, receipt.totalSen], ['needs_review', 2500])
      const kept = Buffer.from(await (await call(`/receipts/${one.answered}/file`)).arrayBuffer())
      assert.equal(receipt.files[0].sha256, createHash('sha256').update(one.bytes).digest('hex'))
      assert.ok(kept.equals(one.bytes))
    }

    // A client without an answer repeats its request with the same key, and has one receipt, not two.
    for (const one of sent) {
      const before = one.answered
      await until(async () => (await upload(one)).status === 201)
      if (before) assert.equal(one.answered, before)
    }
    const rows = await listed()
    assert.equal(rows.length, sent.length)
    assert.deepEqual(rows.map((row) => row.id).sort(), sent.map((one) => one.answered).sort())

    // Every file belongs to a record, and every record has its files.
    const folders = await readdir(join(dataDir, 'files', sub))
    assert.deepEqual(folders.sort(), rows.map((row) => row.id).sort())
    for (const { id } of rows) {
      const receipt = (await (await call(`/receipts/${id}`)).json()) as Receipt
      const names = receipt.files.flatMap(({ id }) => [id, `${id}.text.json.gz`])
      assert.deepEqual((await readdir(join(dataDir, 'files', sub, id))).sort(), names.sort())
    }
    assert.deepEqual(await readdir(join(dataDir, 'incoming')), [])
    assert.equal(await server.terminate(), 0)
  } finally {
    await server?.kill()
    await rm(dataDir, { recursive: true, force: true })
  }
}
