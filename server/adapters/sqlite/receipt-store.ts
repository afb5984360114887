import { lookupKeys } from '../../receipts/lookup-keys.ts'
import type { Receipt } from '../../receipts/model.ts'
import type { Work } from '../../receipts/parts.ts'
import {
  type Backlog,
  intact,
  MOST_COUNTED,
  type ReceiptStore,
  VersionConflictError,
} from '../../receipts/ports.ts'
import { parseObject, type ReadRecord, readRecord, toRecord } from '../../receipts/record.ts'
import { searchText } from '../../receipts/search.ts'
import { endOf, storedKeys } from '../../stored-keys.ts'
import { createChangeLog } from './change-log.ts'
import type { Database } from './database.ts'
import { validJson } from './json.ts'
import { createReceiptList } from './receipt-list.ts'
import { PADDING } from './search-text.ts'

export interface StoredReceipt {
  row: number
  receipt_id: string
  user_id: string
  version: number
  status: string
  list: string
  day: string
  attempts: number | null
  lease_until: number | null
  lease_by: string | null
  summary: string
  detail: string
}

const workOf = ({ attempts, lease_until, lease_by }: StoredReceipt): Work | null =>
  lease_until === null ? null : { attempts: attempts ?? 0, dueAt: lease_until, by: lease_by }

export function toReadRecord(stored: StoredReceipt): ReadRecord {
  const key = {
    id: stored.receipt_id,
    userId: stored.user_id,
    version: stored.version,
    work: workOf(stored),
    status: stored.status as Receipt['status'],
    trashedAt: stored.list === 'trash' ? `${stored.day}T00:00:00.000Z` : null,
  }
  return readRecord(key, parseObject(stored.summary), parseObject(stored.detail))
}

/** A receipt's columns, without those of its work. */
const columnsOf = (receipt: Receipt) => {
  const { summary, detail, list, day } = toRecord(receipt)
  const documents = { summary: JSON.stringify(summary), detail: JSON.stringify(detail) }
  return { version: receipt.version, status: receipt.status, list, day, ...documents }
}

const workColumns = (work: Work | null) => ({
  attempts: work?.attempts ?? null,
  lease_until: work?.dueAt ?? null,
  lease_by: work?.by ?? null,
})

/**
 * Local storage has one process, so leases found at start belong to one that died, as do idempotency keys whose receipt
 * was never created, or that cannot be read.
 */
export function recoverWork(db: Database) {
  // What was postponed while the clock was ahead would wait until the right time gets there: a reading, and the removal of
  // an upload that was not completed, whose key is in use until then.
  db.run(`UPDATE receipts SET lease_until = 0, lease_by = NULL
    WHERE lease_by IS NOT NULL OR (status IN ('receiving', 'reading') AND lease_until IS NOT NULL)`)
  db.run(`DELETE FROM taxpayer_items WHERE item LIKE '${storedKeys.idempotency.prefix}%'
    AND NOT EXISTS (SELECT 1 FROM receipts WHERE receipt_id = ${validJson('data')} ->> 'receiptId')`)
}

