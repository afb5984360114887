import type { Correction } from './parts.ts'
import type { ReceiptStore } from './ports.ts'

/**
 * Bounds of a receipt's history, which a person who corrects receipts never meets. A program that changes a note of 2,000
 * characters 400 times would otherwise make every further change write 1.7 MB.
 */
const MOST_ENTRIES = 150
const MOST_CHARACTERS = 100_000
/** What stays of the latest entries once a bound is met. */
const LATEST_ENTRIES = 50
const LATEST_CHARACTERS = 50_000
/** So few are within the bounds whatever they say. */
const FEW = 20

/** The entry that stands for older ones. */
const MERGED = 'merged'

interface Merged {
  /** How many entries it stands for. */
  count: number
  /** When the first of them was made. */
  from: string
  /** How many of them by field. */
  fields: Record<string, number>
}

/** What splitting goes by: whether a picture was split, and into what. */
const NEEDED = new Set(['split', 'splitFrom'])

/**
 * The history within its bounds: the first and the last entry of each field (what was read, and the latest change), and
 * the latest of all. The others become one entry `merged`, which says how many they were, of which fields and since when.
 */
export function boundedHistory(history: readonly Correction[]): readonly Correction[] {
  if (history.length <= FEW) return history
  const sizes = history.map((entry) => JSON.stringify(entry).length)
  const size = sizes.reduce((sum, one) => sum + one, 0)
  if (history.length <= MOST_ENTRIES && size <= MOST_CHARACTERS) return history
  const kept = keptOf(history, sizes)
  const dropped = history.filter((_, at) => !kept.has(at))
  if (dropped.length === 0) return history
  const last = history.findLastIndex((_, at) => !kept.has(at))
  return history.flatMap((entry, at) => (at === last ? [mergedEntry(dropped)] : kept.has(at) ? [entry] : []))
}

/** Indices of the entries that stay. */
function keptOf(history: readonly Correction[], sizes: readonly number[]): Set<number> {
  const firsts = new Map<string, number>()
  const lasts = new Map<string, number>()
  const needed: number[] = []
  for (const [at, { field }] of history.entries()) {
    if (field === MERGED) continue
    if (!firsts.has(field)) firsts.set(field, at)
    lasts.set(field, at)
    if (NEEDED.has(field)) needed.push(at)
  }
  const kept = new Set([...firsts.values(), ...lasts.values(), ...needed.slice(-LATEST_ENTRIES)])
  let size = 0
  for (let at = history.length - 1; at >= history.length - LATEST_ENTRIES && at >= 0; at--) {
    size += sizes[at] ?? 0
    if (size > LATEST_CHARACTERS) break
    if (history[at]?.field !== MERGED) kept.add(at)
  }
  return kept
}

/** @param dropped at least one, oldest first; earlier merged entries may be among them */
function mergedEntry(dropped: readonly Correction[]): Correction {
  const sum: Merged = { count: 0, from: dropped[0]?.at ?? '', fields: {} }
  for (const entry of dropped) {
    const earlier = entry.field === MERGED ? asMerged(entry.new) : undefined
    const { count, from, fields } = earlier ?? { count: 1, from: entry.at, fields: { [entry.field]: 1 } }
    sum.count += count
    if (from < sum.from) sum.from = from
    for (const [field, n] of Object.entries(fields)) sum.fields[field] = (sum.fields[field] ?? 0) + n
  }
  const { at, by } = dropped.at(-1) as Correction
  return { field: MERGED, old: null, new: sum, at, by }
}

function asMerged(value: unknown): Merged | undefined {
  const { count, from, fields } = (value ?? {}) as Partial<Merged>
  if (typeof count !== 'number' || typeof from !== 'string' || typeof fields !== 'object') return undefined
  return { count, from, fields }
}

/** The store, with the history of what it stores within its bounds; a longer one of an earlier release becomes so with the next change. */
export function boundingHistory(store: ReceiptStore): ReceiptStore {
  return {
    ...store,
    save: (receipt, options) =>
      store.save({ ...receipt, history: [...boundedHistory(receipt.history)] }, options),
  }
}
