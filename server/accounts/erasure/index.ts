import { setTimeout as wait } from 'node:timers/promises'
import { Refusal } from '../../errors.ts'
import type { Holdings, Person } from '../../personal-data.ts'
import type { Receipt } from '../../receipts/model.ts'
import { say } from '../../texts/index.ts'
import { beginErasure } from './begin-erasure.ts'
import { createConfirmations } from './confirmation.ts'
import type { ErasureDeps } from './deps.ts'
import { markOf } from './mark.ts'
import { resumeErasure } from './resume-erasure.ts'

/** How long a request waits for the end of an erasure before it is answered without. */
const WAIT_MS = 20_000

export interface ErasureOutcome {
  /** `erasing`: there is so much that it goes on in the background. */
  state: 'erased' | 'erasing'
  /** The last day on which the file store keeps originals locked; null: none are. */
  lockedUntil: string | null
  signIn: 'erased' | 'kept_at_provider'
}

/**
 * Erases everything of a person, in two steps: the first call tells what would be erased, the second confirms it. The
 * erasure is stored before it begins, so any process finishes what another one began.
 */
export function createErasure(deps: ErasureDeps) {
  const confirmations = createConfirmations(deps.sealing, deps.clock)
  return {
    /** @throws Refusal being_erased while everything of the person is being erased */
    async mayChange({ sub }: Person): Promise<void> {
      if (!(await markOf(deps.items, sub))) return
      throw new Refusal(
        'being_erased',
        say(({ refusals }) => refusals.beingErased),
        {
          retryAfter: 60,
        },
      )
    },

    /**
     * @param confirmation as the refusal gave it to this person within the last ten minutes
     * @throws Refusal confirmation_needed, with what would be erased and a `confirmation`
     */
    async erase(
      person: Person,
      confirmation: string | undefined,
      holdings: Holdings,
    ): Promise<ErasureOutcome> {
      const mark = await markOf(deps.items, person.sub)
      if (!mark && !(confirmation && (await confirmations.isValid(person.sub, confirmation)))) {
        const issued = await confirmations.issue(person.sub)
        throw confirmationNeeded(holdings, { hasSignIn: deps.hasSignIn, ...issued })
      }
      const job = mark && !mark.damaged ? mark.job : await beginErasure(deps, person)
      await waitFor(deps.work.offer({ userId: person.sub, id: job }))
      return outcomeOf(deps, person, holdings)
    },

    resume: (job: Receipt) => resumeErasure(deps, job),
  }
}

async function waitFor(erased: Promise<void>) {
  const timeout = new AbortController()
  await Promise.race([erased, wait(WAIT_MS, undefined, { signal: timeout.signal })])
  timeout.abort()
}

async function outcomeOf(
  { items, hasSignIn }: Pick<ErasureDeps, 'items' | 'hasSignIn'>,
  { sub }: Person,
  expected: Holdings,
): Promise<ErasureOutcome> {
  const mark = await markOf(items, sub)
  return {
    state: mark?.pass === 'first' ? 'erasing' : 'erased',
    // Once deletion was tried the store's own answer counts: a lock can outlast the legal duty.
    lockedUntil: mark?.heldUntil === undefined ? expected.lockedUntil : mark.heldUntil,
    signIn: hasSignIn ? 'erased' : 'kept_at_provider',
  }
}

function confirmationNeeded(
  { counts: erases, retainUntil, lockedUntil }: Holdings,
  extra: Record<string, unknown>,
): Refusal {
  const detail = say(({ refusals }) => refusals.erasesEverything(retainUntil))
  return new Refusal('confirmation_needed', detail, { extra: { erases, retainUntil, lockedUntil, ...extra } })
}
