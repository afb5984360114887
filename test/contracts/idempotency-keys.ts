import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Clock } from '../../server/clock.ts'
import { InvalidRecordError } from '../../server/errors.ts'
import type { IdempotencyKeys } from '../../server/receipts/ports.ts'

/** What every IdempotencyKeys keeps to. `withKeys` gives one with nothing in it that goes by the clock given. */
export function idempotencyKeysContract(
  name: string,
  withKeys: (clock: Clock, use: (keys: IdempotencyKeys) => Promise<void>) => Promise<void>,
) {
  const at = new Date('2026-03-01T04:00:00.000Z')
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)
  const row = (receiptId: string) => ({ receiptId, sha256: 'ab12', at: at.toISOString() })
  const check = (what: string, use: (keys: IdempotencyKeys, setTime: (now: Date) => void) => Promise<void>) =>
    test(what, () => {
      let now = at
      const setTime = (to: Date) => {
        now = to
      }
      return withKeys({ now: () => now }, (keys) => use(keys, setTime))
    })

  describe(`IdempotencyKeys: ${name}`, () => {
    check('the first claim is made, the next is told of it', async (keys) => {
      assert.equal(await keys.claim('ana', 'k1', row('r1'), later(60)), undefined)
      assert.deepEqual(await keys.claim('ana', 'k1', row('r2'), later(60)), row('r1'))
      assert.equal(await keys.claim('ana', 'k2', row('r3'), later(60)), undefined)
      assert.equal(await keys.claim('ben', 'k1', row('r4'), later(60)), undefined)
    })

    check('what could not be read is not stored', async (keys) => {
      const lost = { ...row('r1'), sha256: undefined as unknown as string }
      const invalid = new InvalidRecordError('idempotency key', ['sha256'])
      await assert.rejects(keys.claim('ana', 'k', lost, later(60)), invalid)
      assert.equal(await keys.claim('ana', 'k', row('r2'), later(60)), undefined)
    })

    check('of many claims at once one is made', async (keys) => {
      const ids = Array.from({ length: 10 }, (_, i) => `r${i}`)
      const told = await Promise.all(ids.map((id) => keys.claim('ana', 'k', row(id), later(60))))
      const winner = ids[told.indexOf(undefined)]
      assert.ok(winner)
      assert.deepEqual(
        told.filter((earlier) => earlier !== undefined),
        Array(9).fill(row(winner)),
      )
    })

    check('a key is free once its time has come', async (keys, setTime) => {
      await keys.claim('ana', 'k', row('r1'), later(60))
      setTime(later(59))
      assert.deepEqual(await keys.claim('ana', 'k', row('r2'), later(120)), row('r1'))
      setTime(later(60))
      assert.equal(await keys.claim('ana', 'k', row('r2'), later(120)), undefined)
    })

    check('only the receipt it stands for frees a key', async (keys) => {
      await keys.claim('ana', 'k', row('r1'), later(60))
      await keys.release('ana', 'k', 'r2')
      await keys.release('ben', 'k', 'r1')
      assert.deepEqual(await keys.claim('ana', 'k', row('r2'), later(60)), row('r1'))
      await keys.release('ana', 'k', 'r1')
      await keys.release('ana', 'k', 'r1')
      assert.equal(await keys.claim('ana', 'k', row('r2'), later(60)), undefined)
    })
  })
}
