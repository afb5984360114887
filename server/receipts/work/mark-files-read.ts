import type { Receipt } from '../model.ts'
import type { WorkContext } from './deps.ts'
import { saveWhileLeased } from './save-outcome.ts'

/** Marks files as read, so that the next attempt reads, and pays for, only those that are left. */
export async function markFilesRead(
  context: Pick<WorkContext, 'store' | 'processId'>,
  leased: Receipt,
  readFileIds: Set<string>,
) {
  if (readFileIds.size === 0) return
  await saveWhileLeased(context, leased, (current) => {
    const unreadFileIds = current.unreadFileIds.filter((fileId) => !readFileIds.has(fileId))
    return { receipt: { ...current, unreadFileIds }, options: {} }
  })
}
