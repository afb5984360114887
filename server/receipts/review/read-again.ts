import { Refusal } from '../../errors.ts'
import { say } from '../../texts/index.ts'
import { workDue } from '../due.ts'
import type { Receipt } from '../model.ts'
import type { ReviewDeps } from './deps.ts'
import { findToReplace, type Target } from './find.ts'
import { save } from './save.ts'

/** Makes all pages of a receipt due to be read again. */
export async function readAgain(deps: Pick<ReviewDeps, 'store' | 'clock'>, target: Target): Promise<Receipt> {
  const receipt = await findToReplace(deps, target)
  const unreadFileIds = receipt.files.filter((file) => file.role === 'receipt').map((file) => file.id)
  if (unreadFileIds.length === 0)
    throw new Refusal(
      'wrong_state',
      say(({ refusals }) => refusals.nothingToRead),
    )
  return save(deps, beingRead({ ...receipt, unreadFileIds }), { work: workDue(deps.clock.now().getTime()) })
}

/** A confirmed receipt stays confirmed while it is read: the reading can only make a proposal. */
export const beingRead = (receipt: Receipt): Receipt =>
  receipt.status === 'confirmed' ? receipt : { ...receipt, status: 'reading' }
