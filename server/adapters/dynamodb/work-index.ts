import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { intact, MOST_COUNTED, type ReceiptStore } from '../../receipts/ports.ts'
import { inTurns } from '../../turns.ts'
import type { Dynamo } from './database.ts'
import { assign, bind } from './expressions.ts'
import type { Parts } from './parts.ts'
import { shards, toReadRecord, workAttributes } from './receipt-items.ts'
import type { ReceiptTable } from './receipt-table.ts'
import { WORK } from './tables.ts'

/** Pages of a shard that one sweep looks at. */
const MOST_PAGES = 10

interface DueRow {
  receipt_id: string
  owner: string
  lease_until: number
}

/** Leases of receipts to be read. The index finds them; a condition on the receipt decides who gets the lease. */
export function createWorkIndex(
  { call, tables, formats }: Dynamo,
  table: ReceiptTable,
  parts: Parts,
): Pick<ReceiptStore, 'due' | 'backlog' | 'lease' | 'postpone' | 'finish' | 'makeDue' | 'renew'> {
  /**
   * The oldest in a shard.
   * @param pages where one person fills a page, so many are looked at for somebody else
   */
  async function dueIn(shard: string, now: Date, { limit, pages = 1 }: { limit: number; pages?: number }) {
    const rows: DueRow[] = []
    let start: Record<string, unknown> | undefined
    for (let page = 0; page < pages; page++) {
      const { Items = [], LastEvaluatedKey } = await call((client, options) =>
        client.send(
          new QueryCommand({
            TableName: tables.receipts,
            IndexName: WORK,
            KeyConditionExpression: '#work = :work AND #lease_until <= :now',
            ...bind(['work', 'lease_until'], { work: shard, now: now.getTime() }),
            // Rows are small: a hundred of them cost as much as a few.
            Limit: page === 0 ? limit : Math.max(limit, 100),
            ExclusiveStartKey: start,
          }),
          options,
        ),
      )
      rows.push(...(Items as DueRow[]))
      start = LastEvaluatedKey
      if (!start || rows.some(({ owner }) => owner !== rows[0]?.owner)) break
    }
    return rows
  }

  return {
    async due(now, limit) {
      const found = await Promise.all(shards.map((shard) => dueIn(shard, now, { limit, pages: MOST_PAGES })))
      const oldest = found.flat().sort((a, b) => a.lease_until - b.lease_until)
      return inTurns(oldest, ({ owner }) => owner)
        .slice(0, limit)
        .map(({ owner, receipt_id: id }) => ({ userId: owner, id }))
    },

    async backlog(now) {
      const perShard = MOST_COUNTED / shards.length
      const found = await Promise.all(shards.map((shard) => dueIn(shard, now, { limit: perShard })))
      // Each shard is in order, so its first row is its oldest.
      const oldest = found.flatMap(([first]) => (first ? [first.lease_until] : []))
      return {
        count: found.flat().length,
        oldest: oldest.length === 0 ? null : Math.min(...oldest),
      }
    },

    async lease(id, { now, until, by }) {
      const stored = await table.update(id, {
        UpdateExpression: 'SET #lease_until = :until, #lease_by = :by ADD #attempts :one',
        ConditionExpression: 'attribute_exists(#lease_until) AND (#lease_until <= :now OR #lease_by = :by)',
        ...bind(['lease_until', 'lease_by', 'attempts'], {
          until: until.getTime(),
          by,
          one: 1,
          now: now.getTime(),
        }),
      })
      if (!stored) return undefined
      // Whoever has the lease is the only one to write, so parts that are missing now are lost.
      const record = await toReadRecord(stored, { parts, formats, areLost: true })
      return record && intact(record)
    },

    async postpone(id, { until, by }) {
      const stored = await table.update(id, {
        UpdateExpression: 'SET #lease_until = :until ADD #attempts :minus REMOVE #lease_by',
        ConditionExpression: '#lease_by = :by',
        ...bind(['lease_until', 'lease_by', 'attempts'], { until: until.getTime(), by, minus: -1 }),
      })
      return stored !== undefined
    },

    async makeDue(userId, id, at) {
      const due = workAttributes(id, { attempts: 0, dueAt: at.getTime(), by: null })
      const { update, values } = assign({ work: due.work, lease_until: due.lease_until, attempts: 0 })
      const isLater = 'attribute_not_exists(#lease_until) OR #lease_until > :lease_until'
      await table.update(id, {
        UpdateExpression: update,
        ConditionExpression: `#owner = :owner AND attribute_not_exists(#lease_by) AND (${isLater})`,
        ...bind(['work', 'lease_until', 'lease_by', 'attempts', 'owner'], { ...values, owner: userId }),
      })
    },

    async finish({ id, version }, by) {
      const gone = workAttributes(id, null)
      const stored = await table.update(id, {
        UpdateExpression: assign(gone).update,
        ConditionExpression: '#lease_by = :by AND #version = :version',
        ...bind([...Object.keys(gone), 'version'], { by, version }),
      })
      return stored !== undefined
    },

    async renew(id, { until, by }) {
      const stored = await table.update(id, {
        UpdateExpression: 'SET #lease_until = :until',
        ConditionExpression: '#lease_by = :by',
        ...bind(['lease_until', 'lease_by'], { until: until.getTime(), by }),
      })
      return stored !== undefined
    },
  }
}
