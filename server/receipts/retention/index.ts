import type { Receipt } from '../model.ts'
import { announceFiling } from './announce-filing.ts'
import type { RetentionDeps } from './deps.ts'
import { applyRetentionLock, lockFiles, lockingWork } from './lock-files.ts'
import { retainUntilOf } from './retain-until.ts'
import { assertMayTrash, purgeAt } from './trash.ts'

/** How long receipts must be kept (section 82A of the Income Tax Act 1967), and what follows from that. */
export function createRetention(deps: RetentionDeps) {
  return {
    retainUntil: (receipt: Receipt) => retainUntilOf(deps, receipt),
    assertMayTrash: (receipt: Receipt, acknowledgedUntil: string | undefined) =>
      assertMayTrash(deps, receipt, acknowledgedUntil),
    purgeAt: (receipt: Receipt) => purgeAt(deps, receipt),
    lockingWork: (receipt: Receipt) => lockingWork(deps, receipt),
    lockFiles: (receipt: Receipt) => lockFiles(deps, receipt),
    applyRetentionLock: (changed: Receipt) => applyRetentionLock(deps, changed),
    announceFiling: (userId: string, year: number) => announceFiling(deps, userId, year),
  }
}

export type Retention = ReturnType<typeof createRetention>
