import { Refusal } from '../../errors.ts'
import { say } from '../../texts/index.ts'
import { findSuspects } from '../derived/duplicates.ts'
import { workDue } from '../due.ts'
import type { Receipt } from '../model.ts'
import { findToChange, type Target } from '../review/find.ts'
import { beingRead } from '../review/read-again.ts'
import { save } from '../review/save.ts'
import type { SplittingDeps } from './deps.ts'

/**
 * Takes the split of a receipt's picture back: all of it is this receipt again, and is read so. The receipts of the
 * other parts stay as they are.
 * @param fileId default: the first file of which only a part is this receipt
 * @throws Refusal wrong_state where no file is split, or in the trash
 */
export async function unsplit(
  { store, clock }: Pick<SplittingDeps, 'store' | 'clock'>,
  target: Target,
  fileId: string | undefined,
): Promise<Receipt> {
  const receipt = await findToChange({ store }, target)
  const file = receipt.files.find((one) => one.area && one.id === (fileId ?? one.id))
  if (!file)
    throw new Refusal(
      'wrong_state',
      say(({ refusals }) => refusals.notSplit),
    )
  const { area: _area, ...whole } = file
  const made = { by: target.userId, at: clock.now().toISOString() }
  const changed = {
    ...receipt,
    files: receipt.files.map((one) => (one.id === file.id ? whole : one)),
    pendingParts: receipt.pendingParts.filter(({ of }) => of !== file.id),
    unreadFileIds: [...new Set([...receipt.unreadFileIds, file.id])],
    history: [...receipt.history, { field: 'split', old: { fileId: file.id }, new: null, ...made }],
  }
  const duplicateSuspects = await findSuspects(store, changed)
  return save({ store, clock }, beingRead({ ...changed, duplicateSuspects }), {
    work: workDue(clock.now().getTime()),
  })
}
