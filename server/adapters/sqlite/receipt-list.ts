import { type ListQuery, MOST_SCANNED, type Page, type ReceiptStore } from '../../receipts/ports.ts'
import { readRow } from '../../receipts/record.ts'
import type { SearchValue } from '../../receipts/search-query.ts'
import { untilWritten } from '../../until-written.ts'
import type { Database } from './database.ts'
import { createLastWrite } from './last-write.ts'

type Sql = [condition: string, ...values: (string | number)[]]
type Filter = Omit<ListQuery, 'only' | 'scan' | 'limit' | 'after'>

/** Rows read at once where only some of them are listed. */
const FILTERED_PAGE = 200

/**
 * The full-text index finds no shorter words; they are searched for in its copy of the text (columns c0: fields, c1: pages),
 * which is read twice as fast from its table as through the index.
 */
const TRIGRAM = 3

/** Pages that are kept, and the rows of the longest of them, of half a kB each. */
const MOST_PAGES_KEPT = 50
const MOST_ROWS_KEPT = 100

export function createReceiptList(db: Database): Required<Pick<ReceiptStore, 'list' | 'count'>> {
  const lastWrite = createLastWrite(db)
  const kept = untilWritten<Page>(lastWrite, MOST_PAGES_KEPT)
  const keptCounts = untilWritten<number>(lastWrite, MOST_PAGES_KEPT)

  function rowsOf(where: Sql[], byDay: boolean, limit: number) {
    const [conditions, values] = joined(where)
    const order = `${byDay ? 'r.day DESC, ' : ''}r.receipt_id DESC`
    const sql = `SELECT r.receipt_id AS id, r.day, r.summary FROM receipts r WHERE ${conditions} ORDER BY ${order} LIMIT ?`
    return db
      .all<{ id: string; day: string; summary: string }>(sql, ...values, limit)
      .map(({ id, day, summary }) => ({ id, day, row: readRow(id, summary) }))
  }

  function pageOf(userId: string, { only, scan = MOST_SCANNED, limit, after, ...filter }: ListQuery): Page {
    const byDay = filter.view.kind !== 'all'
    const where = conditionsOf(userId, filter)
    const found: ReturnType<typeof rowsOf> = []
    let position = after
    for (let scanned = 0; scanned < scan; scanned += FILTERED_PAGE) {
      // One extra row shows whether there is a next page.
      const most = only ? Math.min(FILTERED_PAGE, scan - scanned) : limit + 1
      const rows = rowsOf(position ? [...where, afterCondition(position, byDay)] : where, byDay, most)
      found.push(...rows.filter(({ row }) => !only || only(JSON.parse(row))))
      const last = found.length > limit ? found[limit - 1] : rows.at(-1)
      position = last && { day: last.day, id: last.id }
      if (found.length > limit) break
      if (rows.length < most) {
        position = undefined
        break
      }
    }
    return { rows: found.slice(0, limit).map(({ row }) => row), next: position ?? null }
  }

  return {
    async list(userId, query) {
      // A page of a whole list, as an app asks for it again and again. Long ones and searches are asked for once.
      const { only, words, values = [], limit } = query
      if (only || words.length > 0 || values.length > 0 || limit > MOST_ROWS_KEPT)
        return pageOf(userId, query)
      return kept(JSON.stringify([userId, query]), () => pageOf(userId, query))
    },

    async count(userId, filter) {
      return keptCounts(JSON.stringify([userId, filter]), () => countOf(userId, filter))
    },
  }

  function countOf(userId: string, filter: Filter) {
    const [conditions, values] = joined(conditionsOf(userId, filter))
    const sql = `SELECT count(*) AS count FROM receipts r WHERE ${conditions}`
    return db.get<{ count: number }>(sql, ...values)?.count ?? 0
  }
}

const joined = (where: Sql[]): [string, (string | number)[]] => [
  where.map(([condition]) => `(${condition})`).join(' AND '),
  where.flatMap(([, ...values]) => values),
]

function conditionsOf(userId: string, { view, status, words, values = [] }: Filter): Sql[] {
  return [
    ['r.user_id = ?', userId],
    ["r.status <> 'receiving'"],
    viewCondition(view),
    ...(status ? [['r.status = ?', status] satisfies Sql] : []),
    ...words.map(wordCondition),
    ...values.map(valueCondition),
  ]
}

function viewCondition(view: ListQuery['view']): Sql {
  if (view.kind === 'all') return ["r.list <> 'trash'"]
  if (view.kind === 'year') return ['r.list = ?', String(view.year)]
  return ['r.list = ?', view.kind === 'undated' ? 'none' : 'trash']
}

const afterCondition = ({ day, id }: { day: string; id: string }, byDay: boolean): Sql =>
  byDay ? ['(r.day, r.receipt_id) < (?, ?)', day, id] : ['r.receipt_id < ?', id]

function wordCondition(word: string): Sql {
  if ([...word].length >= TRIGRAM) {
    // A quoted phrase is literal; quotes inside it are doubled.
    const match = `"${word.replaceAll('"', '""')}"`
    return ['r.row IN (SELECT rowid FROM receipt_text WHERE receipt_text MATCH ?)', match]
  }
  const text = 'SELECT 1 FROM receipt_text_content t WHERE t.id = r.row AND (instr(c0, ?) OR instr(c1, ?))'
  return [`EXISTS (${text})`, word, word]
}

/** By the row's value or by its words. CASE keeps the JSON functions away from damaged rows. */
function valueCondition(value: SearchValue): Sql {
  const [words, wordValues] = joined(value.words.map(wordCondition))
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
