import { v7 as uuidv7 } from 'uuid'
import type { Clock } from '../clock.ts'
import type { Events } from '../events.ts'
import { malaysianDay } from '../malaysian-time.ts'
import type { Person, PersonalData } from '../personal-data.ts'
import { ownerFolder } from '../receipts/files/keys.ts'
import { newReceipt, type Receipt } from '../receipts/model.ts'
import { type FileStore, LEASE_MS, type ReceiptStore } from '../receipts/ports.ts'
import { storedKeys } from '../stored-keys.ts'
import type { TaxpayerItems } from '../taxpayer/ports.ts'
import type { ResidualData } from './ports.ts'

/** Longer than any request lasts that was let in before the erasure began. */
const LAST_PASS_MS = 15 * 60_000
const MARK = storedKeys.erasing.of()
const SESSIONS = storedKeys.session.prefix

interface Mark {
  /** The hidden receipt under which the erasure waits in the work index. */
  job: string
  username: string | null
  pass: 'first' | 'last'
  /**
   * The last day on which the file store keeps some of it locked, once deletion was tried; null when all is gone. The
   * name is as stored by earlier releases; elsewhere it is `lockedUntil`.
   */
  heldUntil?: string | null
}

export interface ErasureDeps {
  /** Who signs in; erased first, so that nobody adds to the rest. */
  identity: PersonalData
  others: PersonalData[]
  items: TaxpayerItems
  residualData: ResidualData
  store: ReceiptStore
  files: FileStore
  events: Events
  clock: Clock
  /** Unique to this process. */
  processId: string
}

/**
 * Erases everything of a person: a mark first, from which on the person can change nothing, then all rooms, and once
 * more when whatever was on its way then has arrived. It waits in the work index as a hidden receipt, so that any
 * process finishes what another one began.
 */
export function createErasure(deps: ErasureDeps) {
  const { identity, others, items, residualData, store, files, events, clock, processId } = deps
  const inFuture = (ms: number) => clock.now().getTime() + ms

  async function markOf(userId: string) {
    const found = await items.find(userId, MARK)
    return found?.data as Mark | undefined
  }

  async function eraseAll({ userId }: Receipt, { username, pass }: Mark) {
    const person = { sub: userId, username: username ?? undefined }
    const isFirst = pass === 'first'
    if (isFirst) await identity.erase(person)
    for (const room of others) await room.erase(person)
    // Where the provider is elsewhere a person may have signed in again by the last pass.
    await residualData.remove(userId, isFirst ? [MARK] : [MARK, SESSIONS])
    const until = await files.removeAll(ownerFolder(userId))
    // Held until that day is over.
    return until && malaysianDay(new Date(until.getTime() - 1))
  }

  return {
    markOf,

    /** Makes it certain that everything will be erased. @returns the work to be done */
    async begin({ sub, username }: Person): Promise<string> {
      const job = newReceipt(uuidv7(), sub, clock.now())
      // Leased, so that nobody takes it for an upload that failed before the mark says what it is.
      const work = { attempts: 0, dueAt: inFuture(LEASE_MS), by: processId }
      await store.create({ ...job, status: 'receiving', work })
      const mark: Mark = { job: job.id, username: username ?? null, pass: 'first' }
      await items.put(sub, MARK, mark, 'any')
      return job.id
    },

    /**
     * Does what is due of an erasure. Rejects with a storage error; then it is due again.
     * @param job leased by this process
     * @returns false where it is a receipt
     */
    async resume(job: Receipt): Promise<boolean> {
      const mark = await markOf(job.userId)
      if (mark?.job !== job.id) return false
      const heldUntil = await eraseAll(job, mark)
      if (mark.pass === 'first') {
        await items.put(job.userId, MARK, { ...mark, pass: 'last', heldUntil } satisfies Mark, 'any')
        await store.postpone(job.id, { until: new Date(inFuture(LAST_PASS_MS)), by: processId })
      } else {
        await items.remove(job.userId, MARK)
        await store.remove(job)
      }
      events.personErased(mark.pass)
      return true
    },
  }
}

export type Erasure = ReturnType<typeof createErasure>
