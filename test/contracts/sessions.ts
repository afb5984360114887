import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { InvalidRecordError } from '../../server/errors.ts'
import type { Session, SessionStore } from '../../server/identity/ports.ts'

/** What every SessionStore keeps to. */
export function sessionStoreContract(
  name: string,
  withStore: (use: (store: SessionStore) => Promise<void>) => Promise<void>,
) {
  const at = new Date('2026-03-15T04:00:00.000Z')
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)
  const sessionOf = (id: string, values: Partial<Session> = {}): Session => ({
    id,
    signedInAt: at,
    lastUsedAt: at,
    device: 'Firefox "ünï"',
    expiresAt: later(3600),
    damaged: false,
    ...values,
  })
  const check = (what: string, use: (store: SessionStore) => Promise<void>) =>
    test(what, () => withStore(use))

  describe(`SessionStore: ${name}`, () => {
    check('a person sees their own sessions, the last used first, until they expire', async (store) => {
      await store.put('ana', sessionOf('one'))
      await store.put('ana', sessionOf('two', { lastUsedAt: later(5), expiresAt: later(60) }))
      await store.put('ben', sessionOf('three'))
      assert.deepEqual(await store.list('ana', at), [
        sessionOf('two', { lastUsedAt: later(5), expiresAt: later(60) }),
        sessionOf('one'),
      ])
      assert.deepEqual(await store.list('ana', later(60)), [sessionOf('one')])
    })

    check('use moves a session that is there, and makes none', async (store) => {
      await store.put('ana', sessionOf('one'))
      await store.touch('ana', 'one', later(9), later(7200))
      await store.touch('ana', 'gone', later(9), later(7200))
      await store.touch('ben', 'one', later(9), later(7200))
      const moved = sessionOf('one', { lastUsedAt: later(9), expiresAt: later(7200) })
      assert.deepEqual(await store.list('ana', at), [moved])
      assert.deepEqual(await store.list('ben', at), [])
    })

    check('what could not be read is not stored', async (store) => {
      const nameless = sessionOf('one', { device: undefined as unknown as string })
      await assert.rejects(store.put('ana', nameless), new InvalidRecordError('session', ['device']))
      assert.deepEqual(await store.list('ana', at), [])
    })

    check('one is removed, or all of a person', async (store) => {
      for (const id of ['one', 'two', 'three']) await store.put('ana', sessionOf(id))
      await store.put('ben', sessionOf('one'))
      await store.remove('ana', 'two')
      await store.remove('ana', 'two')
      assert.deepEqual((await store.list('ana', at)).map(({ id }) => id).sort(), ['one', 'three'])
      await store.removeAll('ana')
      assert.deepEqual(await store.list('ana', at), [])
      assert.equal((await store.list('ben', at)).length, 1)
    })
  })
}
