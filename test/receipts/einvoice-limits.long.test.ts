import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { createPageTools } from '../../server/reading/pages/index.ts'
import type { PageTools } from '../../server/reading/ports.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { einvoiceJson, einvoiceXml } from '../support/einvoices.ts'
import { hostileFiles } from '../support/hostile-einvoices.ts'
import { childrenOf, lives } from '../support/processes.ts'
import { createScriptedReader, get, isProblem, upload, uploaded } from '../support/receipts.ts'
import { sendUpload } from '../support/send-upload.ts'
import { until } from '../support/until.ts'

describe('an e-invoice made to do harm', () => {
  let app: TestApp
  let ana: Client
  /** Tasks handed to the child processes. */
  let tasks: string[]

  async function start(options: Parameters<typeof createPageTools>[0] = { workers: 1 }) {
    const tools = createPageTools({ invoiceTimeout: 600_000, ...options })
    const counted: PageTools = {
      ...tools,
      inspect(path, options) {
        tasks.push('inspect')
        return tools.inspect(path, options)
      },
    }
    app = await startApp({ overrides: { tools: counted, reader: createScriptedReader().reader } })
    ana = await signUp(app, 'ana@example.org')
  }

  beforeEach(() => {
    tasks = []
  })
  afterEach(async () => {
    for (const child of childrenOf(process.pid)) process.kill(child, 'SIGCONT')
    await app.close()
  })

  const receipts = async () => (await get(ana, '/receipts')).receipts
  const incoming = async () => (await readdir(join(app.dataDir, 'incoming'))).length

  async function assertLives() {
    const answer = await fetch(`${app.url}/health/live`)
    assert.equal(answer.status, 200)
  }

  /** Stops the only child in its tracks, whatever it is at. */
  async function freezeChild(): Promise<number> {
    await uploaded(ana, einvoiceXml({ number: 'STARTS-THE-CHILD' }))
    const [child = 0, ...others] = childrenOf(process.pid)
    assert.deepEqual(others, [])
    process.kill(child, 'SIGSTOP')
    tasks.length = 0
    return child
  }

  test('is parsed in a child process: while that is frozen, the server answers and the upload waits', async () => {
    await start()
    const child = await freezeChild()
    const answered: string[] = []
    const uploads = hostileFiles.map(async ({ what, bytes, status, code }) => {
      const response = await upload(ana, bytes)
      answered.push(what)
      await isProblem(response, status, code)
    })
    const all = Promise.all(uploads)
    all.catch(() => {})
    await until(() => tasks.length === hostileFiles.length)
    await assertLives()
    assert.equal((await receipts()).length, 1)
    assert.deepEqual(answered, [])
    process.kill(child, 'SIGCONT')
    await all
    assert.equal((await receipts()).length, 1)
  })

  test('costs its sender an error when the child dies or takes too long, and nobody else anything', async () => {
    await start()
    const child = await freezeChild()
    const first = upload(ana, einvoiceJson({ number: 'A' }))
    await until(() => tasks.length === 1)
    process.kill(child, 'SIGKILL')
    await isProblem(await first, 503, 'reading_unavailable')
    assert.equal((await receipts()).length, 1)
    await uploaded(ana, einvoiceJson({ number: 'A' }))
    await app.close()

    await start({ workers: 1, invoiceTimeout: 1 })
    await isProblem(await upload(ana, einvoiceXml()), 503, 'reading_unavailable')
    assert.deepEqual(await receipts(), [])
    assert.equal(await incoming(), 0)
    await assertLives()
  })

  test('is dropped when its sender disconnects: the child that works on it is killed, what waits never runs', async () => {
    await start()
    const child = await freezeChild()
    const running = await sendUpload(app, ana, einvoiceXml({ number: 'RUNNING' }))
    await until(() => tasks.length === 1)
    const waiting = await sendUpload(app, ana, einvoiceXml({ number: 'WAITING' }))
    await until(() => tasks.length === 2)
    waiting.destroy()
    await until(async () => (await incoming()) === 1)
    assert.ok(lives(child))
    running.destroy()
    await until(() => !lives(child))
    await until(async () => (await incoming()) === 0)
    assert.equal((await receipts()).length, 1)
    assert.deepEqual(childrenOf(process.pid), [], 'no child was started for what waited')
    await uploaded(ana, einvoiceXml({ number: 'RUNNING' }))
  })
})