export function createReceiptStore(db: Database): ReceiptStore {
  const log = createChangeLog(db)
  const byId = (userId: string, id: string) =>
    db.get<StoredReceipt>('SELECT * FROM receipts WHERE receipt_id = ? AND user_id = ?', id, userId)

  /** Look-up keys are stored as items `<key>#<receipt>`, so that several receipts can share a key. */
  function replaceKeys(before: Receipt | undefined, after: Receipt | undefined) {
    const [old, now] = [before, after].map((receipt) => new Set(receipt ? lookupKeys(receipt) : []))
    const { userId, id } = (after ?? before) as Receipt
    for (const key of old?.difference(now ?? new Set()) ?? []) {
      db.run('DELETE FROM taxpayer_items WHERE user_id = ? AND item = ?', userId, `${key}#${id}`)
    }
    for (const key of now?.difference(old ?? new Set()) ?? []) {
      const sql = 'INSERT OR REPLACE INTO taxpayer_items (user_id, item, data) VALUES (?, ?, ?)'
      db.run(sql, userId, `${key}#${id}`, '{}')
    }
  }

  /** Taking the words of a text out of the index takes 10 ms and more, so one that stays the same is left alone. */
  function updateText(row: number, fields: string, pages: string | undefined) {
    const text = db.get<{ fields: string; pages: string }>(
      'SELECT fields, pages FROM receipt_text WHERE rowid = ?',
      row,
    )
    const padded = [
      fields + PADDING,
      pages === undefined ? (text?.pages ?? PADDING) : pages + PADDING,
    ] as const
    if (text?.fields === padded[0] && text.pages === padded[1]) return
    db.run('UPDATE receipt_text SET fields = ?, pages = ? WHERE rowid = ?', ...padded, row)
  }

  return {
    async create(receipt) {
      db.transaction(() => {
        const keys = { receipt_id: receipt.id, user_id: receipt.userId }
        const values = { ...keys, ...columnsOf(receipt), ...workColumns(receipt.work) }
        const marks = Object.keys(values).map(() => '?')
        const sql = `INSERT INTO receipts (${Object.keys(values).join(', ')}) VALUES (${marks.join(', ')}) RETURNING row`
        const stored = db.get<{ row: number }>(sql, ...Object.values(values))
        const text = 'INSERT INTO receipt_text (rowid, fields, pages) VALUES (?, ?, ?)'
        db.run(text, stored?.row ?? null, searchText(receipt) + PADDING, PADDING)
        replaceKeys(undefined, receipt)
        log.add(receipt)
      })
    },

    async find(userId, id) {
      const stored = byId(userId, id)
      return stored && intact(toReadRecord(stored))
    },

    async save(receipt, { pageText, work } = {}) {
      return db.transaction(() => {
        const stored = byId(receipt.userId, receipt.id)
        const found = stored && toReadRecord(stored)
        if (!stored || !found || stored.version !== receipt.version) {
          throw new VersionConflictError(found && intact(found))
        }
        const { receipt: current } = found
        const next = {
          ...receipt,
          version: receipt.version + 1,
          work: work === undefined ? current.work : work,
        }
        const values = { ...columnsOf(next), ...(work === undefined ? {} : workColumns(work)) }
        const assignments = Object.keys(values).map((column) => `${column} = ?`)
        const sql = `UPDATE receipts SET ${assignments.join(', ')} WHERE row = ?`
        db.run(sql, ...Object.values(values), stored.row)
        updateText(stored.row, searchText(next), pageText)
        replaceKeys(current, next)
        // Before the end of the transaction, so that it is told even if that seems to fail.
        log.add(receipt)
        return next
      })
    },

    async remove(receipt) {
      return db.transaction(() => {
        const stored = byId(receipt.userId, receipt.id)
        if (stored?.version !== receipt.version) return false
        replaceKeys(toReadRecord(stored).receipt, undefined)
        db.run('DELETE FROM receipt_text WHERE rowid = ?', stored.row)
        db.run('DELETE FROM receipts WHERE row = ?', stored.row)
        log.add(receipt)
        return true
      })
    },

    ...createReceiptList(db),

    changesSince: log.changesSince,

    async owners() {
      const sql = "SELECT DISTINCT user_id FROM receipts WHERE list <> 'trash' AND status <> 'receiving'"
      return db.all<{ user_id: string }>(sql).map((row) => row.user_id)
    },

    // CROSS JOIN, here and below: the items lead to their receipts. The planner would compare every receipt of the person
    // with every item, which takes seconds where there are thousands of both.
    async withKey(userId, key) {
      const sql = `SELECT receipt_id FROM taxpayer_items
        CROSS JOIN receipts ON receipt_id = substr(item, ?) AND receipts.user_id = taxpayer_items.user_id
        WHERE taxpayer_items.user_id = ? AND item >= ? AND item < ? AND list <> 'trash'`
      const rows = db.all<{ receipt_id: string }>(sql, key.length + 2, userId, `${key}#`, endOf(`${key}#`))
      return rows.map((row) => row.receipt_id)
    },

    async lookups(userId, prefix) {
      const sql = `SELECT item FROM taxpayer_items
        CROSS JOIN receipts ON receipt_id = substr(item, -36) AND receipts.user_id = taxpayer_items.user_id
        WHERE taxpayer_items.user_id = ? AND item >= ? AND item < ? AND list <> 'trash'`
      const rows = db.all<{ item: string }>(sql, userId, prefix, endOf(prefix))
      return rows.map(({ item }) => ({ key: item.slice(0, -37), id: item.slice(-36), version: 0 }))
    },

    async removeLookup(userId, { key, id }) {
      db.run('DELETE FROM taxpayer_items WHERE user_id = ? AND item = ?', userId, `${key}#${id}`)
    },

    async findMany(userId, ids) {
      const found = new Map<string, ReadRecord>()
      for (const id of ids) {
        const stored = byId(userId, id)
        if (stored) found.set(id, toReadRecord(stored))
      }
      return found
    },

    async due(now, limit) {
      const due = `SELECT user_id, receipt_id, lease_until,
        row_number() OVER (PARTITION BY user_id ORDER BY lease_until) AS turn
        FROM receipts WHERE lease_until IS NOT NULL AND lease_until <= ?`
      const sql = `SELECT user_id AS userId, receipt_id AS id FROM (${due}) ORDER BY turn, lease_until LIMIT ?`
      const rows = db.all<{ userId: string; id: string }>(sql, now.getTime(), limit)
      return rows.map(({ userId, id }) => ({ userId, id }))
    },

    async backlog(now) {
      const sql = `SELECT count(*) AS count, min(lease_until) AS oldest FROM
        (SELECT lease_until FROM receipts WHERE lease_until IS NOT NULL AND lease_until <= ? ORDER BY lease_until LIMIT ?)`
      const { count = 0, oldest = null } = db.get<Backlog>(sql, now.getTime(), MOST_COUNTED) ?? {}
      return { count, oldest }
    },

    async lease(id, { now, until, by }) {
      const sql = `UPDATE receipts SET attempts = attempts + 1, lease_until = ?, lease_by = ?
        WHERE receipt_id = ? AND lease_until IS NOT NULL AND (lease_until <= ? OR lease_by = ?) RETURNING *`
      const stored = db.get<StoredReceipt>(sql, until.getTime(), by, id, now.getTime(), by)
      return stored && intact(toReadRecord(stored))
    },

    async postpone(id, { until, by }) {
      const sql = `UPDATE receipts SET attempts = attempts - 1, lease_until = ?, lease_by = NULL
        WHERE receipt_id = ? AND lease_by = ?`
      return db.run(sql, until.getTime(), id, by).changes === 1
    },

    async makeDue(userId, id, at) {
      const sql = `UPDATE receipts SET attempts = 0, lease_until = ?1 WHERE receipt_id = ?2 AND user_id = ?3
        AND lease_by IS NULL AND (lease_until IS NULL OR lease_until > ?1)`
      db.run(sql, at.getTime(), id, userId)
    },

    async finish({ id, version }, by) {
      const sql = `UPDATE receipts SET attempts = NULL, lease_until = NULL, lease_by = NULL
        WHERE receipt_id = ? AND lease_by = ? AND version = ?`
      return db.run(sql, id, by, version).changes === 1
    },

    async renew(id, { until, by }) {
      const sql = 'UPDATE receipts SET lease_until = ? WHERE receipt_id = ? AND lease_by = ?'
      return db.run(sql, until.getTime(), id, by).changes === 1
    },
  }
}
