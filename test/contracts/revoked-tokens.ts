import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RevokedTokens } from '../../server/identity/ports.ts'

/** What every adapter of RevokedTokens does. `open` gives a store with nothing in it, or what is in it already. */
export function revokedTokensContract(open: () => RevokedTokens) {
  const at = new Date('2026-03-15T04:00:00.000Z')
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)

  test('what was never revoked is not', async () => {
    assert.equal(await open().latest('never', at), undefined)
  })

  test('a row counts from the moment it is added until it expires', async () => {
    const store = open()
    await store.add({ id: 'one', at, expiresAt: later(3600) })
    assert.deepEqual(await store.latest('one', at), at)
    assert.deepEqual(await store.latest('one', later(3599)), at)
    assert.equal(await store.latest('one', later(3600)), undefined)
    assert.equal(await store.latest('One', at), undefined)
    assert.equal(await store.latest('on', at), undefined)
  })

  test('of several rows the latest that still counts is told', async () => {
    const store = open()
    await store.add({ id: 'user#many', at, expiresAt: later(1000) })
    await store.add({ id: 'user#many', at: later(60), expiresAt: later(500) })
    assert.deepEqual(await store.latest('user#many', later(100)), later(60))
    assert.deepEqual(await store.latest('user#many', later(700)), at)
  })

  test('the same row twice is one, and the later expiry holds', async () => {
    const store = open()
    await store.add({ id: 'twice', at, expiresAt: later(3600) })
    await store.add({ id: 'twice', at, expiresAt: later(60) })
    assert.deepEqual(await store.latest('twice', later(1800)), at)
  })

  test('adding others does not remove a row that counts', async () => {
    const store = open()
    await store.add({ id: 'kept', at, expiresAt: later(60) })
    await store.add({ id: 'other', at: later(61), expiresAt: later(3600) })
    assert.deepEqual(await store.latest('kept', later(59)), at)
  })

  test('many at once are all kept', async () => {
    const store = open()
    const ids = Array.from({ length: 50 }, (_, i) => `at-once-${i}`)
    await Promise.all(ids.map((id) => store.add({ id, at, expiresAt: later(3600) })))
    const found = await Promise.all(ids.map((id) => store.latest(id, at)))
    assert.ok(found.every((time) => time?.getTime() === at.getTime()))
  })
}
