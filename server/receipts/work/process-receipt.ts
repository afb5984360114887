import { hasLooseFiles, type Receipt } from '../model.ts'
import { DamagedReceiptError } from '../ports.ts'
import { attemptReading } from './attempt-reading.ts'
import type { WorkContext } from './deps.ts'
import { discardPendingUploads } from './discard-pending-uploads.ts'
import { finishHidden } from './finish-hidden.ts'
import { giveUpReading } from './give-up-reading.ts'
import { settleDamaged } from './settle-damaged.ts'

/** A picture that crashes native code must not be tried for ever. */
const MAX_ATTEMPTS = 3

/** Does what is due for one receipt: takes its lease, does the next step, and again until nothing is left to do now. */
export async function processReceipt(context: WorkContext, id: string, isStopped: () => boolean) {
  for (;;) {
    const receipt = await takeReadable(context, id)
    if (!receipt) return
    const outcome = await nextStep(context, receipt)
    if (outcome === 'done' || isStopped()) return
  }
}

/** Undefined: nothing is to be done by this process. */
async function takeReadable(context: WorkContext, id: string): Promise<Receipt | undefined> {
  try {
    return await context.leases.take(id)
  } catch (error) {
    if (!(error instanceof DamagedReceiptError)) throw error
    return settleDamaged(context, error)
  }
}

/** @param receipt leased by this process, an attempt counted */
async function nextStep(context: WorkContext, receipt: Receipt): Promise<'done' | 'retry'> {
  const { store, leases, retention, removal, processId } = context
  if (receipt.status === 'receiving') return done(finishHidden(context, receipt))
  if (receipt.pendingParts.length > 0) {
    const whole = await context.createParts(receipt).catch((error) => leases.releaseAfter(error, receipt.id))
    return whole ? nextStep(context, whole) : 'done'
  }
  if (receipt.trashedAt) return done(removal.purge(receipt))
  await retention.lockFiles(receipt).catch((error) => leases.releaseAfter(error, receipt.id))
  if (receipt.unreadFileIds.length === 0) {
    if (hasLooseFiles(receipt)) return done(discardPendingUploads(context, receipt))
    return done(store.finish(receipt, processId))
  }
  if ((receipt.work?.attempts ?? 0) > MAX_ATTEMPTS) return done(giveUpReading(context, receipt))
  return attemptReading(context, receipt)
}

async function done(step: Promise<unknown>): Promise<'done'> {
  await step
  return 'done'
}
