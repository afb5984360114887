import type { Clock } from '../../clock.ts'
import { storedKeys } from '../../stored-keys.ts'
import { findRecord } from '../damaged.ts'
import { instantOf } from '../instant-of.ts'
import { lookupKeys } from '../lookup-keys.ts'
import type { LookupEntry, ReceiptStore } from '../ports.ts'
import { type ReadRecord, type Summary, summaryOfRecord } from '../record.ts'
import { parseQueueKey, type Rank } from './queue-key.ts'
import { type QueueReason, reasonsOf } from './reasons.ts'

export interface QueuePosition {
  rank: Rank
  id: string
}

export interface QueueQuery {
  /** Only receipts of this year and those without a date. */
  year?: number | undefined
  limit: number
  after?: QueuePosition | undefined
}

export interface QueuePage {
  /** How many receipts the whole queue has. */
  count: number
  receipts: (Summary & { reasons: QueueReason[] })[]
  next: QueuePosition | null
}

interface QueueDeps {
  store: Pick<ReceiptStore, 'find' | 'findMany' | 'lookups' | 'removeLookup'>
  clock: Clock
}

type Entry = LookupEntry & ReturnType<typeof parseQueueKey>

/** Longer than any write takes: a look-up key is written before its receipt. */
const WRITTEN_MS = 3_600_000

/** What needs a person, newest upload first, unreadable receipts last. Costs nothing for receipts that need nobody. */
export async function readQueue(
  deps: QueueDeps,
  userId: string,
  { year, limit, after }: QueueQuery,
): Promise<QueuePage> {
  const found = await deps.store.lookups(userId, storedKeys.queue.prefix)
  const entries = found
    .map((entry): Entry => ({ ...entry, ...parseQueueKey(entry.key) }))
    .filter((entry) => year === undefined || entry.year === null || entry.year === year)
    .sort(byPosition)
  const waiting = entries.filter((entry) => !after || byPosition(after, entry) < 0)
  const receipts: QueuePage['receipts'] = []
  let outdated = 0
  let last: Entry | undefined
  while (receipts.length < limit && waiting.length > 0) {
    const some = waiting.splice(0, limit - receipts.length)
    const records = await recordsOf(deps, userId, some)
    for (const [entry, record] of records) {
      // The keys of a damaged receipt do not follow from what can be read of it: a person has to look at it.
      if (record && (isOf(entry, record) || isDamaged(record))) receipts.push(rowOf(record))
      else {
        outdated++
        if (isLeftOver(entry, record, deps.clock.now())) await deps.store.removeLookup(userId, entry)
      }
    }
    last = some.at(-1)
  }
  const next = last && waiting.length > 0 ? { rank: last.rank, id: last.id } : null
  return { count: entries.length - outdated, receipts, next }
}

/** UUIDv7 sort by time of upload. */
function byPosition(one: QueuePosition, other: QueuePosition): number {
  if (one.rank !== other.rank) return one.rank < other.rank ? -1 : 1
  if (one.id === other.id) return 0
  return one.id > other.id ? -1 : 1
}

async function recordsOf({ store }: QueueDeps, userId: string, entries: Entry[]) {
  const many = await store.findMany(
    userId,
    entries.map(({ id }) => id),
  )
  return Promise.all(
    entries.map(async (entry): Promise<[Entry, ReadRecord | undefined]> => {
      const record = many.get(entry.id)
      // Many at once may be a moment old.
      return [entry, record && isOf(entry, record) ? record : await findRecord(store, userId, entry.id)]
    }),
  )
}

const isOf = ({ key }: Entry, { receipt }: ReadRecord) => lookupKeys(receipt).includes(key)

/** Whether an entry that is not of its receipt stays so: its receipt may be about to be written. */
function isLeftOver({ id, version }: Entry, record: ReadRecord | undefined, now: Date): boolean {
  if (record) return version <= record.receipt.version
  return now.getTime() - instantOf(id).getTime() > WRITTEN_MS
}

const isDamaged = ({ receipt, damaged }: ReadRecord) =>
  damaged.length > 0 && receipt.status !== 'receiving' && receipt.trashedAt === null

const rowOf = (record: ReadRecord) => ({
  ...summaryOfRecord(record),
  reasons: reasonsOf(record.receipt),
})
