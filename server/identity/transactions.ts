import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { type CookieJar, type CookieToSet, cookie } from './cookies.ts'
import type { LoginChecks } from './oidc-client.ts'
import { createSealing } from './sealing.ts'

const PREFIX = 'sign_in.'
const MINUTES = 15
/** Tabs that may be signing in at once; each has a cookie, and all of them go into one header. */
const AT_ONCE = 8

/** A sign-in on its way: what was sent to the provider, and where the person wants to go. */
export interface Transaction extends LoginChecks {
  returnTo: string
}

export type Transactions = ReturnType<typeof createTransactions>

/**
 * Remembers sign-ins in the browser that began them, one sealed cookie each: `state` names the cookie, so several
 * tabs do not disturb each other, and an answer brought into another browser finds nothing.
 */
export function createTransactions(secretKey: string, clock: Clock) {
  const sealing = createSealing(secretKey, 'sign-in transaction')
  const nameOf = (state: string) => PREFIX + state

  return {
    begin(returnTo: string, cookies: CookieJar): { transaction: Transaction; cookies: CookieToSet[] } {
      const random = () => randomBytes(32).toString('base64url')
      const transaction = { state: random(), nonce: random(), verifier: random(), returnTo }
      const expiresAt = clock.now().getTime() + MINUTES * 60_000
      const name = nameOf(transaction.state)
      const value = sealing.seal(name, JSON.stringify({ ...transaction, expiresAt }))
      // Browsers send older cookies first.
      const others = Object.keys(cookies).filter((other) => other.startsWith(PREFIX))
      const surplus = others.slice(0, Math.max(0, others.length - AT_ONCE + 1))
      return {
        transaction,
        cookies: [...surplus.map((other) => cookie.clear(other)), cookie.signIn(name, value, MINUTES * 60)],
      }
    },

    /** The sign-in this answer belongs to, if this browser began it and not too long ago. It works once. */
    end(state: string | undefined, cookies: CookieJar) {
      const name = nameOf(state ?? '')
      const sealed = state && cookies[name]
      if (!sealed) return { transaction: undefined, cookies: [] }
      const used = [cookie.clear(name)]
      const text = sealing.open(name, sealed)
      if (text === undefined) return { transaction: undefined, cookies: used }
      const { expiresAt, ...transaction } = JSON.parse(text) as Transaction & { expiresAt: number }
      const isAlive = clock.now().getTime() < expiresAt
      return { transaction: isAlive ? transaction : undefined, cookies: used }
    },
  }
}
