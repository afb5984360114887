import type { Receipt } from '../model.ts'
import type { IntakeDeps } from './deps.ts'
import { type WaitOptions, waitForReading } from './wait-for-reading.ts'

type Deps = Pick<IntakeDeps, 'store' | 'work' | 'waitMs' | 'passwords'>

/**
 * Has the locked files of a receipt read with a password, which is forgotten once they were read, and waits as
 * waitForReading does.
 * @param leased the receipt as `review.unlock` returned it
 */
export function readLocked(
  deps: Deps,
  leased: Receipt,
  { password, signal }: { password: string } & Pick<WaitOptions, 'signal'>,
): Promise<Receipt> {
  const offer: Deps['work']['offer'] = (offered, receipt) =>
    deps.passwords.during(offered.id, password, () => deps.work.offer(offered, receipt))
  return waitForReading({ ...deps, work: { ...deps.work, offer } }, leased, { leased, signal })
}
