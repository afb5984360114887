import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { openDynamo } from '../../server/adapters/dynamodb/database.ts'
import { createReceiptStore } from '../../server/adapters/dynamodb/receipt-store.ts'
import type { AnswerOf } from '../support/answers.ts'
import { freePort, signUp } from '../support/app.ts'
import { awsEnvironment, REGION } from '../support/aws.ts'
import { startDynamo, type TestDynamo } from '../support/dynamo.ts'
import { fileForm, picture, type Receipt } from '../support/receipts.ts'
import { startS3, type TestS3 } from '../support/s3.ts'
import { type ServerProcess, startProcess } from '../support/server-process.ts'
import { until } from '../support/until.ts'

const PROCESSES = 4
const UPLOADS = 30
const AT_ONCE = 6
/** A process is killed each time so many more uploads were answered. */
const KILL_EVERY = 4
const KILLS = 6

let dynamo: TestDynamo
let s3: TestS3
let dataDir: string
before(async () => {
  ;[dynamo, s3] = await Promise.all([startDynamo(), startS3()])
  dataDir = await mkdtemp(join(tmpdir(), 'many-'))
})
after(async () => {
  await Promise.all([dynamo.close(), s3.close()])
  await rm(dataDir, { recursive: true, force: true })
})

interface Upload {
  key: string
  bytes: Uint8Array
  sha256: string
  id: string | undefined
}

