import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { promisify } from 'node:util'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { createScriptedReader, get, picture, uploaded } from '../support/receipts.ts'
import { sendUpload } from '../support/send-upload.ts'
import { until } from '../support/until.ts'

describe('a client that disconnects after its whole upload has arrived', () => {
  const scripted = createScriptedReader()
  let app: TestApp
  let ana: Client
  /** Called before a file is put into the store. */
  let storing: (() => Promise<void>) | undefined

  before(async () => {
    app = await startApp({
      overrides: {
        reader: scripted.reader,
        files: (real) => ({
          ...real,
          async keep(key, path) {
            await storing?.()
            await real.keep(key, path)
          },
        }),
      },
    })
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  const receipts = async () => (await get(ana, '/receipts')).receipts
  const storedFiles = async () => {
    const found = await readdir(join(app.dataDir, 'files'), { recursive: true, withFileTypes: true })
    return found.filter((entry) => entry.isFile()).length
  }

  /** Uploads until `reached` resolves, then disconnects and waits until the server knows. */
  async function disconnectOnce(reached: Promise<void>) {
    const { server } = app.server
    const connections = promisify(server.getConnections.bind(server))
    const before = await connections()
    const connection = await sendUpload(app, ana, await picture())
    await reached
    connection.destroy()
    await until(async () => (await connections()) <= before)
  }

  test('while it is being stored, leaves neither a receipt nor a file', async () => {
    const reached = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    storing = () => {
      reached.resolve()
      return goOn.promise
    }
    await disconnectOnce(reached.promise)
    storing = undefined
    goOn.resolve()
    await until(async () => (await readdir(join(app.dataDir, 'incoming'))).length === 0)
    // The file was moved out of there into the store, from which it is discarded next.
    await until(async () => (await storedFiles()) === 0)
    assert.deepEqual(await receipts(), [])
    assert.equal(scripted.calls, 0)
  })

  test('while it is being read, finds the receipt later: it was stored, and is read all the same', async (context) => {
    const reading = scripted.hold(context)
    await disconnectOnce(reading.begun)
    // The request has ended; its temporary file is gone.
    await until(async () => (await readdir(join(app.dataDir, 'incoming'))).length === 0)
    assert.deepEqual(
      (await receipts()).map(({ status }) => status),
      ['reading'],
    )
    reading.release()
    await until(async () => (await receipts())[0]?.status === 'needs_review')
    await uploaded(ana)
  })
})
