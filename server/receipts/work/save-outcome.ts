import { workDue } from '../due.ts'
import { hasLooseFiles, type Receipt } from '../model.ts'
import type { Work } from '../parts.ts'
import { LEASE_MS, type ReceiptStore, type SaveOptions, VersionConflictError } from '../ports.ts'
import { searchablePages } from '../search.ts'
import type { WorkContext } from './deps.ts'

/** What to store: the changed receipt, and what changes with it. */
interface Change {
  receipt: Receipt
  options: SaveOptions
}

/**
 * Saves what the work has led to, with its derived fields, and ends the work.
 * @param text of all its pages, where they were read
 * @returns the receipt as saved; undefined where the lease was lost
 */
export function saveOutcome(
  { store, processId, withDerivedFields, clock }: WorkContext,
  leased: Receipt,
  outcome: (current: Receipt) => Receipt,
  text?: string,
): Promise<Receipt | undefined> {
  const options: SaveOptions = text === undefined ? {} : { pageText: searchablePages(text) }
  return saveWhileLeased({ store, processId }, leased, async (current) => {
    const receipt = await withDerivedFields(outcome(current), text)
    return { receipt, options: { ...options, work: workLeft(receipt, clock.now()) } }
  })
}

/** Saves a change of the newest version. A version that somebody saved meanwhile is changed instead. */
export async function saveWhileLeased(
  { store, processId }: { store: Pick<ReceiptStore, 'save'>; processId: string },
  leased: Receipt,
  change: (current: Receipt) => Change | Promise<Change>,
): Promise<Receipt | undefined> {
  let current: Receipt | undefined = leased
  while (current?.work?.by === processId) {
    try {
      const { receipt, options } = await change(current)
      return await store.save(receipt, options)
    } catch (error) {
      if (!(error instanceof VersionConflictError)) throw error
      current = error.current
    }
  }
  return undefined
}

/** A file that is still being added needs somebody to check later whether it has arrived. */
const workLeft = (receipt: Receipt, now: Date): Work | null =>
  hasLooseFiles(receipt) ? workDue(now.getTime() + 2 * LEASE_MS) : null
