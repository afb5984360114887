import { randomBytes } from 'node:crypto'
import type { Receipt, Work } from '../../receipts/model.ts'
import { fromRecord, toRecord } from '../../receipts/record.ts'
import { pack, unpack } from './packing.ts'
import type { Parts, PartsOf } from './parts.ts'

/** A receipt as an item; tables.ts says which index reads what of it. */
export interface StoredReceipt {
  receipt_id: string
  owner: string
  user_id?: string
  user_year?: string
  day_receipt?: string
  version: number
  /** Which write it is of: tells one whose answer was lost from one that somebody else made. */
  write: string
  summary: string
  /** Packed; absent where it lies in parts. */
  detail?: Uint8Array
  /** Bytes of the packed detail that lies in parts. */
  parted?: number
  work?: string
  lease_until?: number
  lease_by?: string
  attempts?: number
}

const SHARDS = 4

/** The partitions of the work index: one would take at most 1,000 writes a second. */
export const shards = Array.from({ length: SHARDS }, (_, shard) => `reading#${shard}`)

const shardOf = (id: string) => shards[Number.parseInt(id.slice(-1), 16) % SHARDS]

export const partitionOf = (userId: string, list: string) => `${userId}#${list}`

export const newWrite = () => randomBytes(6).toString('base64url')

export const partsOf = ({ owner, receipt_id: id, write }: StoredReceipt): PartsOf => ({ owner, id, write })

/** A receipt's attributes but for its key and its work; undefined ones are absent. */
export async function attributesOf(receipt: Receipt, write: string, parts: Parts) {
  const { summary, detail, list, day } = toRecord(receipt)
  const packed = await pack(JSON.stringify(detail))
  const isParted = parts.areNeeded(packed)
  if (isParted) await parts.put({ owner: receipt.userId, id: receipt.id, write }, packed)
  const isListed = receipt.status !== 'receiving'
  return {
    owner: receipt.userId,
    user_id: isListed && list !== 'trash' ? receipt.userId : undefined,
    user_year: isListed ? partitionOf(receipt.userId, list) : undefined,
    day_receipt: isListed ? `${day}#${receipt.id}` : undefined,
    version: receipt.version,
    write,
    summary: JSON.stringify(summary),
    detail: isParted ? undefined : packed,
    parted: isParted ? packed.length : undefined,
  }
}

export const workAttributes = (id: string, work: Work | null) => ({
  work: work ? shardOf(id) : undefined,
  lease_until: work?.dueAt,
  lease_by: work?.by ?? undefined,
  attempts: work?.attempts,
})

export const workOf = ({ lease_until, lease_by, attempts }: StoredReceipt): Work | null =>
  lease_until === undefined ? null : { attempts: attempts ?? 0, dueAt: lease_until, by: lease_by ?? null }

/** Undefined: its parts were removed by a later write meanwhile. */
export async function toReceipt(stored: StoredReceipt, parts: Parts): Promise<Receipt | undefined> {
  const packed = stored.detail ?? (await parts.get(partsOf(stored), stored.parted ?? 0))
  if (!packed) return undefined
  const key = { userId: stored.owner, work: workOf(stored) }
  return fromRecord(key, JSON.parse(stored.summary), JSON.parse(await unpack(packed)))
}
