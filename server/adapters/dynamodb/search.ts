import type { ListQuery, Position } from '../../receipts/ports.ts'
import { placeOf, readRow } from '../../receipts/record.ts'
import { searchText } from '../../receipts/search.ts'
import { storedKeys } from '../../stored-keys.ts'
import type { Dynamo } from './database.ts'
import { unpack } from './packing.ts'
import type { Parts } from './parts.ts'
import { rowOf, toReadRecord } from './receipt-items.ts'
import { MOST_KEYS, type ReceiptTable } from './receipt-table.ts'
import { taxpayerItems } from './taxpayer-items.ts'
import { listOf, type Row } from './views.ts'

/** A receipt whose text item contains all words. The receipt itself still has to be checked. */
interface Candidate {
  id: string
  pages: string
}

type Rows = (userId: string, view: ListQuery['view'], after: Position | undefined) => AsyncGenerator<Row>

/**
 * Text search: reads the packed texts of one user, newest upload first, and filters them. The cost grows with that user's
 * receipts and with nothing else.
 */
export function createSearch(dynamo: Dynamo, table: ReceiptTable, parts: Parts, rowsOf: Rows) {
  async function* candidates(userId: string, words: string[], before?: string): AsyncGenerator<Candidate> {
    for await (const item of taxpayerItems(dynamo, userId, storedKeys.text.prefix, { before })) {
      const [fields, pages] = await Promise.all([textOf(item.fields), textOf(item.pages)])
      if (holds(`${fields}\n${pages}`, words)) yield { id: storedKeys.text.rest(item.item), pages }
    }
  }

  /** Candidates in the order of the view. */
  async function* ordered(userId: string, { view, words, after }: ListQuery): AsyncGenerator<Candidate> {
    if (view.kind === 'all') {
      yield* candidates(userId, words, after && storedKeys.text.of(after.id))
      return
    }
    const found = new Map<string, Candidate>()
    for await (const candidate of candidates(userId, words)) found.set(candidate.id, candidate)
    if (found.size === 0) return
    for await (const { id } of rowsOf(userId, view, after)) {
      const candidate = found.get(id)
      if (candidate) yield candidate
    }
  }

  /** Rows of the candidates that are in the view and still contain all words. */
  async function verified(userId: string, { view, words }: ListQuery, some: Candidate[]): Promise<Row[]> {
    const stored = await table.getMany(some.map(({ id }) => id))
    const rows = await Promise.all(
      some.map(async ({ id, pages }) => {
        const item = stored.get(id)
        const record = item?.owner === userId ? await toReadRecord(item, parts, dynamo.formats) : undefined
        const receipt = record?.receipt
        if (!item || !receipt || receipt.status === 'receiving') return []
        const { list, day } = placeOf(receipt)
        const isInView = view.kind === 'all' ? list !== 'trash' : list === listOf(view)
        if (!isInView || !holds(`${searchText(receipt)}\n${pages}`, words)) return []
        return [{ id, day, summary: readRow(id, rowOf(item, dynamo.formats)) }]
      }),
    )
    return rows.flat()
  }

  return async function* search(userId: string, query: ListQuery): AsyncGenerator<Row> {
    const atOnce = Math.min(MOST_KEYS, query.limit + 1)
    let some: Candidate[] = []
    for await (const candidate of ordered(userId, query)) {
      some.push(candidate)
      if (some.length < atOnce) continue
      yield* await verified(userId, query, some)
      some = []
    }
    yield* await verified(userId, query, some)
  }
}

const holds = (text: string, words: string[]) => words.every((word) => text.includes(word))

const textOf = async (packed: unknown) => (packed ? unpack(packed as Uint8Array) : '')
