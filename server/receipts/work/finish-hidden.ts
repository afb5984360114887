import type { Receipt } from '../model.ts'
import type { WorkContext } from './deps.ts'

/** Finishes what a hidden receipt stands for: another module's job, or an upload or a removal that a process left undone. */
export async function finishHidden(
  { leases, removal, resumeJob }: Pick<WorkContext, 'leases' | 'removal' | 'resumeJob'>,
  receipt: Receipt,
) {
  await leases.whileRenewing(receipt.id, async () => {
    if (!(await resumeJob(receipt))) await removal.discardUpload(receipt)
  })
}
