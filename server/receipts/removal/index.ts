import type { Receipt } from '../model.ts'
import type { RemovalDeps } from './deps.ts'
import { discardUpload } from './discard-upload.ts'
import { purge } from './purge.ts'
import { eraseReceipt, remove, removeAbandonedFiles, removeLateFiles } from './remove.ts'

/** How receipts and their files are deleted. All of it can be interrupted and repeated. */
export function createRemoval(deps: RemovalDeps) {
  return {
    remove: (receipt: Receipt) => remove(deps, receipt),
    eraseReceipt: (userId: string, id: string) => eraseReceipt(deps, userId, id),
    removeAbandonedFiles: (receipt: Receipt) => removeAbandonedFiles(deps, receipt),
    removeLateFiles: (receipt: Receipt) => removeLateFiles(deps, receipt),
    discardUpload: (receipt: Receipt) => discardUpload(deps, receipt),
    purge: (receipt: Receipt) => purge(deps, receipt),
  }
}

export type Removal = ReturnType<typeof createRemoval>
