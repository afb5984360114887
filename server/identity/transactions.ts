import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { CookieJar } from '../http/principal.ts'
import { type CookieToSet, SIGN_IN_PREFIX, signInCookie } from './cookies.ts'
import type { LoginChecks } from './oidc-client.ts'
import { createSealing, type SecretKeys } from './sealing.ts'

const MINUTES = 15
/** How many tabs may be signing in at once: each has a cookie, and one header has to hold them all. */
const AT_ONCE = 8

/** A sign-in that has begun: what was sent to the provider, and where the person wants to go. */
export interface Transaction extends LoginChecks {
  returnTo: string
}

export type Transactions = ReturnType<typeof createTransactions>

/**
 * Keeps each sign-in that has begun in a sealed cookie of the browser that began it. `state` names the cookie, so tabs
 * do not disturb each other, and an answer brought into another browser matches nothing.
 */
export function createTransactions(secretKeys: SecretKeys, clock: Clock) {
  const sealing = createSealing(secretKeys, { purpose: 'sign-in transaction', clock })
  const nameOf = (state: string) => SIGN_IN_PREFIX + state

  return {
    async begin(
      returnTo: string,
      sent: CookieJar,
    ): Promise<{ transaction: Transaction; cookies: CookieToSet[] }> {
      const random = () => randomBytes(32).toString('base64url')
      const transaction = { state: random(), nonce: random(), verifier: random(), returnTo }
      const expiresAt = new Date(clock.now().getTime() + MINUTES * 60_000)
      const name = nameOf(transaction.state)
      const value = await sealing.seal(name, { ...transaction }, expiresAt)
      // Browsers send older cookies first.
      const others = Object.keys(sent).filter((other) => other.startsWith(SIGN_IN_PREFIX))
      const surplus = others.slice(0, Math.max(0, others.length - AT_ONCE + 1))
      return {
        transaction,
        cookies: [...surplus.map(signInCookie.clear), signInCookie.set(name, value, MINUTES * 60)],
      }
    },

    /** The sign-in that `state` belongs to, if this browser began it at most 15 minutes ago. Works once. */
    async end(state: string | undefined, sent: CookieJar) {
      const name = nameOf(state ?? '')
      const sealed = state && sent[name]
      if (!sealed) return { transaction: undefined, cookies: [] }
      // Only `begin` seals for this purpose.
      const transaction = (await sealing.open(name, sealed)) as Transaction | undefined
      return { transaction, cookies: [signInCookie.clear(name)] }
    },
  }
}