test('four processes that are killed and restarted read nothing twice, lose nothing and overwrite nothing', async () => {
  const [tables, bucket] = await Promise.all([dynamo.createTables(), s3.createBucket()])
  const ports = await Promise.all(Array.from({ length: PROCESSES }, freePort))
  const publicUrl = `http://127.0.0.1:${ports[0]}`
  const env = {
    ...awsEnvironment(),
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
    AWS_ENDPOINT_URL_S3: s3.endpoint,
    STORAGE: 'aws',
    AWS_REGION: REGION,
    S3_BUCKET_NAME: bucket,
    RECEIPT_TABLE: tables.receipts,
    BLACKLIST_TOKEN_TABLE: tables.revokedTokens,
    TAXPAYER_TABLE: tables.taxpayers,
    SECRET_KEY: randomBytes(32).toString('hex'),
    IDENTITY: 'local',
    READER: 'local',
    PUBLIC_URL: publicUrl,
    // A dead process's lease runs out in 12 seconds instead of 30; a living one's is renewed after 10.
    CLOCK_RATE: '2.5',
    CLOCK_FROM: String(Date.now()),
  }

  /** For each file the processes that began to read it, and whether they lived to end it. */
  const readings = new Map<string, { killed: boolean }[]>()
  const lives: { killed: boolean }[] = []
  const start = (at: number) => {
    const life = { killed: false }
    lives[at] = life
    const onRead = (sha256: string) => void readings.set(sha256, [...(readings.get(sha256) ?? []), life])
    return startProcess({ dataDir, port: Number(ports[at]), readingMs: 150, env, onRead })
  }
  const servers: (ServerProcess | undefined)[] = [await start(0)]
  const { token, sub } = await signUp(servers[0] as ServerProcess, 'ana@example.org')
  servers.push(...(await Promise.all([1, 2, 3].map(start))))

  const call = async (at: number, path: string, init: RequestInit = {}) => {
    const headers = { ...init.headers, authorization: `Bearer ${token}` }
    const response = await fetch(`http://127.0.0.1:${ports[at % PROCESSES]}${path}`, { ...init, headers })
    const retryAfter = Number(response.headers.get('retry-after'))
    return { status: response.status, retryAfter, body: (await response.json()) as Receipt }
  }

  /** As a client does that heard nothing, or was told to ask again: with the same key, of any process. */
  async function uploadUntilAnswered(one: Upload, first: number) {
    for (let at = first; ; at++) {
      const init = { method: 'POST', body: fileForm(one.bytes), headers: { 'idempotency-key': one.key } }
      const answer = await call(at, '/receipts/upload', init).catch(() => undefined)
      if (answer?.status === 201) {
        one.id = answer.body.id
        return
      }
      if (answer) assert.ok([409, 429, 503].includes(answer.status), JSON.stringify(answer))
      await wait(answer ? answer.retryAfter * 1000 : 200)
    }
  }

  const uploads = await Promise.all(
    Array.from({ length: UPLOADS }, async (_, i): Promise<Upload> => {
      const bytes = await picture()
      return {
        key: `key-${i}`,
        bytes,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        id: undefined,
      }
    }),
  )
  const waiting = uploads.map((one, i) => ({ one, i }))
  const client = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await uploadUntilAnswered(next.one, next.i)
  }
  const killAndRestart = async (at: number) => {
    const life = lives[at]
    if (life) life.killed = true
    await servers[at]?.kill()
    servers[at] = await start(at)
  }
  const killing = async () => {
    const restarts: Promise<void>[] = []
    for (let kill = 0; kill < KILLS; kill++) {
      const isTime = async () => uploads.filter((one) => one.id).length >= (kill + 1) * KILL_EVERY
      await until(isTime, 20)
      // One that was killed before is up again first.
      await restarts[kill - PROCESSES]
      restarts.push(killAndRestart(kill % PROCESSES))
    }
    await Promise.all(restarts)
  }

  const store = openDynamo({ region: REGION, tables })
  try {
    await Promise.all([killing(), ...Array.from({ length: AT_ONCE }, client)])
    const listed = async () =>
      ((await call(0, '/receipts?limit=100')).body as unknown as AnswerOf<'/receipts'>).receipts
    await until(async () => (await listed()).every((row) => row.status === 'needs_review'))

    const rows = await listed()
    assert.deepEqual(rows.map((row) => row.id).sort(), uploads.map((one) => one.id).sort())
    for (const [at, one] of uploads.entries()) {
      const { body: receipt } = await call(at, `/receipts/${one.id}`)
      assert.deepEqual([receipt.status, receipt.totalSen], ['needs_review', 2500])
      assert.equal(receipt.files[0].sha256, one.sha256)
      const file = await fetch(`http://127.0.0.1:${ports[at % PROCESSES]}/receipts/${one.id}/file`, {
        headers: { authorization: `Bearer ${token}` },
      })
      assert.ok(Buffer.from(await file.arrayBuffer()).equals(one.bytes))
      const begun = readings.get(one.sha256) ?? []
      assert.equal(
        begun.filter((life) => !life.killed).length <= 1,
        true,
        'read twice by processes that lived',
      )
      assert.ok(begun.length >= 1)
    }
    // Every object belongs to a receipt, with its text beside it.
    const objects = new Set(await s3.versions(bucket))
    const expected = rows.flatMap((row) => [...objects].filter((key) => key.startsWith(`${sub}/${row.id}/`)))
    assert.deepEqual([...objects], expected.sort())
    assert.equal(objects.size, 2 * UPLOADS)
    assert.deepEqual(await createReceiptStore(store).due(new Date(Date.now() + 1e12), 10), [])

    // Of changes made at once by all processes one is taken, and the others are told.
    for (const row of rows.slice(0, 5)) {
      const changes = Array.from({ length: PROCESSES }, (_, at) =>
        call(at, `/receipts/${row.id}`, {
          method: 'PATCH',
          body: JSON.stringify({ note: `by process ${at}` }),
          headers: { 'content-type': 'application/merge-patch+json', 'if-match': `"${row.version}"` },
        }),
      )
      const answers = await Promise.all(changes)
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412, 412, 412])
      const winner = answers.findIndex(({ status }) => status === 200)
      const { body } = await call(1, `/receipts/${row.id}`)
      assert.deepEqual([body.note, body.version], [`by process ${winner}`, row.version + 1])
    }
    for (const server of servers) assert.equal(await server?.terminate(), 0)
  } finally {
    store.close()
    await Promise.all(servers.map((server) => server?.kill()))
  }
})
