import assert from 'node:assert/strict'
import { test } from 'node:test'
import { torture } from '../torture/run.ts'

/**
 * Of two runs one after the other, one found nothing and one found files that were answered and then refused with 409, and an
 * upload that was answered with 500. Whether the server or the check of the torture is at fault is not known.
 */
const OPEN = 'some runs find a file that is refused with 409, and an upload answered with 500'

for (const identity of ['cognito', 'local'] as const) {
  test(`faults and kills while many people use a server (${identity}): nothing answered is lost`, {
    todo: OPEN,
  }, async () => {
    const plan = { seed: 14, people: 8, uploads: 60, kills: 3, minutes: 10, identity }
    const { counts, violations } = await torture(plan)
    assert.deepEqual(violations, [])
    for (const what of ['uploads', 'kills', 'sign-ins', 'files compared with their hash']) {
      assert.ok(counts.get(what), what)
    }
  })
}
