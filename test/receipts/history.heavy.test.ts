import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Database } from '../../server/adapters/sqlite/database.ts'
import { signUp, startApp } from '../support/app.ts'
import { shapes } from '../support/aws-app.ts'
import { changed, createScriptedReader, get, type Receipt, uploaded } from '../support/receipts.ts'

type Entry = Receipt['history'][number]
const fieldsOf = (history: Entry[]) => Map.groupBy(history, ({ field }) => field)
const mergedIn = (history: Entry[]) => {
  const merged = history.filter(({ field }) => field === 'merged')
  assert.equal(merged.length, 1)
  return merged[0] as Entry & { new: { count: number; from: string; fields: Record<string, number> } }
}

describe('the history of a receipt that is changed again and again', () => {
  for (const shape of shapes) {
    test(`stays short, and says how many changes it left out: ${shape.name}`, async () => {
      const app = await shape.start({ overrides: { ...createScriptedReader() } })
      try {
        const ana = await signUp(app, 'ana@example.org')
        let receipt = await uploaded(ana)
        const patch = async (body: Record<string, unknown>) => {
          receipt = await changed(ana, receipt, { method: 'PATCH', body })
        }
        await patch({ totalSen: 2600 })
        const CHANGES = 45
        for (let n = 1; n <= CHANGES; n++) await patch({ note: `${n} `.repeat(600).slice(0, 1900) })
        await patch({ merchant: 'KEDAI BUKU JAYA' })

        const { history } = await get(ana, `/receipts/${receipt.id}`)
        assert.deepEqual(history, receipt.history)
        assert.ok(JSON.stringify(history).length < 110_000)
        // What was read, and the latest changes.
        assert.deepEqual([history[0]?.field, history[0]?.old, history[0]?.new], ['totalSen', 2500, 2600])
        assert.equal(history.at(-1)?.field, 'merchant')
        const notes = fieldsOf(history).get('note') ?? []
        assert.equal(notes[0]?.old, '')
        const merged = mergedIn(history)
        assert.deepEqual(merged.new.fields, { note: CHANGES - notes.length })
        assert.equal(merged.new.count, CHANGES - notes.length)
        assert.ok(merged.new.count > 0 && merged.new.from <= merged.at)
        const times = history.map(({ at }) => at)
        assert.deepEqual(times, times.toSorted())
      } finally {
        await app.close()
      }
    })
  }

  test('a long one that an earlier release stored is read, and becomes short with the next change', async () => {
    let db: Database | undefined
    const app = await startApp({
      overrides: {
        ...createScriptedReader(),
        database: (real) => {
          db = real
        },
      },
    })
    try {
      const ana = await signUp(app, 'ana@example.org')
      const receipt = await uploaded(ana)
      const entry = (field: string, n: number) => ({
        field,
        old: `${n}`,
        new: `${n + 1}`,
        at: new Date(Date.UTC(2026, 2, 1, 0, n)).toISOString(),
        by: ana.sub,
      })
      const long = Array.from({ length: 1000 }, (_, n) => entry(n % 2 === 0 ? 'note' : 'receiptNumber', n))
      const split = { ...entry('split', 500), old: null, new: { fileId: 'f', receiptIds: ['r'] } }
      long.splice(500, 0, split as never)
      const sql = "UPDATE receipts SET detail = json_set(detail, '$.history', json(?)) WHERE receipt_id = ?"
      db?.run(sql, JSON.stringify(long), receipt.id)
      assert.equal((await get(ana, `/receipts/${receipt.id}`)).history.length, 1001)

      const { history } = await changed(ana, receipt, { method: 'PATCH', body: { note: 'the last' } })
      assert.ok(history.length <= 60, `${history.length} entries`)
      assert.deepEqual(history.slice(0, 2), long.slice(0, 2))
      assert.deepEqual(fieldsOf(history).get('split'), [split])
      const merged = mergedIn(history)
      assert.equal(merged.new.count + history.length - 1, 1002)
      assert.equal(merged.new.from, long[2]?.at)
    } finally {
      await app.close()
    }
  })
})
