import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
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
