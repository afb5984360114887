import {
  StorageFullError,
  StorageIncompleteError,
  StorageNewerError,
  StorageUnavailableError,
} from '../../../errors.ts'
import type { WhyFailed } from './html.ts'

/** How a page says that nothing can be stored at the moment; undefined: the error is another one. */
export function storageProblem(error: unknown): { status: number; why: WhyFailed } | undefined {
  if (error instanceof StorageFullError) return { status: 507, why: 'full' }
  const isDown = [StorageUnavailableError, StorageIncompleteError, StorageNewerError].some(
    (kind) => error instanceof kind,
  )
  return isDown ? { status: 503, why: 'storage' } : undefined
}
