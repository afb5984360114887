import { setImmediate } from 'node:timers/promises'
import {
  type ListQuery,
  MOST_SCANNED,
  type Page,
  type Position,
  type ReceiptStore,
} from '../../receipts/ports.ts'
import { readRow } from '../../receipts/record.ts'
import type { SearchValue } from '../../receipts/search-query.ts'
import { untilWritten } from '../../until-written.ts'
import type { Database } from './database.ts'
import { createLastWrite } from './last-write.ts'
import { createWordSearch, type WordCondition } from './search-text.ts'

type Sql = [condition: string, ...values: (string | number)[]]
type Filter = Omit<ListQuery, 'only' | 'scan' | 'limit' | 'after'>

interface Conditions {
  /** What the indexes decide. */
  place: Sql[]
  /** What else has to hold. */
  search: Sql[]
  /** The search has to read each receipt. */
  isScan: boolean
}

interface FoundRow extends Position {
  row: string
}

/** Rows read at once where only some of them are listed. */
const FILTERED_PAGE = 200

/** Receipts that a search reads in one go, which takes a few milliseconds; other requests are answered in between. */
const SLICE = 4_000

/** Pages that are kept, and the rows of the longest of them, of half a kB each. */
const MOST_PAGES_KEPT = 50
const MOST_ROWS_KEPT = 100

export function createReceiptList(db: Database): Required<Pick<ReceiptStore, 'list' | 'count'>> {
  const wordCondition = createWordSearch(db)
  const lastWrite = createLastWrite(db)
  const keptPages = untilWritten<Promise<Page>>(lastWrite, MOST_PAGES_KEPT)
  const keptCounts = untilWritten<Promise<number>>(lastWrite, MOST_PAGES_KEPT)

  /** Sorted by kind, so that searches need few different statements: each of them is kept. */
  const wordConditions = (words: string[]) =>
    words.map(wordCondition).sort((a, b) => a.by.localeCompare(b.by))

  function conditionsOf(userId: string, { view, status, words, values = [] }: Filter): Conditions {
    const ofWords = wordConditions(words)
    const ofValues = values.map((value) => valueCondition(value, wordConditions(value.words)))
    // SQLite cannot know that they are few: the + keeps it from going through all receipts of the person.
    const owner = ofWords.some(({ by }) => by === 'few') ? '+r.user_id = ?' : 'r.user_id = ?'
    return {
      place: [
        [owner, userId],
        ["r.status <> 'receiving'"],
        viewCondition(view),
        ...(status ? [['r.status = ?', status] satisfies Sql] : []),
      ],
      search: [...ofWords.map(({ sql, values }) => [sql, ...values] satisfies Sql), ...ofValues],
      // A word that the index finds leaves few receipts to read.
      isScan: ofWords.every(({ by }) => by === 'scan') && ofWords.length + ofValues.length > 0,
    }
  }

  function rowsOf(where: Sql[], byDay: boolean, limit: number): FoundRow[] {
    const [conditions, values] = joined(where)
    const sql = `SELECT r.receipt_id AS id, r.day, r.summary FROM receipts r WHERE ${conditions} ${orderOf(byDay)} LIMIT ?`
    return db
      .all<{ id: string; day: string; summary: string }>(sql, ...values, limit)
      .map(({ id, day, summary }) => ({ id, day, row: readRow(id, summary) }))
  }

  /** Where a slice that begins after `from` ends; undefined: with the list. */
  function endOfSlice({ place }: Conditions, from: Position | undefined, byDay: boolean) {
    const [conditions, values] = joined([...place, ...after(from, byDay)])
    const sql = `SELECT r.receipt_id AS id, r.day FROM receipts r WHERE ${conditions} ${orderOf(byDay)} LIMIT 1 OFFSET ?`
    return db.get<Position>(sql, ...values, SLICE - 1)
  }

  /** The slices of a list, one after another, each as its conditions; the whole list at once where the indexes decide. */
  async function* slices(found: Conditions, byDay: boolean, start?: Position) {
    let from = start
    for (;;) {
      const to = found.isScan ? endOfSlice(found, from, byDay) : undefined
      const upTo = to ? [upToCondition(to, byDay)] : []
      yield [...found.place, ...found.search, ...upTo, ...after(from, byDay)]
      if (!to) return
      from = to
      await setImmediate()
    }
  }

  /** The rows of a list in its order, at most `atOnce` together. */
  async function* batches(
    userId: string,
    { view, after: start, ...filter }: Filter & { after?: Position | undefined },
    atOnce: number,
  ) {
    const byDay = view.kind !== 'all'
    for await (const slice of slices(conditionsOf(userId, { view, ...filter }), byDay, start)) {
      for (let rest: Sql[] = []; ; ) {
        const rows = rowsOf([...slice, ...rest], byDay, atOnce)
        yield rows
        if (rows.length < atOnce) break
        rest = after(rows.at(-1), byDay)
      }
    }
  }

  async function pageOf(
    userId: string,
    { only, scan = MOST_SCANNED, limit, ...query }: ListQuery,
  ): Promise<Page> {
    const found: FoundRow[] = []
    let scanned = 0
    // One extra row shows whether there is a next page.
    for await (const batch of batches(userId, query, only ? Math.min(FILTERED_PAGE, scan) : limit + 1)) {
      const rows = only ? batch.slice(0, scan - scanned) : batch
      scanned += rows.length
      found.push(...rows.filter(({ row }) => !only || only(JSON.parse(row))))
      if (found.length > limit) return toPage(found.slice(0, limit), found[limit - 1])
      if (only && scanned >= scan) return toPage(found, rows.at(-1))
    }
    return toPage(found)
  }

  async function countOf(userId: string, filter: Filter) {
    let count = 0
    for await (const slice of slices(conditionsOf(userId, filter), filter.view.kind !== 'all')) {
      const [conditions, values] = joined(slice)
      const sql = `SELECT count(*) AS count FROM receipts r WHERE ${conditions}`
      count += db.get<{ count: number }>(sql, ...values)?.count ?? 0
    }
    return count
  }

  return {
    async list(userId, query) {
      // An app asks for the first pages of whole lists again and again, and for long pages and searches once.
      const { only, words, values = [], limit } = query
      const isAskedAgain = !only && words.length + values.length === 0 && limit <= MOST_ROWS_KEPT
      if (!isAskedAgain) return pageOf(userId, query)
      return keptPages(JSON.stringify([userId, query]), () => pageOf(userId, query))
    },

    count: (userId, filter) => keptCounts(JSON.stringify([userId, filter]), () => countOf(userId, filter)),
  }
}

