import { Refusal } from '../../errors.ts'
import type { PageTools } from '../../reading/ports.ts'
import { say } from '../../texts/index.ts'
import { workDue } from '../due.ts'
import { inspect } from '../files/inspect.ts'
import { originalKey } from '../files/keys.ts'
import type { Receipt } from '../model.ts'
import type { ReceiptFile } from '../parts.ts'
import { LEASE_MS } from '../ports.ts'
import { missing } from '../routes/send-original.ts'
import type { ReviewDeps } from './deps.ts'
import { findToChange, type Target } from './find.ts'
import type { PasswordTries } from './password-tries.ts'
import { beingRead } from './read-again.ts'
import { save } from './save.ts'

export type UnlockDeps = Pick<ReviewDeps, 'store' | 'files' | 'clock' | 'processId'> & {
  tools: Pick<PageTools, 'inspect'>
  passwordTries: PasswordTries
}

/**
 * Makes the locked files of a receipt that a password opens due to be read. The password itself is not part of what is
 * saved: the caller reads them at once, in this process.
 * @returns the receipt, leased by this process with its first attempt to read it counted
 * @throws Refusal wrong_password, too_many_requests; wrong_state where no file is locked; too_many_pages
 */
export async function unlock(deps: UnlockDeps, target: Target, password: string): Promise<Receipt> {
  const receipt = await findToChange(deps, target)
  const locked = receipt.files.filter((file) => file.role === 'receipt' && file.password)
  if (locked.length === 0)
    throw new Refusal(
      'wrong_state',
      say(({ refusals }) => refusals.noLockedFile),
    )
  deps.passwordTries.check(receipt.id)
  const unreadFileIds = await opened(deps, receipt, { locked, password })
  const work = { ...workDue(deps.clock.now().getTime() + LEASE_MS, deps.processId), attempts: 1 }
  return save(deps, beingRead({ ...receipt, unreadFileIds }), { work })
}

/** The ids of the files that the password opens; several may have passwords of their own. */
async function opened(
  deps: UnlockDeps,
  receipt: Receipt,
  { locked, password }: { locked: ReceiptFile[]; password: string },
): Promise<string[]> {
  const ids: string[] = []
  let wrong: Refusal | undefined
  for (const { id } of locked) {
    const key = originalKey(receipt.userId, receipt.id, id)
    const local = await deps.files.local(key)
    if (!local) throw missing(key)
    try {
      await inspect(deps.tools, local.path, { password, person: receipt.userId })
      ids.push(id)
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'wrong_password') throw error
      wrong = error
    } finally {
      await local.release()
    }
  }
  if (ids.length > 0 || !wrong) return ids
  deps.passwordTries.count(receipt.id)
  throw wrong
}
