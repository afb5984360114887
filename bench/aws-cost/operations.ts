import { randomUUID } from 'node:crypto'
import { createChangeBoard } from '../../server/adapters/dynamodb/change-board.ts'
import type { Dynamo } from '../../server/adapters/dynamodb/database.ts'
import { createRevokedTokens } from '../../server/adapters/dynamodb/revoked-tokens.ts'
import { systemClock } from '../../server/clock.ts'
import { createRevocations } from '../../server/identity/revocations.ts'
import type { ReceiptStore } from '../../server/receipts/ports.ts'
import { parseSearch } from '../../server/receipts/search-query.ts'
import type { Cost, Meter } from './meter.ts'
import { incoming, type Rooms } from './rooms.ts'

/** Receipts of the person whose requests are measured: a page of 50, and the one more that says there are more. */
const MINE = 52

/** The name of an operation that has a limit of its own. */
export const SEARCH_AGAIN = 'a search within two minutes, none found'

/** What a new person's operations cost in the tables as they are, by the name of the operation. */
export async function measureOperations(meter: Meter, { intake, review, queue, store, retainUntil }: Rooms) {
  const user = randomUUID()
  const costs = new Map<string, Cost>()
  async function measure<T>(name: string, operation: () => Promise<T>): Promise<T> {
    meter.spent()
    const result = await operation()
    costs.set(name, meter.spent())
    return result
  }

  const upload = async () =>
    (await intake.upload(user, incoming(), { key: randomUUID(), wait: true })).receipt
  const target = (receipt: { id: string; version: number }) => ({ userId: user, ...receipt })

  const read = await measure('upload, with its reading', upload)
  if (read.status !== 'needs_review') throw new Error(`the receipt was not read: ${read.status}`)
  const corrected = await measure('correct a name', () =>
    review.correct(target(read), { merchant: 'KEDAI BUKU MAJU' }),
  )
  const confirmed = await measure('confirm', () => review.confirm(target(corrected)))
  await measure('correct a total (moves a look-up key)', () =>
    review.correct(target(confirmed), { totalSen: 10_000 }),
  )
  const allocated = await measure('confirm, with what it counts for', async () => {
    const reopened = await review.unconfirm(target(await review.find(user, read.id)))
    meter.spent()
    const { totalSen } = reopened
    const part = { relief: null, sen: totalSen ?? 0, person: null, year: null, otherYears: false }
    return review.confirm(target(reopened), { allocationsOf: () => [part] })
  })
  await measure('take a confirmation back', () => review.unconfirm(target(allocated)))
  await measure('get one', () => review.find(user, read.id))
  const kept = await review.find(user, read.id)
  const acknowledgedUntil = (await retainUntil(kept)) ?? undefined
  const trashed = await measure('into the trash', () => review.trash(target(kept), acknowledgedUntil))
  await measure('out of the trash', () => review.restore(target(trashed)))

  for (let i = 1; i < MINE; i++) await upload()
  const list = (view: View, words: string[] = []) => store.list(user, { view, words, limit: 50 })
  await measure('a page of 50', () => list({ kind: 'all' }))
  await measure('a page of 50 of a year', () => list({ kind: 'year', year: 2026 }))
  await measure(`a search through ${MINE}, none found`, () =>
    list({ kind: 'all' }, parseSearch('nasi').words),
  )
  await measure(SEARCH_AGAIN, () => list({ kind: 'all' }, parseSearch('nasi').words))
  await measure(`a search within two minutes, 50 found`, () =>
    list({ kind: 'all' }, parseSearch('physics').words),
  )
  await measure(`the queue, ${MINE} waiting, the first time`, () => queue(user, { limit: 50 }))
  await measure(`the queue, ${MINE} waiting: a page of 50`, () => queue(user, { limit: 50 }))
  await measure(`the queue, ${MINE} waiting: their count`, () => queue(user, { limit: 1 }))
  await measure('look for work', () => store.due(new Date(), 8))
  await measureTokens(meter.dynamo, user, measure)
  await measureChanges(meter.dynamo, measure)
  return costs
}

type View = Parameters<ReceiptStore['list']>[1]['view']
type Measure = <T>(name: string, operation: () => Promise<T>) => Promise<T>

async function measureTokens(dynamo: Dynamo, sub: string, measure: Measure) {
  const revocations = createRevocations(createRevokedTokens(dynamo), systemClock, 30)
  const now = new Date()
  const ids = { id: randomUUID(), sub, sessionId: randomUUID() }
  const token = { ...ids, issuedAt: now, expiresAt: now } as Parameters<typeof revocations.isRevoked>[0]
  await measure('a token check', () => revocations.isRevoked(token))
  await measure('a logout', () => revocations.endToken(token, true))
}

/** What a change costs on top of its write, and what following changes costs, with one process that follows. */
async function measureChanges(dynamo: Dynamo, measure: Measure) {
  const user = randomUUID()
  const board = createChangeBoard(dynamo)
  const now = new Date()
  const until = new Date(now.getTime() + 300_000)
  await measure('tell of a change, nobody follows', () => board.add(user, now))
  await measure('begin to follow changes', () => board.follow(user, until))
  await measure('tell of a change, somebody follows', () => board.add(user, now))
  await measure('look for changes of others (every 3 s)', () => board.count(user))
  await measure('go on following (every 2 minutes)', () => board.extend(user, until))
}

/** Every row of a year, page after page; the person has `count`. */
export async function measureYear(meter: Meter, store: ReceiptStore, userId: string, count: number) {
  meter.spent()
  let rows = 0
  for (let after: Parameters<ReceiptStore['list']>[1]['after']; ; ) {
    const page = await store.list(userId, {
      view: { kind: 'year', year: 2026 },
      words: [],
      limit: 100,
      after,
    })
    rows += page.rows.length
    if (!page.next) break
    after = page.next
  }
  if (rows !== count) throw new Error(`the year has ${rows} rows, not ${count}`)
  return meter.spent()
}

/** A search for a word that is nowhere. */
export async function measureSearch(meter: Meter, store: ReceiptStore, userId: string, word: string) {
  meter.spent()
  const begun = performance.now()
  const { rows } = await store.list(userId, { view: { kind: 'all' }, words: [word], limit: 50 })
  const ms = Math.round(performance.now() - begun)
  if (rows.length > 0) throw new Error('the search has found something')
  return { ...meter.spent(), ms }
}
