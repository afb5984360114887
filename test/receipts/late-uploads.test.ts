import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { gate } from '../support/gate.ts'
import { createScriptedReader, fileForm, get, picture, type Receipt, uploaded } from '../support/receipts.ts'

const MINUTE = 60_000

/** A laptop sleeps in the middle of an upload, or the network corrects the clock: leases end while their holders go on. */
describe('an upload during which the clock jumps ahead', () => {
  let app: TestApp
  let ana: Client
  let now = Date.parse('2026-03-15T04:00:00Z')
  /** Called before a file goes into the store or out of it. */
  let storing = async () => {}
  let removing = async () => {}

  before(async () => {
    app = await startApp({
      clock: { now: () => new Date(now) },
      overrides: {
        reader: createScriptedReader().reader,
        files: (real) => ({
          ...real,
          async keep(key, path) {
            await storing()
            await real.keep(key, path)
          },
          async removeAll(prefix) {
            await removing()
            return real.removeAll(prefix)
          },
        }),
      },
    })
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  const send = (bytes: Buffer, key: string) =>
    ana.fetch('/receipts/upload', {
      method: 'POST',
      headers: { 'idempotency-key': key },
      body: fileForm(bytes),
    })

  async function addPage(id: string) {
    const { version } = await get(ana, `/receipts/${id}`)
    const [headers, body] = [{ 'if-match': `"${version}"` }, fileForm(await picture())]
    return ana.fetch(`/receipts/${id}/files`, { method: 'POST', headers, body })
  }

  async function assertFiles(id: string, count: number) {
    const { files } = await get(ana, `/receipts/${id}`)
    assert.equal(files.length, count)
    for (const file of files) {
      const { status } = await ana.fetch(`/receipts/${id}/file?file=${file.id}`)
      assert.equal(status, 200)
    }
  }

  test('is refused if it was discarded meanwhile, and succeeds when it is repeated', async () => {
    const [bytes, key] = [await picture(), 'slow']
    const store = gate()
    storing = store.pass
    const slow = send(bytes, key)
    await store.reached
    now += MINUTE
    await app.drainWork()
    storing = async () => {}
    store.goOn()
    const refused = await slow
    assert.deepEqual(
      [refused.status, ((await refused.json()) as { code: string }).code],
      [503, 'storage_unavailable'],
    )
    assert.deepEqual((await get(ana, '/receipts')).receipts, [])
    const repeated = await send(bytes, key)
    assert.equal(repeated.status, 201)
    await assertFiles(((await repeated.json()) as Receipt).id, 1)
  })

  test('never leaves a receipt without its file, though it is completed while it is being discarded', async () => {
    const [bytes, key] = [await picture(), 'race']
    const [store, remove] = [gate(), gate()]
    storing = store.pass
    removing = remove.pass
    const slow = send(bytes, key)
    await store.reached
    now += MINUTE
    const drained = app.drainWork()
    await remove.reached
    store.goOn()
    // Its upload either is completed or discards the file, too.
    await Promise.race([slow, remove.reachedAgain])
    removing = async () => {}
    storing = async () => {}
    remove.goOn()
    await drained
    const first = await slow
    const answered = first.status === 201 ? first : await send(bytes, key)
    assert.equal(answered.status, 201)
    await assertFiles(((await answered.json()) as Receipt).id, 1)
  })

  test('of a second page never leaves it listed without its file', async () => {
    const { id } = await uploaded(ana, await picture())
    const [store, remove] = [gate(), gate()]
    storing = store.pass
    removing = remove.pass
    const slow = addPage(id)
    await store.reached
    now += 2 * MINUTE
    const drained = app.drainWork()
    await remove.reached
    storing = async () => {}
    store.goOn()
    await Promise.race([slow, remove.reachedAgain])
    removing = async () => {}
    remove.goOn()
    await drained
    const { status } = await slow
    assert.equal(status, 409)
    await app.drainWork()
    await assertFiles(id, 1)
    assert.equal((await addPage(id)).status, 201)
    await assertFiles(id, 2)
  })
})
