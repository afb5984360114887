import type { Receipt } from '../model.ts'
import type { RemovalDeps } from './deps.ts'
import { discardUpload } from './discard-upload.ts'
import { purge } from './purge.ts'
import { remove, removePendingFiles, removeShown } from './remove.ts'

/** How receipts and their files are deleted. All of it can be interrupted and repeated. */
export function createRemoval(deps: RemovalDeps) {
  return {
    remove: (receipt: Receipt) => remove(deps, receipt),
    removeShown: (receipt: Receipt) => removeShown(deps, receipt),
    removePendingFiles: (receipt: Receipt) => removePendingFiles(deps, receipt),
    discardUpload: (receipt: Receipt) => discardUpload(deps, receipt),
    purge: (receipt: Receipt) => purge(deps, receipt),
  }
}

export type Removal = ReturnType<typeof createRemoval>
