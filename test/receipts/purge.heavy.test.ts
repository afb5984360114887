import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { gate } from '../support/gate.ts'
import { createPageToolsHere } from '../support/page-tools.ts'
import { change, changed, createScriptedReader, type Receipt, uploaded } from '../support/receipts.ts'
import { freezeTime, LATER } from '../support/time.ts'

const DAY_MS = 86_400_000

describe('while the trash is emptied of a receipt', () => {
  const tools = createPageToolsHere()
  let removing = async () => {}
  let drawing = async () => {}
  let now = new Date('2026-03-20T02:00:00Z')
  let app: TestApp
  let ana: Client
  let time: ReturnType<typeof freezeTime>

  before(async () => {
    time = freezeTime(LATER)
    app = await startApp({
      clock: { now: () => now },
      overrides: {
        reader: createScriptedReader().reader,
        files: (real) => ({
          ...real,
          async removeAll(key) {
            await removing()
            return real.removeAll(key)
          },
        }),
        tools: {
          ...tools,
          async thumbnail(path, size) {
            const bytes = await tools.thumbnail(path, size)
            await drawing()
            return bytes
          },
        },
      },
    })
    ana = await signUp(app, 'ana@example.org')
  })
  after(async () => {
    await app.close()
    time.release()
  })

  const trashed = async (): Promise<Receipt> => changed(ana, await uploaded(ana), { method: 'DELETE' })
  const kept = async ({ id }: Receipt) => (await readdir(join(app.dataDir, 'files', ana.sub))).includes(id)
  const purge = ({ id }: Receipt) => {
    now = new Date(now.getTime() + 31 * DAY_MS)
    return app.drainWork(id)
  }
  test('nobody can restore it any more, and nothing of it is left', async () => {
    const receipt = await trashed()
    const { pass, reached, goOn } = gate()
    removing = pass
    const purged = purge(receipt)
    await reached
    for (const ifMatch of ['*', `"${receipt.version}"`]) {
      assert.equal((await change(ana, receipt, { path: '/restore', ifMatch })).status, 404)
    }
    removing = async () => {}
    goOn()
    await purged
    assert.equal(await app.services.receipts.store.find(ana.sub, receipt.id), undefined)
    assert.equal(await kept(receipt), false)
  })

  test('of a restore at the same moment and the purge one is done, and wholly', async () => {
    for (let n = 0; n < 5; n++) {
      const receipt = await trashed()
      const [, restored] = await Promise.all([purge(receipt), change(ana, receipt, { path: '/restore' })])
      assert.ok([200, 404].includes(restored.status), String(restored.status))
      const file = await ana.fetch(`/receipts/${receipt.id}/file`)
      assert.equal(file.status, restored.status)
      assert.equal(await kept(receipt), restored.status === 200)
    }
  })

  test('a thumbnail that was being drawn is not left behind', async () => {
    const receipt = await trashed()
    const { pass, reached, goOn } = gate()
    drawing = pass
    const thumbnail = ana.fetch(`/receipts/${receipt.id}/file?size=thumbnail`)
    await reached
    await purge(receipt)
    assert.equal(await kept(receipt), false)
    drawing = async () => {}
    goOn()
    assert.equal((await thumbnail).status, 200)
    const left = (await kept(receipt)) ? await readdir(join(app.dataDir, 'files', ana.sub, receipt.id)) : []
    assert.deepEqual(left, [])
  })

  test('nor is it while the store still holds originals of what is gone', async () => {
    const receipt = await uploaded(ana)
    const { pass, reached, goOn } = gate()
    drawing = pass
    const thumbnail = ana.fetch(`/receipts/${receipt.id}/file?size=thumbnail`)
    await reached
    const { store } = app.services.receipts
    const found = await store.find(ana.sub, receipt.id)
    assert.ok(found)
    await store.save({ ...found, status: 'receiving' })
    drawing = async () => {}
    goOn()
    assert.equal((await thumbnail).status, 200)
    const left = await readdir(join(app.dataDir, 'files', ana.sub, receipt.id))
    assert.deepEqual(
      left.filter((name) => name.endsWith('.webp')),
      [],
    )
  })
})
