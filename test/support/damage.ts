import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { openDynamo } from '../../server/adapters/dynamodb/database.ts'
import { pack, packSmall, unpack, unpackSmall } from '../../server/adapters/dynamodb/packing.ts'
import type { TestApp } from './app.ts'
import { LONG_RETRIES, REGION } from './aws.ts'

type Stored = Record<string, unknown>

/** How a stored receipt is changed; a text instead of an object is stored as it is. */
export interface Damage {
  summary?: (summary: Stored) => Stored | string
  detail?: (detail: Stored) => Stored | string
}

const textOf = (value: Stored | string) => (typeof value === 'string' ? value : JSON.stringify(value))
const damaged = (text: string, how: Damage['detail']) => (how ? textOf(how(JSON.parse(text))) : text)

/** Changes a receipt in the store of a running server, bypassing its checks. */
export async function damageReceipt(app: TestApp, id: string, damage: Damage) {
  const { STORAGE }: Record<string, string | undefined> = app.env
  await (STORAGE === 'aws' ? damageItem : damageRow)(app, id, damage)
}

function damageRow({ dataDir }: TestApp, id: string, { summary, detail }: Damage) {
  const db = new DatabaseSync(join(dataDir, 'tracker.db'), { timeout: 5_000 })
  try {
    const row = db.prepare('SELECT summary, detail FROM receipts WHERE receipt_id = ?').get(id)
    const changed = [damaged(String(row?.summary), summary), damaged(String(row?.detail), detail)]
    db.prepare('UPDATE receipts SET summary = ?, detail = ? WHERE receipt_id = ?').run(...changed, id)
  } finally {
    db.close()
  }
}

async function damageItem(app: TestApp, id: string, { summary, detail }: Damage) {
  const env: Record<string, string | undefined> = app.env
  const { RECEIPT_TABLE: receipts = '', BLACKLIST_TOKEN_TABLE: revokedTokens = '' } = env
  const tables = { receipts, revokedTokens, taxpayers: env.TAXPAYER_TABLE ?? '' }
  const { client, close } = openDynamo({ region: REGION, tables, retryPolicy: LONG_RETRIES })
  try {
    const { Item: item } = await client.send(new GetCommand({ TableName: receipts, Key: { receipt_id: id } }))
    const row = unpackSmall(item?.summary, id)
    const whole = await unpack(item?.detail, `${item?.owner}${row}`)
    const changedRow = damaged(row, summary)
    const changed = {
      summary: packSmall(changedRow, id),
      detail: await pack(damaged(whole, detail), `${item?.owner}${changedRow}`),
    }
    await client.send(new PutCommand({ TableName: receipts, Item: { ...item, ...changed } }))
  } finally {
    close()
  }
}
