import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { createSweep } from '../../server/receipts/work/sweep.ts'
import { signUp, startApp } from '../support/app.ts'
import { entered } from '../support/claims.ts'
import { changed, createScriptedReader, get } from '../support/receipts.ts'
import { until } from '../support/until.ts'

const MANY = 60
const DAY_MS = 86_400_000

test('work of many receipts that is due at once goes on without pauses', async () => {
  // The timer by which work is looked for goes off once, and never again.
  mock.timers.enable({ apis: ['setInterval'] })
  let now = Date.parse('2026-03-15T04:00:00Z')
  const app = await startApp({
    clock: { now: () => new Date(now) },
    overrides: { reader: createScriptedReader().reader },
  })
  try {
    const ana = await signUp(app, 'ana@example.org')
    for (let n = 0; n < MANY; n++) {
      await changed(ana, await entered(ana, { totalSen: 1_000 + n }), { method: 'DELETE' })
      // At most 20 requests a second, by the clock.
      now += 1_000
    }
    const inTrash = async () => (await get(ana, '/receipts?trash=true&limit=100')).receipts.length
    assert.equal(await inTrash(), MANY)
    now += 31 * DAY_MS
    assert.notDeepEqual(await app.services.receipts.store.due(new Date(now), 1), [])
    mock.timers.tick(2_000)
    await until(async () => (await app.services.receipts.store.due(new Date(now), 1)).length === 0)
  } finally {
    await app.close()
    mock.timers.reset()
  }
})

test('while a long backlog is worked on, one look follows each batch, however often the timer goes off', async () => {
  mock.timers.enable({ apis: ['setInterval'] })
  const batch = 4
  let looks = 0
  let working = Promise.withResolvers<void>()
  const sweep = createSweep({
    async dueNow() {
      looks++
      return Array.from({ length: batch }, (_, at) => ({ userId: 'ana', id: `${looks}-${at}` }))
    },
    batch,
    offer: () => working.promise,
    onError: assert.fail,
  })
  const turn = () => new Promise(setImmediate)
  try {
    sweep.start()
    await turn()
    for (let second = 0; second < 20; second += 2) {
      mock.timers.tick(2_000)
      await turn()
    }
    assert.equal(looks, 11)
    const { resolve } = working
    working = Promise.withResolvers()
    resolve()
    await turn()
    assert.equal(looks, 12)
  } finally {
    await sweep.stop()
    mock.timers.reset()
  }
})
