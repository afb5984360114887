import type { ListQuery, Position } from '../../receipts/ports.ts'
import { placeOf, readRow } from '../../receipts/record.ts'
import { searchText } from '../../receipts/search.ts'
import { hasValue, hasWords, isFound } from '../../receipts/search-query.ts'
import type { Dynamo } from './database.ts'
import type { Parts } from './parts.ts'
import { rowOf, toReadRecord } from './receipt-items.ts'
import { MOST_KEYS, type ReceiptTable } from './receipt-table.ts'
import type { SearchTexts } from './search-texts.ts'
import { listOf, type Row } from './views.ts'

/** A receipt that a search may find by its text or its row. The receipt itself still has to be checked. */
interface Candidate {
  id: string
  pages: string
}

/** What the text of a receipt says about a search. */
interface TextMatch extends Candidate {
  hasWords: boolean
  /** Which of the values occur as words, by their index. */
  values: Set<number>
}

type Rows = (userId: string, view: ListQuery['view'], after: Position | undefined) => AsyncGenerator<Row>

interface SearchDeps {
  dynamo: Dynamo
  table: ReceiptTable
  parts: Parts
  texts: SearchTexts
  rowsOf: Rows
}

/**
 * Text search: goes through the texts of one user, newest upload first, and filters them. The cost grows with that user's
 * receipts and with nothing else.
 */
export function createSearch({ dynamo, table, parts, texts, rowsOf }: SearchDeps) {
  /** What the texts of a user say about a search. */
  async function* textMatches(
    userId: string,
    { words, values = [] }: ListQuery,
    before?: string,
  ): AsyncGenerator<TextMatch> {
    for await (const { id, fields, pages } of texts.of(userId, before)) {
      const text = `${fields}\n${pages}`
      const found = values.flatMap((value, index) => (hasWords(text, value.words) ? [index] : []))
      yield { id, pages, values: new Set(found), hasWords: hasWords(text, words) }
    }
  }

  async function matchesOf(userId: string, query: ListQuery): Promise<Map<string, TextMatch>> {
    const matches = new Map<string, TextMatch>()
    for await (const match of textMatches(userId, query)) {
      if (match.hasWords) matches.set(match.id, match)
    }
    return matches
  }

  /** Candidates for a search by words alone in all receipts. */
  async function* byUpload(userId: string, query: ListQuery): AsyncGenerator<Candidate> {
    for await (const match of textMatches(userId, query, query.after?.id)) {
      if (match.hasWords) yield match
    }
  }

  /** Candidates in the order of the view, whose list is read for them. */
  async function* inView(
    userId: string,
    { view, words, values = [], after }: ListQuery,
    matches: Map<string, TextMatch>,
  ): AsyncGenerator<Candidate> {
    for await (const { id, summary } of rowsOf(userId, view, after)) {
      const match = matches.get(id)
      if (!match && words.length > 0) continue
      const others = values.filter((_, index) => !match?.values.has(index))
      const row = others.length > 0 ? JSON.parse(summary) : undefined
      if (others.every((value) => hasValue(row, value))) yield { id, pages: match?.pages ?? '' }
    }
  }

  /** Rows of the candidates that are in the view and are still found. */
  async function verified(userId: string, query: ListQuery, some: Candidate[]): Promise<Row[]> {
    const { view, words, values = [] } = query
    const stored = await table.getMany(some.map(({ id }) => id))
    const rows = await Promise.all(
      some.map(async ({ id, pages }) => {
        const item = stored.get(id)
        const record =
          item?.owner === userId ? await toReadRecord(item, { parts, formats: dynamo.formats }) : undefined
        const receipt = record?.receipt
        if (!item || !receipt || receipt.status === 'receiving') return []
        const { list, day } = placeOf(receipt)
        const isInView = view.kind === 'all' ? list !== 'trash' : list === listOf(view)
        const text = `${searchText(receipt)}\n${pages}`
        if (!isInView || !isFound(receipt, text, { words, values })) return []
        return [{ id, day, summary: readRow(id, rowOf(item, dynamo.formats)) }]
      }),
    )
    return rows.flat()
  }

  /** Rows of candidates that come in the order of the view. */
  async function* inBatches(
    userId: string,
    query: ListQuery,
    candidates: AsyncGenerator<Candidate>,
  ): AsyncGenerator<Row> {
    const atOnce = Math.min(MOST_KEYS, query.limit + 1)
    let some: Candidate[] = []
    for await (const candidate of candidates) {
      some.push(candidate)
      if (some.length < atOnce) continue
      yield* await verified(userId, query, some)
      some = []
    }
    yield* await verified(userId, query, some)
  }

  /** Rows of few candidates in the order of the view, without its list: that would be read to its end for them. */
  async function rowsOfFew(userId: string, query: ListQuery, few: Candidate[]): Promise<Row[]> {
    const { view, after } = query
    const placeIn = ({ day, id }: Position) => (view.kind === 'all' ? id : `${day}#${id}`)
    return (await verified(userId, query, few))
      .filter((row) => !after || placeIn(row) < placeIn(after))
      .sort((one, other) => (placeIn(one) < placeIn(other) ? 1 : -1))
  }

  return async function* search(userId: string, query: ListQuery): AsyncGenerator<Row> {
    const { view, words, values = [] } = query
    if (view.kind === 'all' && values.length === 0) {
      yield* inBatches(userId, query, byUpload(userId, query))
      return
    }
    const matches = await matchesOf(userId, query)
    if (words.length > 0 && matches.size <= MOST_KEYS)
      yield* await rowsOfFew(userId, query, [...matches.values()])
    else yield* inBatches(userId, query, inView(userId, query, matches))
  }
}
