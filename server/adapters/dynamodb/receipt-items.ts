import { randomBytes } from 'node:crypto'
import type { Receipt } from '../../receipts/model.ts'
import type { Work } from '../../receipts/parts.ts'
import { parseObject, READING, type ReadRecord, readRecord, type toRecord } from '../../receipts/record.ts'
import { storedKeys } from '../../stored-keys.ts'
import type { Formats } from './format.ts'
import { EDITIONS, pack, packSmall, unpack, unpackSmall } from './packing.ts'
import type { Parts, PartsOf } from './parts.ts'

/** A receipt as an item. tables.ts says which index projects what. */
export interface StoredReceipt {
  receipt_id: string
  owner: string
  user_id?: string
  user_year?: string
  day_receipt?: string
  version: number
  /** Random, so that our own write whose response was lost can be told from somebody else's. */
  write: string
  /** Format the item was written in; absent before there were numbers (format.ts). */
  f?: number
  /** The row of a list, packed. The first releases stored plain text. */
  summary: Uint8Array | string
  /** Packed; absent when it is stored in parts. */
  detail?: Uint8Array
  /** Size in bytes of a packed detail that is stored in parts. */
  parted?: number
  /**
   * Also in the detail, from which releases before there were examples drop it: they leave attributes alone that they do
   * not know. Absent on all other receipts.
   */
  example?: boolean
  work?: string
  lease_until?: number
  lease_by?: string
  attempts?: number
}

const SHARDS = 4

/** Partitions of the work index. A single one would limit it to 1,000 writes a second. */
export const shards = Array.from({ length: SHARDS }, (_, shard) => storedKeys.workShard.of(shard))

const shardOf = (id: string) => shards[Number.parseInt(id.slice(-1), 16) % SHARDS]

export const partitionOf = (userId: string, list: string) => `${userId}#${list}`

export const newWrite = () => randomBytes(6).toString('base64url')

export const partsOf = ({ owner, receipt_id: id, write }: StoredReceipt): PartsOf => ({ owner, id, write })

/** Text of the item that its detail repeats: the owner in the history, the merchant, the dates. */
const knownOf = (owner: string, row: string) => `${owner}${row}`

interface UnpackedRow {
  /** JSON text. */
  row: string
  /** The dictionary that it was packed with, and the receipt's detail too. */
  edition: number
}

/** Undefined when it is damaged. @throws StorageNewerError */
function unpackRow(
  { receipt_id, summary }: Pick<StoredReceipt, 'receipt_id' | 'summary'>,
  formats: Formats,
): UnpackedRow | undefined {
  if (typeof summary === 'string') return { row: summary, edition: 0 }
  if (!(summary instanceof Uint8Array)) return undefined
  const packed = formats.unmarkRow(summary)
  let first: UnpackedRow | undefined
  for (let edition = 0; edition < EDITIONS; edition++) {
    const row = tryUnpack(packed, receipt_id, edition)
    if (row === undefined) continue
    // Every row begins so. Unpacked with another dictionary its beginning is garbage.
    if (row.startsWith(`{"id":"${receipt_id}"`)) return { row, edition }
    first ??= { row, edition }
  }
  return first
}

/** Undefined: the bytes were not packed with this dictionary. */
function tryUnpack(packed: Uint8Array, known: string, edition: number) {
  try {
    return unpackSmall(packed, known, edition)
  } catch {
    return undefined
  }
}

/** The JSON text of a list's row; undefined when it is damaged. @throws StorageNewerError */
export const rowOf = (stored: Pick<StoredReceipt, 'receipt_id' | 'summary'>, formats: Formats) =>
  unpackRow(stored, formats)?.row

/** A receipt's attributes, without its key and its work; undefined ones are absent. */
export async function attributesOf(
  receipt: Receipt,
  { summary, detail, list, day }: ReturnType<typeof toRecord>,
  { write, parts, formats }: { write: string; parts: Parts; formats: Formats },
) {
  const row = JSON.stringify(summary)
  const packed = await pack(JSON.stringify(detail), knownOf(receipt.userId, row))
  const isParted = parts.areNeeded(packed)
  if (isParted) await parts.put({ owner: receipt.userId, id: receipt.id, write }, packed)
  const isListed = receipt.status !== 'receiving'
  const isDated = isListed && list !== READING
  return {
    owner: receipt.userId,
    user_id: isListed && list !== 'trash' ? receipt.userId : undefined,
    user_year: isDated ? partitionOf(receipt.userId, list) : undefined,
    day_receipt: isDated ? `${day}#${receipt.id}` : undefined,
    version: receipt.version,
    write,
    ...formats.stamp,
    summary: formats.markRow(packSmall(row, receipt.id)),
    detail: isParted ? undefined : packed,
    parted: isParted ? packed.length : undefined,
    example: receipt.example ? true : undefined,
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

/**
 * Undefined when its parts are missing: a later write has removed them in the meantime, or they are lost.
 * @param areLost the caller knows that they are lost: the receipt is read without them
 * @throws StorageNewerError
 */
export async function toReadRecord(
  stored: StoredReceipt,
  { parts, formats, areLost = false }: { parts: Parts; formats: Formats; areLost?: boolean },
): Promise<ReadRecord | undefined> {
  const packed = stored.detail ?? (await parts.get(partsOf(stored), stored.parted ?? 0))
  if (!packed && !areLost) return undefined
  const isTrash = stored.user_year === partitionOf(stored.owner, 'trash')
  const key = {
    id: stored.receipt_id,
    userId: stored.owner,
    version: Number.isInteger(stored.version) ? stored.version : 0,
    work: workOf(stored),
    status: stored.user_id || isTrash ? ('needs_review' as const) : ('receiving' as const),
    trashedAt: isTrash ? `${stored.day_receipt?.split('#')[0]}T00:00:00.000Z` : null,
  }
  const unpacked = unpackRow(stored, formats)
  // The row is part of the dictionary that the detail was packed with.
  const detail =
    packed &&
    unpacked &&
    (await unpack(packed, knownOf(stored.owner, unpacked.row), unpacked.edition).catch(() => undefined))
  const { receipt, damaged } = readRecord(key, parseObject(unpacked?.row), parseObject(detail))
  const record = { receipt: stored.example ? { ...receipt, example: true } : receipt, damaged }
  return key.version === stored.version ? record : { ...record, damaged: ['version', ...record.damaged] }
}
