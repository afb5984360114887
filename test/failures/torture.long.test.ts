import assert from 'node:assert/strict'
import { test } from 'node:test'
import { torture } from '../torture/run.ts'

for (const identity of ['cognito', 'local'] as const) {
  test(`faults and kills while many people use a server (${identity}): nothing answered is lost`, async () => {
    const plan = { seed: 14, people: 8, uploads: 60, kills: 3, minutes: 10, identity }
    const { counts, violations } = await torture(plan)
    assert.deepEqual(violations, [])
    for (const what of ['uploads', 'kills', 'sign-ins', 'files compared with their hash']) {
      assert.ok(counts.get(what), what)
    }
  })
}