const toPage = (rows: FoundRow[], last?: Position): Page => ({
  rows: rows.map(({ row }) => row),
  next: last ? { day: last.day, id: last.id } : null,
})

const joined = (where: Sql[]): [string, (string | number)[]] => [
  where.map(([condition]) => `(${condition})`).join(' AND '),
  where.flatMap(([, ...values]) => values),
]

const orderOf = (byDay: boolean) => `ORDER BY ${byDay ? 'r.day DESC, ' : ''}r.receipt_id DESC`

function viewCondition(view: ListQuery['view']): Sql {
  if (view.kind === 'all') return ["r.list <> 'trash'"]
  if (view.kind === 'year') return ['r.list = ?', String(view.year)]
  return ['r.list = ?', view.kind === 'undated' ? 'none' : 'trash']
}

/** Conditions for the rows that follow a position; none where it is undefined. */
const after = (position: Position | undefined, byDay: boolean): Sql[] => {
  if (!position) return []
  const { day, id } = position
  return [byDay ? ['(r.day, r.receipt_id) < (?, ?)', day, id] : ['r.receipt_id < ?', id]]
}

const upToCondition = ({ day, id }: Position, byDay: boolean): Sql =>
  byDay ? ['(r.day, r.receipt_id) >= (?, ?)', day, id] : ['r.receipt_id >= ?', id]

/** By the row's value or by its words. CASE keeps the JSON functions away from damaged rows. */
function valueCondition(value: SearchValue, ofWords: WordCondition[]): Sql {
  const [words, wordValues] = joined(ofWords.map(({ sql, values }) => [sql, ...values]))
  const [has, hasValues] = value.kind === 'day' ? dayCondition(value) : amountCondition(value)
  return [
    `(${words}) OR CASE WHEN json_valid(r.summary) THEN coalesce(${has}, 0) ELSE 0 END`,
    ...wordValues,
    ...hasValues,
  ]
}

const dayCondition = ({ day }: { day: string }): [string, (string | number)[]] => [
  "(r.summary ->> '$.date' = ? OR r.summary ->> '$.paidOn' = ?)",
  [day, day],
]

const amountCondition = (value: { fromSen: number; toSen: number }): [string, (string | number)[]] => {
  const range = [value.fromSen, value.toSen]
  const members = ['totalSen', 'myrSen'].map((name) => `abs(r.summary ->> '$.${name}') BETWEEN ? AND ?`)
  return [`(${members.map((member) => `coalesce(${member}, 0)`).join(' OR ')})`, [...range, ...range]]
}
