import { createHash, randomUUID } from 'node:crypto'
import type { Clock } from '../../clock.ts'
import type { CookieJar } from '../../http/principal.ts'
import type { CookieToSet } from '../cookies.ts'
import type { Sealing } from '../sealing.ts'

const DAYS = 180

export type KnownDevices = ReturnType<typeof createKnownDevices>

/**
 * The browsers that have signed in to an account before, each by a sealed cookie (OWASP, "Device cookies"). Their wrong
 * passwords are counted apart, so that somebody elsewhere who guesses at the account cannot keep its owner out. A cookie
 * and not the network is remembered: phones change networks all day and share them with thousands, and no list of where
 * a person has been is stored.
 * @param path of the sign-in pages: no other request carries the cookies
 */
export function createKnownDevices({
  sealing,
  clock,
  path,
}: {
  sealing: Sealing
  clock: Clock
  path: string
}) {
  return {
    /** The cookie of a browser in which a person has just signed in. */
    async remember(accountId: string): Promise<CookieToSet> {
      const expiresAt = new Date(clock.now().getTime() + DAYS * 86_400_000)
      const value = await sealing.seal(accountId, { device: randomUUID() }, expiresAt)
      return { name: nameFor(accountId), value, path, maxAge: DAYS * 86_400 }
    },

    /** The browser's id, where it has signed in to this account before. */
    async find(accountId: string, cookies: CookieJar): Promise<string | undefined> {
      const sealed = cookies[nameFor(accountId)]
      const device = sealed && (await sealing.open(accountId, sealed))?.device
      return typeof device === 'string' ? device : undefined
    },
  }
}

/** A family shares a browser, so each account has a cookie of its own. The name does not say whose. */
const nameFor = (accountId: string) =>
  `known_device.${createHash('sha256').update(accountId).digest('base64url').slice(0, 12)}`
