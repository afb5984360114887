import assert from 'node:assert/strict'
import { test } from 'node:test'

/**
 * A test of something that may not work yet. While it fails it is reported as `todo`; once it works it fails until its
 * reason is removed, so that nobody overlooks that it is solved.
 * @param reason what happens today; undefined for a test like any other
 */
export function todoTest(name: string, reason: string | undefined, run: () => unknown): void {
  test(name, async (t) => {
    if (reason === undefined) {
      await run()
      return
    }
    let works = true
    try {
      await run()
    } catch {
      works = false
    }
    assert.ok(!works, `this works now: remove its todo ("${reason}")`)
    t.todo(reason)
  })
}
