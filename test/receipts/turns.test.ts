import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { PageReader } from '../../server/reading/ports.ts'
import { createTurns } from '../../server/turns.ts'
import { type Client, signUp, startApp } from '../support/app.ts'
import { pageOf } from '../support/page-of.ts'
import { get, LINES, type Receipt, upload } from '../support/receipts.ts'
import { until } from '../support/until.ts'

/** A reader whose every reading waits until it is let go, by whose it is. */
function createHeldReader() {
  const held: { person: string; release: () => void }[] = []
  const reader: PageReader = {
    async read(_path, _signal, { person = '' } = {}) {
      const { promise, resolve } = Promise.withResolvers<void>()
      held.push({ person, release: resolve })
      await promise
      return [pageOf(LINES)]
    },
    close: async () => {},
  }
  return { reader, held }
}

test('one person’s many receipts do not keep another’s waiting, and each says how many are read before it', async () => {
  const { reader, held } = createHeldReader()
  const app = await startApp({ env: { READER_WORKERS: '1' }, overrides: { reader } })
  try {
    const [ana, ben] = [await signUp(app, 'ana@example.org'), await signUp(app, 'ben@example.org')]
    const send = async (client: Client) =>
      (await (await upload(client, undefined, { prefer: 'respond-async' })).json()) as Receipt
    const sent: Receipt[] = []
    for (let n = 0; n < 5; n++) sent.push(await send(ana))
    await until(() => held.length === 1, 10)
    const waiting = async (client: Client, { id }: Receipt) => (await get(client, `/receipts/${id}`)).waiting
    assert.deepEqual(await Promise.all(sent.map((one) => waiting(ana, one))), [
      null,
      ...[1, 2, 3, 4].map((before) => ({ reason: 'turn', before, limit: null, until: null })),
    ])

    const bens = await send(ben)
    await until(() => held.length === 2, 10)
    assert.deepEqual(
      held.map(({ person }) => person),
      [ana.sub, ben.sub],
    )
    assert.equal(await waiting(ben, bens), null)
    held[1]?.release()
    await until(async () => (await get(ben, `/receipts/${bens.id}`)).status === 'needs_review', 10)
    // Hers are still read one after the other.
    assert.equal(held.length, 2)
    for (let n = 2; n <= 5; n++) {
      held.at(n === 2 ? 0 : -1)?.release()
      await until(() => held.length === n + 1, 10)
    }
    held.at(-1)?.release()
    for (const { id } of sent)
      await until(async () => (await get(ana, `/receipts/${id}`)).status === 'needs_review', 10)
  } finally {
    for (const { release } of held) release()
    await app.close()
  }
})

describe('turns', () => {
  const LIMITS = { atOnce: 2, perPerson: 1, alone: 2 }

  /** Names of what is taken, in order; each ends before the next is asked for. */
  const drain = (turns: ReturnType<typeof createTurns<string>>) => {
    const order: string[] = []
    for (let next = turns.next(); next; next = turns.next()) {
      order.push(next.item)
      next.done()
    }
    return order
  }

  test('alternate between people, each person’s in the order in which they came', () => {
    const turns = createTurns<string>({ atOnce: 1, perPerson: 1 })
    for (const item of ['a1', 'a2', 'a3', 'a4']) turns.add('ana', item)
    const first = turns.next()
    for (const item of ['b1', 'b2']) turns.add('ben', item)
    turns.add('cem', 'c1')
    const before = (person: string, item: string) => turns.before(person, (one) => one === item)
    assert.deepEqual([before('ben', 'b1'), before('cem', 'c1'), before('ana', 'a2')], [1, 2, 3])
    assert.equal(turns.next(), undefined)
    first?.done()
    assert.deepEqual(drain(turns), ['b1', 'c1', 'a2', 'b2', 'a3', 'a4'])
  })

  test('one person may use all places while nobody else is about, and then leaves one', () => {
    let now = 0
    const turns = createTurns<string>(LIMITS, () => now)
    for (const item of ['a1', 'a2', 'a3', 'a4', 'a5']) turns.add('ana', item)
    const [one, two] = [turns.next(), turns.next()]
    turns.add('ben', 'b1')
    one?.done()
    const bens = turns.next()
    assert.equal(bens?.item, 'b1')
    bens?.done()
    // His place stays free for ten minutes.
    assert.equal(turns.next(), undefined)
    now += 600_001
    assert.equal(turns.next()?.item, 'a3')
    two?.done()
    assert.equal(turns.next()?.item, 'a4')
  })

  test('what is removed or cleared has no turn', () => {
    const turns = createTurns<string>(LIMITS)
    for (const item of ['a1', 'a2', 'a3']) turns.add('ana', item)
    assert.equal(turns.remove('ana', 'a1'), true)
    assert.equal(turns.remove('ana', 'a1'), false)
    assert.equal(turns.next()?.item, 'a2')
    assert.deepEqual(turns.clear(), ['a3'])
    assert.equal(turns.next(), undefined)
  })
})
