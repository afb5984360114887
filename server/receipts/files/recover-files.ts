import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { type PageTools, UnusableFileError } from '../../reading/ports.ts'
import { madeAt } from '../instant-of.ts'
import type { ReceiptFile } from '../parts.ts'
import type { FileStore } from '../ports.ts'
import { folderOf, isOriginalName } from './keys.ts'

export interface RecoverFilesDeps {
  files: Pick<FileStore, 'list' | 'local'>
  tools: Pick<PageTools, 'inspect'>
}

/** The originals in the folder of a receipt or statement whose record does not name them. */
export type RecoverFiles = (record: { userId: string; id: string }) => Promise<ReceiptFile[]>

/**
 * The originals in a record's folder of the file store that the record does not name, described by what they are. A
 * file that cannot be inspected is left out: it stays in the store.
 * @param known ids of files that the record names or announces
 */
export async function recoverFiles(
  { files, tools }: RecoverFilesDeps,
  { userId, id }: { userId: string; id: string },
  known: ReadonlySet<string> = new Set(),
): Promise<ReceiptFile[]> {
  const recovered: ReceiptFile[] = []
  for (const key of await files.list(folderOf(userId, id))) {
    const fileId = key.split('/').at(-1) ?? ''
    if (!isOriginalName(fileId) || known.has(fileId)) continue
    const local = await files.local(key)
    if (!local) continue
    try {
      recovered.push(await describe(tools, local.path, { fileId, person: userId }))
    } catch (error) {
      if (!(error instanceof UnusableFileError)) throw error
    } finally {
      await local.release()
    }
  }
  return recovered
}

async function describe(
  tools: RecoverFilesDeps['tools'],
  path: string,
  { fileId: id, person }: { fileId: string; person: string },
): Promise<ReceiptFile> {
  const { locked, ...facts } = await tools.inspect(path, { person })
  const { size, mtime } = await stat(path)
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return {
    id,
    role: 'receipt',
    sha256: hash.digest('hex'),
    bytes: size,
    ...facts,
    turned: 0,
    ...(locked && { password: 'needed' as const }),
    addedAt: (madeAt(id) ?? mtime).toISOString(),
  }
}
