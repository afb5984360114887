import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import { STORED_FORMAT, type StoredFormat } from '../../server/adapters/dynamodb/format.ts'
import type { AnswerOf, Problem, Receipt } from '../support/answers.ts'
import { signUp } from '../support/app.ts'
import { awsStorage } from '../support/aws-app.ts'
import { commandLine, plainEnvironment, runCli } from '../support/cli.ts'
import { startDynamo, type TestDynamo } from '../support/dynamo.ts'
import { freePort } from '../support/ports.ts'
import { fileForm, picture, type Versioned } from '../support/receipts.ts'
import { startS3, type TestS3 } from '../support/s3.ts'
import { type ServerProcess, startProcess } from '../support/server-process.ts'

/** This release, the one that expands to the next format, and the one that writes it. */
const now = STORED_FORMAT
const expanded: StoredFormat = { reads: now.reads + 1, writes: now.writes }
const next: StoredFormat = { reads: now.reads + 1, writes: now.writes + 1 }

describe('releases whose stored formats differ, side by side on the same tables', () => {
  let dynamo: TestDynamo
  let s3: TestS3
  let dataDir: string
  let env: Record<string, string>
  let token = ''
  const servers: ServerProcess[] = []

  before(async () => {
    ;[dynamo, s3] = await Promise.all([startDynamo(), startS3()])
  })
  after(() => Promise.all([dynamo.close(), s3.close()]))
  beforeEach(async () => {
    const [tables, bucket] = await Promise.all([dynamo.createTables(), s3.createBucket()])
    dataDir = await mkdtemp(join(tmpdir(), 'formats-'))
    const endpoints = { AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint, AWS_ENDPOINT_URL_S3: s3.endpoint }
    const publicUrl = `http://127.0.0.1:${await freePort()}`
    env = { ...awsStorage(tables, bucket), ...endpoints, PUBLIC_URL: publicUrl }
    token = ''
  })
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.kill()
    await rm(dataDir, { recursive: true, force: true })
  })

  async function start(storedFormat: StoredFormat): Promise<ServerProcess> {
    // The first is at the public address, where the one account signs up.
    const port = Number(new URL(String(env.PUBLIC_URL)).port)
    const isFirst = servers.length === 0
    const server = await startProcess({ dataDir, env, storedFormat, port: isFirst ? port : await freePort() })
    servers.push(server)
    if (!token) token = (await signUp(server, 'ana@example.org')).token
    return server
  }

  async function call<Body>(server: ServerProcess, path: string, init: RequestInit = {}) {
    const headers = { ...init.headers, authorization: `Bearer ${token}` }
    const response = await fetch(new URL(path, server.socket), { ...init, headers })
    return { status: response.status, body: (await response.json()) as Body & Pick<Problem, 'code'> }
  }
  const upload = async (server: ServerProcess): Promise<Receipt> => {
    const init = {
      method: 'POST',
      body: fileForm(await picture()),
      headers: { 'idempotency-key': crypto.randomUUID() },
    }
    const { status, body } = await call<Receipt>(server, '/receipts/upload', init)
    assert.equal(status, 201, JSON.stringify(body))
    return body
  }
  const rename = (server: ServerProcess, { id, version }: Versioned, merchant: string) =>
    call<Receipt>(server, `/receipts/${id}`, {
      method: 'PATCH',
      body: JSON.stringify({ merchant }),
      headers: { 'content-type': 'application/merge-patch+json', 'if-match': `"${version}"` },
    })
  const readiness = async (server: ServerProcess) => {
    const { status, body } = await call(server, '/health/ready')
    return status === 200 ? 'ready' : `${status} ${body.code}`
  }

  /** Uploads with both, and lets each change, list and search what the other wrote. */
  async function worksWithBoth(one: ServerProcess, other: ServerProcess) {
    for (const [writer, reader] of [
      [one, other],
      [other, one],
    ] as const) {
      const receipt = await upload(writer)
      const renamed = await rename(reader, receipt, `SHARED ${receipt.id.slice(-8)}`)
      assert.equal(renamed.status, 200, JSON.stringify(renamed.body))
      const { body } = await call<Receipt>(writer, `/receipts/${receipt.id}`)
      assert.deepEqual([body.merchant, body.version], [renamed.body.merchant, renamed.body.version])
      for (const path of [
        '/receipts',
        `/receipts?text=${receipt.id.slice(-8)}`,
        '/receipts?yearOfAssessment=2026',
      ]) {
        const found = await Promise.all([
          call<AnswerOf<'/receipts'>>(one, path),
          call<AnswerOf<'/receipts'>>(other, path),
        ])
        for (const { body } of found)
          assert.ok(
            body.receipts.some(({ id }) => id === receipt.id),
            path,
          )
      }
    }
    assert.deepEqual([await readiness(one), await readiness(other)], ['ready', 'ready'])
  }

  test('a release that reads the next format works beside this one, and beside the one that writes it', async () => {
    const [current, reader] = [await start(now), await start(expanded)]
    await worksWithBoth(current, reader)
    await current.terminate()
    const writer = await start(next)
    await worksWithBoth(reader, writer)
    // Rolled back, it reads what the newer release wrote.
    await writer.terminate()
    assert.equal(await readiness(await start(expanded)), 'ready')
  })

  test('a release that meets a newer format misreads nothing, changes nothing and is not ready', async () => {
    const [current, writer] = [await start(now), await start(next)]
    const receipt = await upload(writer)
    assert.equal(await readiness(current), '503 storage_newer')
    assert.equal(await readiness(writer), 'ready')
    for (const path of [
      `/receipts/${receipt.id}`,
      '/receipts',
      '/receipts?yearOfAssessment=2026',
      '/receipts?text=kedai',
    ]) {
      const { status, body } = await call(current, path)
      assert.deepEqual([status, body.code], [503, 'storage_newer'], path)
    }
    const refused = await rename(current, receipt, 'MISREAD')
    assert.deepEqual([refused.status, refused.body.code], [503, 'storage_newer'])
    const { body } = await call<Receipt>(writer, `/receipts/${receipt.id}`)
    assert.deepEqual([body.version, body.merchant], [receipt.version, receipt.merchant])
  })

  test('a release older than the stored format does not start, and the doctor says why', async (context) => {
    const writer = await start(next)
    assert.equal(await readiness(writer), 'ready')
    const program = spawn(process.execPath, commandLine('serve'), {
      cwd: dataDir,
      env: { ...plainEnvironment(), ...env, DATA_DIR: dataDir, PORT: String(await freePort()) },
    })
    context.after(() => program.kill('SIGKILL'))
    const [[code], error] = await Promise.all([once(program, 'exit'), text(program.stderr)])
    assert.equal(code, 1)
    const found = `the tables hold items of format ${next.writes}, and this release reads formats up to ${now.reads}`
    assert.equal(error, `Cannot start: ${found}: run the newer release.\n`)

    const doctor = await runCli('doctor', [], { ...env, DATA_DIR: dataDir })
    assert.equal(doctor.code, 1)
    assert.match(doctor.stdout, new RegExp(`ERROR +${found}\n +-> run the newer release`))
  })
})
