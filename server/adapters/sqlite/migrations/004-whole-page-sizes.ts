import type { DatabaseSync } from 'node:sqlite'
import { repairDetail } from '../../../receipts/repair.ts'
import { storedKeys } from '../../../stored-keys.ts'
import { repairStatement } from '../../../taxpayer/stored-kinds.ts'

/** A stored JSON text repaired; undefined where it is damaged in another way, or needs no repair. */
function repaired(text: string, repair: (data: Record<string, unknown>) => unknown): string | undefined {
  try {
    const after = JSON.stringify(repair(JSON.parse(text)))
    return after === text ? undefined : after
  } catch {
    return undefined
  }
}

/** Until November 2026 page sizes of PDFs were stored in fractions of a point, which no answer could show. */
export default function wholePageSizes(db: DatabaseSync) {
  // Rows are read one by one: a data folder may hold a hundred thousand.
  const receipts = db.prepare(`SELECT row, detail FROM receipts WHERE detail LIKE '%"application/pdf"%'`)
  const saveReceipt = db.prepare('UPDATE receipts SET detail = ? WHERE row = ?')
  const brokenReceipts = [...receipts.iterate()].flatMap(({ row, detail }) => {
    const text = repaired(String(detail), repairDetail)
    return text === undefined ? [] : [[text, row ?? null] as const]
  })
  for (const [text, row] of brokenReceipts) saveReceipt.run(text, row)

  const statements = db.prepare(
    `SELECT user_id, item, data FROM taxpayer_items WHERE item LIKE '${storedKeys.statement.prefix}%'`,
  )
  const saveStatement = db.prepare('UPDATE taxpayer_items SET data = ? WHERE user_id = ? AND item = ?')
  for (const { user_id, item, data } of statements.all()) {
    const text = repaired(String(data), ({ version, data: statement }) => ({
      version,
      data: repairStatement(statement),
    }))
    if (text !== undefined) saveStatement.run(text, user_id ?? null, item ?? null)
  }
}
