import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { originalKey, textKey } from '../../receipts/files/keys.ts'
import type { Receipt } from '../../receipts/model.ts'
import type { FileStore } from '../../receipts/ports.ts'

/** A file at the source differs from its record. The receipt is not moved. */
export class SourceDamagedError extends Error {
  override name = 'SourceDamagedError'
}

type Reading = Pick<FileStore, 'open'>

/**
 * Copies a receipt's originals and page texts to another owner's keys, and reads each back.
 * Rejects with SourceDamagedError or a storage error.
 * @returns the number of originals, and the size of all files in bytes
 */
export async function copyFiles(receipt: Receipt, owner: string, from: Reading, to: FileStore) {
  const copied = { files: 0, bytes: 0 }
  for await (const { key, bytes, isOriginal } of checkedFiles(receipt, from, owner)) {
    await to.write(key, bytes)
    const back = await read(to, key)
    if (!back || hashOf(back) !== hashOf(bytes)) throw new Error(`${key} was not kept as it was sent`)
    if (isOriginal) copied.files++
    copied.bytes += bytes.length
  }
  return copied
}

/** The originals and page texts of a receipt, each compared with its record. */
export async function* checkedFiles(receipt: Receipt, from: Reading, owner = receipt.userId) {
  const { userId, id } = receipt
  for (const file of receipt.files) {
    const bytes = await read(from, originalKey(userId, id, file.id))
    if (!bytes) throw new SourceDamagedError(`its file ${file.id} is missing`)
    if (hashOf(bytes) !== file.sha256) throw new SourceDamagedError(`its file ${file.id} is damaged`)
    yield { key: originalKey(owner, id, file.id), bytes, isOriginal: true }
    // An unread file has no page text. Thumbnails are created again on demand.
    const text = await read(from, textKey(userId, id, file.id))
    if (text) yield { key: textKey(owner, id, file.id), bytes: text, isOriginal: false }
  }
}

export async function read(files: Reading, key: string): Promise<Buffer | undefined> {
  const found = await files.open(key)
  return found && buffer(found.stream)
}

export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
