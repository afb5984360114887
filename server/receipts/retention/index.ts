import type { Clock } from '../../clock.ts'
import { Refusal } from '../../errors.ts'
import { endOfMalaysianDay, malaysianDay } from '../../malaysian-time.ts'
import { OTHER_YEARS_KEY } from '../../stored-keys.ts'
import { originalKey } from '../files/keys.ts'
import { type Receipt, type Work, yearOfAssessment } from '../model.ts'
import type { FileStore, ListQuery, ReceiptStore, RetainUntil } from '../ports.ts'

/** How long a receipt stays in the trash at least. */
const TRASH_MS = 30 * 86_400_000
/** The file store's clock may be behind ours, and would still hold what is purged at the stroke of midnight. */
const CLOCKS_DIFFER_MS = 3_600_000
/** Longer than it takes to announce it to thousands of receipts, and then to store it. */
const ANNOUNCED_MS = 60_000
/** Receipts told side by side: one after the other 5,000 would take longer than that in DynamoDB. */
const PAGE = 50

export interface RetentionDeps {
  retainUntil: RetainUntil
  store: ReceiptStore
  files: FileStore
  clock: Clock
}

/** How long receipts must be kept (section 82A of the Income Tax Act 1967), and what follows from that. */
export function createRetention({ retainUntil, store, files, clock }: RetentionDeps) {
  /** The last day it must be kept: the latest of the years it counts in. Null: it was never confirmed. */
  async function retainUntilOf(receipt: Receipt): Promise<string | null> {
    if (receipt.confirmedAt === null) return null
    const years = [yearOfAssessment(receipt), ...receipt.allocations.map(({ year }) => year)]
    const known = new Set(years.filter((year) => year !== null))
    const days = await Promise.all([...known].map((year) => retainUntil(receipt.userId, year)))
    return days.sort().at(-1) ?? null
  }

  /**
   * The work of having the files of a confirmed receipt held, saved with what makes it necessary: whoever dies then
   * leaves it to be done. Undefined: nothing to be done, or what is to be done with it begins with that anyway.
   */
  function work({ confirmedAt, unreadFileIds, pendingUploads }: Receipt): Work | undefined {
    const isBusy = unreadFileIds.length > 0 || pendingUploads.length > 0
    if (!files.lockUntil || confirmedAt === null || isBusy) return undefined
    return { attempts: 0, dueAt: clock.now().getTime(), by: null }
  }

  /** Has the store hold the originals of a confirmed receipt. Rejects with a storage error. */
  async function hold(receipt: Receipt) {
    const until = files.lockUntil && (await retainUntilOf(receipt))
    if (!files.lockUntil || !until) return
    for (const file of receipt.files) {
      await files.lockUntil(originalKey(receipt.userId, receipt.id, file.id), until)
    }
  }

  return {
    retainUntil: retainUntilOf,

    /**
     * What was confirmed goes into the trash within its time only when asked twice.
     * @param acknowledgedUntil the retention date the person has confirmed they saw
     * @throws Refusal confirmation_needed
     */
    async allowTrash(receipt: Receipt, acknowledgedUntil: string | undefined) {
      const until = await retainUntilOf(receipt)
      if (until === null || until < malaysianDay(clock.now()) || until === acknowledgedUntil) return
      throw new Refusal(
        'confirmation_needed',
        `The law wants this receipt kept until ${until}. In the trash it is kept until then, and can be restored. ` +
          `To put it there, ask again with acknowledgedUntil=${until}.`,
        { extra: { retainUntil: until } },
      )
    },

    /** When one in the trash goes for good: after 30 days, and not before the day it must be kept until is over. */
    async purgeAt(receipt: Receipt): Promise<Date> {
      const until = await retainUntilOf(receipt)
      const trashed = Date.parse(receipt.trashedAt ?? clock.now().toISOString()) + TRASH_MS
      const lawful = until === null ? 0 : endOfMalaysianDay(until).getTime() + CLOCKS_DIFFER_MS
      return new Date(Math.max(trashed, lawful))
    },

    work,

    hold,

    /**
     * To be called before another day of filing is stored: soon after, the files of the year's receipts are held by it.
     * Announced first, so that nothing is forgotten if the process dies in between.
     */
    async announceFiling(userId: string, year: number) {
      if (!files.lockUntil) return
      const at = new Date(clock.now().getTime() + ANNOUNCED_MS)
      const makeDue = (ids: string[]) => Promise.all(ids.map((id) => store.makeDue(userId, id, at)))
      await makeDue(await store.withKey(userId, OTHER_YEARS_KEY))
      const query: ListQuery = { view: { kind: 'year', year }, status: 'confirmed', words: [], limit: PAGE }
      for (let page = await store.list(userId, query); ; ) {
        await makeDue(page.rows.map((row) => JSON.parse(row).id))
        if (!page.next) return
        page = await store.list(userId, { ...query, after: page.next })
      }
    },

    /**
     * Has the originals held before it is saved that the receipt is confirmed, or counts in another year: no write
     * beside that one is needed, and the worst a crash in between does is to hold what need not be held.
     * @returns the work to be saved with the change, where the store could not do it now
     */
    async holdFirst(changed: Receipt): Promise<Work | undefined> {
      try {
        await hold(changed)
        return undefined
      } catch {
        // Whoever does the work meets the failure again, and tells of it.
        return work(changed)
      }
    },
  }
}

export type Retention = ReturnType<typeof createRetention>
