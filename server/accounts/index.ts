import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { createExportLimiter } from '../archive/export-limit.ts'
import { Refusal } from '../errors.ts'
import type { Holdings, Person } from '../personal-data.ts'
import type { Work } from '../receipts/index.ts'
import { archiveOf } from './archive.ts'
import { createConfirmations, type Sealing } from './confirmation.ts'
import { createErasure, type ErasureDeps } from './erasure.ts'

/** How long a person waits for the end of an erasure before it is answered without. */
const WAIT_MS = 20_000

export interface AccountsDeps extends ErasureDeps {
  sealing: Sealing
  work: Pick<Work, 'offer'>
  /** Whether the account people sign in with is kept here, and goes with the rest. */
  hasSignIn: boolean
}

/** All of a person's data, asked of every room. */
export function createAccounts(deps: AccountsDeps) {
  const { identity, others, clock, work, hasSignIn } = deps
  const rooms = [identity, ...others]
  const erasure = createErasure(deps)
  const confirmations = createConfirmations(deps.sealing, clock)
  const turns = createExportLimiter()

  async function holdings(person: Person): Promise<Holdings> {
    const found = await Promise.all(rooms.map((room) => room.holdings(person)))
    const latest = (days: (string | null)[]) =>
      days
        .filter((day) => day !== null)
        .sort()
        .at(-1) ?? null
    return {
      counts: Object.assign({}, ...found.map(({ counts }) => counts)),
      retainUntil: latest(found.map(({ retainUntil }) => retainUntil)),
      lockedUntil: latest(found.map(({ lockedUntil }) => lockedUntil)),
    }
  }

  return {
    /** What the work index holds for this room; false for what is no erasure. */
    resume: erasure.resume,

    /**
     * Everything of a person as a zip, that the caller reads or destroys.
     * @throws Refusal too_many_requests
     */
    export(person: Person): Readable {
      const done = turns.take(person.sub)
      return archiveOf(person, rooms, clock.now()).on('close', done)
    },

    /** @throws Refusal being_erased where everything of the person is just going */
    async mayChange({ sub }: Person) {
      if (!(await erasure.markOf(sub))) return
      throw new Refusal('being_erased', 'Everything of yours is being erased. Begin anew in some minutes.', {
        retryAfter: 60,
      })
    },

    /**
     * Erases everything of a person, once that was confirmed.
     * @throws Refusal confirmation_needed, with what would be erased and what to confirm it with
     */
    async erase(person: Person, confirmation: string | undefined) {
      const mark = await erasure.markOf(person.sub)
      const expected = await holdings(person)
      if (!mark && !(confirmation && confirmations.isValid(person.sub, confirmation))) {
        const { counts: erases, retainUntil, lockedUntil } = expected
        throw new Refusal('confirmation_needed', detailOf(retainUntil), {
          extra: { erases, retainUntil, lockedUntil, hasSignIn, ...confirmations.issue(person.sub) },
        })
      }
      const job = mark?.job ?? (await erasure.begin(person))
      const enough = new AbortController()
      await Promise.race([work.offer(job), wait(WAIT_MS, undefined, { signal: enough.signal })])
      enough.abort()
      const now = await erasure.markOf(person.sub)
      const state = now?.pass === 'first' ? ('erasing' as const) : ('erased' as const)
      // What the store said, where it was asked already: it may hold what need not be kept any more.
      const lockedUntil = now?.heldUntil === undefined ? expected.lockedUntil : now.heldUntil
      return { state, lockedUntil, signIn: hasSignIn ? ('erased' as const) : ('kept_at_provider' as const) }
    },
  }
}

const detailOf = (retainUntil: string | null) =>
  [
    'This erases everything of yours for good; get it first from /me/export.',
    retainUntil &&
      `The law wants receipts among it kept until ${retainUntil}: from then on that is up to you.`,
    'To do it, ask again within ten minutes with the header Confirmation.',
  ]
    .filter(Boolean)
    .join(' ')

export type Accounts = ReturnType<typeof createAccounts>
