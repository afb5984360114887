import { ReaderFailedError } from '../../reading/ports.ts'
import type { Receipt } from '../model.ts'
import type { FileStore } from '../ports.ts'
import { originalKey } from './keys.ts'

/**
 * Uses an original as a file of this machine.
 * @param record a receipt or a statement
 * @throws ReaderFailedError where it is not in the store
 */
export async function withLocal<T>(
  files: Pick<FileStore, 'local'>,
  { userId, id }: Pick<Receipt, 'userId' | 'id'>,
  fileId: string,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const local = await files.local(originalKey(userId, id, fileId))
  if (!local) throw new ReaderFailedError('the file is not in the store')
  try {
    return await use(local.path)
  } finally {
    await local.release()
  }
}
