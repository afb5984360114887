import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type CallLimits, createCallLimiter } from '../../server/adapters/textract/limiter.ts'

const THROTTLED = 'ThrottlingException'
const throttle = () => Object.assign(new Error(THROTTLED), { name: THROTTLED, $metadata: {} })

/** A limiter whose time passes only where somebody waits for it. */
function createTimed(limits: Partial<CallLimits> = {}) {
  let now = 0
  const sleeping: { at: number; wake: () => void }[] = []
  const timing = {
    now: () => now,
    wait: (milliseconds: number) =>
      new Promise<void>((resolve) => void sleeping.push({ at: now + milliseconds, wake: resolve })),
  }
  const limiter = createCallLimiter({ perSecond: 100, atOnce: 4, ...limits }, timing)
  /** Passes the time by until nobody waits any more. */
  async function pass() {
    for (;;) {
      // What was woken goes on in turns of its own.
      for (let n = 0; n < 50; n++) await Promise.resolve()
      const next = sleeping.sort((one, other) => one.at - other.at).shift()
      if (!next) return
      now = Math.max(now, next.at)
      next.wake()
    }
  }
  return { limiter, pass, now: () => now }
}

describe('calls of Textract', () => {
  const BUDGET = 16_000

  test('a receipt asks five times at most while Textract throttles', async () => {
    const { limiter, pass } = createTimed()
    let calls = 0
    const call = async () => {
      calls++
      throw throttle()
    }
    const read = limiter.run(call, { person: 'ana', budget: BUDGET })
    await Promise.all([assert.rejects(read, { name: THROTTLED }), pass()])
    assert.ok(calls >= 4 && calls <= 5, `${calls} calls`)
  })

  test('twenty receipts together do not ask much more often than one', async () => {
    const { limiter, pass } = createTimed()
    let calls = 0
    const call = async () => {
      calls++
      throw throttle()
    }
    const reads = Array.from({ length: 20 }, (_, n) => limiter.run(call, { person: `p${n}`, budget: BUDGET }))
    const [results] = await Promise.all([Promise.allSettled(reads), pass()])
    assert.ok(results.every(({ status }) => status === 'rejected'))
    assert.ok(calls <= 15, `${calls} calls`)
  })

  test('one success ends the pauses for all', async () => {
    const { limiter, pass, now } = createTimed()
    let calls = 0
    const call = async () => {
      if (++calls === 1) throw throttle()
      return calls
    }
    const reads = Array.from({ length: 8 }, () => limiter.run(call, { person: 'ana', budget: BUDGET }))
    const [answers] = await Promise.all([Promise.all(reads), pass()])
    assert.equal(answers.length, 8)
    assert.ok(now() < 5_000, `${now()} ms`)
  })

  test('no more calls begin in a second than the quota allows', async () => {
    const { limiter, pass, now } = createTimed({ perSecond: 2, atOnce: 10 })
    const begun: number[] = []
    const call = async () => void begun.push(now())
    const reads = Array.from({ length: 6 }, () => limiter.run(call, { person: 'ana', budget: BUDGET }))
    await Promise.all([Promise.all(reads), pass()])
    assert.deepEqual(begun, [0, 500, 1000, 1500, 2000, 2500])
  })

  test('people take turns', async () => {
    const { limiter, pass } = createTimed({ atOnce: 1 })
    const order: string[] = []
    const read = (person: string) =>
      limiter.run(async () => void order.push(person), { person, budget: BUDGET })
    const reads = [...Array.from({ length: 4 }, () => read('ana')), read('ben')]
    await Promise.all([Promise.all(reads), pass()])
    assert.deepEqual(order, ['ana', 'ben', 'ana', 'ana', 'ana'])
  })

  test('what is cancelled while it waits makes no call', async () => {
    const { limiter, pass } = createTimed({ atOnce: 1 })
    const held = Promise.withResolvers<void>()
    const first = limiter.run(() => held.promise, { person: 'ana', budget: BUDGET })
    const cancelled = new AbortController()
    let calls = 0
    const options = { person: 'ana', budget: BUDGET, signal: cancelled.signal }
    const second = limiter.run(async () => ++calls, options)
    cancelled.abort()
    await assert.rejects(second, { name: 'ReaderFailedError' })
    held.resolve()
    await Promise.all([first, pass()])
    assert.equal(calls, 0)
  })
})
