import { storedKeys } from '../../stored-keys.ts'
import { ItemChangedError } from '../../taxpayer/ports.ts'
import { keptFile } from '../../taxpayer/statements/kept-file.ts'
import type { StatementData } from '../../taxpayer/statements/model.ts'
import type { TaxpayerDocument } from '../ports.ts'
import { hashOf, read, SourceDamagedError } from './copy-files.ts'
import type { MoveDeps } from './move-receipt.ts'

/**
 * Copies one document of a taxpayer: facts of a year, decisions for a merchant, or a statement. A statement is announced,
 * then its file is written, then it is shown, as in an upload. An existing document stays as it is. Safe to repeat.
 * @param check writes nothing
 * @returns whether it was (or is to be) copied
 */
export async function moveDocument(
  document: TaxpayerDocument,
  owner: string,
  { source, target, check }: Pick<MoveDeps, 'source' | 'target'> & { check: boolean },
): Promise<boolean> {
  const { userId, item, data } = document
  const there = await target.items.find(owner, item)
  if (there && (there.data as Partial<StatementData>).state !== 'arriving') return false
  const kept = keptFile(userId, document)
  // A statement that was never completed, or is being removed.
  if (!kept && storedKeys.statement.has(item)) return false
  const bytes = kept && (await read(source, kept.key))
  if (kept && !bytes) throw new SourceDamagedError('its file is missing')
  if (kept && bytes && hashOf(bytes) !== kept.file.sha256) throw new SourceDamagedError('its file is damaged')
  if (check) return true
  const file = keptFile(owner, document)
  let based = there?.version ?? 0
  if (file && bytes) {
    based = await target.items.put(owner, item, { ...(data as StatementData), state: 'arriving' }, based)
    await target.files.write(file.key, bytes)
    const back = await read(target.files, file.key)
    if (!back || hashOf(back) !== hashOf(bytes)) throw new Error(`${file.key} was not kept as it was sent`)
  }
  return target.items.put(owner, item, data, based).then(
    () => true,
    (error) => {
      // A server at the target wrote it first.
      if (error instanceof ItemChangedError) return false
      throw error
    },
  )
}
