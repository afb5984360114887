import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { signUp, startApp } from '../support/app.ts'
import { createScriptedReader, get, type Receipt, upload } from '../support/receipts.ts'

test('a reading longer than its lease stays with the process that reads', async (t) => {
  // The timers by which leases are renewed and work is looked for go by the same clock.
  mock.timers.enable({ apis: ['Date', 'setInterval'], now: new Date('2026-03-15T04:00:00Z') })
  const script = createScriptedReader()
  const app = await startApp({ overrides: { reader: script.reader } })
  try {
    const ana = await signUp(app, 'ana@example.org')
    const reading = script.hold(t)
    const { id } = (await (await upload(ana, undefined, { prefer: 'respond-async' })).json()) as Receipt
    await reading.begun
    const { store } = app.services.receipts
    for (let seconds = 10; seconds <= 120; seconds += 10) {
      mock.timers.tick(10_000)
      // What a timer began ends in turns of its own.
      for (let n = 0; n < 5; n++) await turn()
      const now = new Date()
      assert.deepEqual(await store.due(now, 10), [], `${seconds} s`)
      const until = new Date(now.getTime() + 30_000)
      assert.equal(await store.lease(id, { now, until, by: 'another process' }), undefined, `${seconds} s`)
    }
    reading.release()
    await app.drainWork(id)
    assert.deepEqual([(await get(ana, `/receipts/${id}`)).status, script.calls], ['needs_review', 1])
    mock.timers.tick(60_000)
    assert.equal((await store.find(ana.sub, id))?.work, null, 'nobody renews what is done')
  } finally {
    await app.close()
    mock.timers.reset()
  }
})
