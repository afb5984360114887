import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { PageCounters } from '../../server/receipts/ports.ts'

/** What every adapter of PageCounters does. */
export function pageCountersContract(
  name: string,
  withCounters: (use: (counters: PageCounters) => Promise<void>) => Promise<void>,
) {
  const day = { userId: 'ana', period: '2026-11-30' }
  const limits = { most: 10, expiresAt: new Date('2027-01-09T00:00:00Z') }

  describe(`PageCounters: ${name}`, () => {
    test('pages are taken until the limit, all asked for or none, and can be given back', () =>
      withCounters(async (counters) => {
        assert.equal(await counters.used(day), 0)
        assert.equal(await counters.take(day, 11, limits), false)
        assert.equal(await counters.take(day, 7, limits), true)
        assert.equal(await counters.take(day, 4, limits), false)
        assert.equal(await counters.used(day), 7)
        assert.equal(await counters.take(day, 3, limits), true)
        assert.equal(await counters.take(day, 1, limits), false)
        await counters.giveBack(day, 2)
        assert.equal(await counters.used(day), 8)
        assert.equal(await counters.take(day, 2, limits), true)
      }))

    test('many at once never take more than there are', () =>
      withCounters(async (counters) => {
        const taken = await Promise.all(Array.from({ length: 15 }, () => counters.take(day, 1, limits)))
        assert.equal(taken.filter(Boolean).length, 10)
        assert.equal(await counters.used(day), 10)
      }))

    test('each person and each period has a count of its own', () =>
      withCounters(async (counters) => {
        await counters.take(day, 10, limits)
        assert.equal(await counters.take({ ...day, userId: 'ben' }, 10, limits), true)
        assert.equal(await counters.take({ ...day, period: '2026-12-01' }, 10, limits), true)
        await counters.giveBack({ ...day, period: '2026-12-02' }, 1)
        assert.equal(await counters.used({ ...day, period: '2026-12-02' }), 0)
      }))
  })
}
