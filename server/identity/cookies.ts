import { Refusal } from '../errors.ts'
import type { CookieJar } from '../http/principal.ts'
import { say } from '../texts/index.ts'
import type { AccessToken } from './token-profiles.ts'

/** Bytes. Browsers keep 4,096 for name and value; the longest name with its prefix takes less than 100. */
const LONGEST_VALUE = 3_800

export interface CookieToSet {
  name: string
  value: string
  path: string
  /** Seconds; 0 removes it. */
  maxAge: number
}

/**
 * The one table of session cookies; routes/set-cookies.ts adds the flags they share (HttpOnly, SameSite=Lax, Secure on
 * https). Only /auth needs the id and refresh token, so no other request carries them.
 *
 * `twin` is the name on https: a browser accepts `__Host-` only from this very host over https, `__Secure-` only over
 * https. `keepPlain`: on https the plain name is set as well, for clients that know it and for processes of the release
 * before. The id token does without: nobody else reads it, and three tokens twice are more than the 8 kB that nginx
 * takes for a header.
 */
const table = {
  access_token: { path: '/', twin: '__Host-access_token', keepPlain: true },
  id_token: { path: '/auth', twin: '__Secure-id_token', keepPlain: false },
  refresh_token: { path: '/auth', twin: '__Secure-refresh_token', keepPlain: true },
} as const

export type TokenName = keyof typeof table
const tokenNames = Object.keys(table) as TokenName[]

/** A sign-in that has begun: the prefix of its cookie's name, before the state. */
export const SIGN_IN_PREFIX = 'sign_in.'
const SIGN_IN_PATH = '/auth'

export const signInCookie = {
  set: (name: string, value: string, maxAge: number): CookieToSet => ({
    name,
    value,
    path: SIGN_IN_PATH,
    maxAge,
  }),
  clear: (name: string): CookieToSet => ({ name, value: '', path: SIGN_IN_PATH, maxAge: 0 }),
}

interface SessionTokens {
  accessToken: string
  idToken: string | undefined
  /** Undefined when the provider does not rotate: the cookie stays as it is. */
  refreshToken: string | undefined
}

interface SessionCookiesOptions {
  /** https enables the prefixed twins. */
  publicUrl: string
  refreshTokenDays: number
}

export type SessionCookies = ReturnType<typeof createSessionCookies>

/** Keeps the tokens of a session in cookies and finds them again. */
export function createSessionCookies({ publicUrl, refreshTokenDays }: SessionCookiesOptions) {
  const isHttps = publicUrl.startsWith('https:')
  const sessionSeconds = refreshTokenDays * 86_400
  /** The names a token may have, the preferred one first. */
  const namesOf = (name: TokenName): string[] => (isHttps ? [table[name].twin, name] : [name])

  /** The cookies that hold a token. One that needs parts is kept once: twice would fill the header. */
  function cookiesFor(name: TokenName, value: string, maxAge: number): CookieToSet[] {
    const { path, twin, keepPlain } = table[name]
    if (!isHttps) return split({ name, value, path, maxAge })
    // The twin outlives its token: while it is there, a plain cookie planted by another host is never read.
    const twins = split({ name: twin, value, path, maxAge: sessionSeconds })
    return keepPlain && twins.length === 1 ? [...twins, { name, value, path, maxAge }] : twins
  }

  /** Cookies of a token that the request carries and that no longer hold part of it. */
  function stale(name: TokenName, set: readonly CookieToSet[], sent: CookieJar): CookieToSet[] {
    const kept = new Set(set.map((cookie) => cookie.name))
    const { path } = table[name]
    return Object.keys(sent)
      .filter((other) => namesOf(name).some((family) => isOfFamily(other, family)) && !kept.has(other))
      .map((other) => ({ name: other, value: '', path, maxAge: 0 }))
  }

  return {
    /**
     * The tokens of a session as cookies, with the removal of what `sent` has of older ones.
     * @param verified the access token of `tokens`
     */
    set(tokens: SessionTokens, verified: AccessToken, { now, sent }: { now: Date; sent: CookieJar }) {
      const untilExpiry = Math.max(1, Math.floor((verified.expiresAt.getTime() - now.getTime()) / 1000))
      const put = (name: TokenName, value: string | undefined, maxAge: number) => {
        if (value === undefined) return []
        const cookies = cookiesFor(name, value, maxAge)
        return [...stale(name, cookies, sent), ...cookies]
      }
      return [
        ...put('access_token', tokens.accessToken, untilExpiry),
        ...put('id_token', tokens.idToken, untilExpiry),
        ...put('refresh_token', tokens.refreshToken, sessionSeconds),
      ]
    },

    /** Removes every cookie of the session, under both names. */
    clear: (sent: CookieJar): CookieToSet[] =>
      tokenNames.flatMap((name) => [
        ...namesOf(name).map((each) => ({ name: each, value: '', path: table[name].path, maxAge: 0 })),
        ...stale(name, [], sent).filter((cookie) => !namesOf(name).includes(cookie.name)),
      ]),

    /**
     * A token from its cookie or its parts; the twin decides where it is there.
     * @throws Refusal duplicate_cookie when it is there both whole and in parts
     */
    read(name: TokenName, sent: CookieJar): string | undefined {
      for (const family of namesOf(name)) {
        const whole = sent[family] || undefined
        const joined = joinParts(family, sent)
        if (whole && joined) throw duplicate(family)
        if (whole || joined) return whole || joined
      }
      return undefined
    },
  }
}

/**
 * Refuses a request that carries one of our cookies twice. Another host of the same domain can add one, and the order
 * in which a browser sends them is the attacker's choice: the first would store a person's receipts in the attacker's
 * account.
 * @param header the Cookie header as sent
 * @throws Refusal duplicate_cookie
 */
export function refuseDuplicates(header: string | undefined) {
  const seen = new Set<string>()
  for (const pair of (header ?? '').split(';')) {
    const end = pair.indexOf('=')
    const name = pair.slice(0, Math.max(0, end)).trim()
    if (!isOurs(name)) continue
    if (seen.has(name)) throw duplicate(name)
    seen.add(name)
  }
}

const duplicate = (name: string) =>
  new Refusal(
    'duplicate_cookie',
    say(({ identity }) =>
      name.startsWith(SIGN_IN_PREFIX) ? identity.duplicateSignInCookie : identity.duplicateCookie(name),
    ),
  )

const isOurs = (name: string) =>
  name.startsWith(SIGN_IN_PREFIX) ||
  tokenNames.some((token) => isOfFamily(name, token) || isOfFamily(name, table[token].twin))

/** Whether a cookie is `family` or one of its parts, `family.0`, `family.1`, ... */
const isOfFamily = (name: string, family: string) =>
  name === family || (name.startsWith(`${family}.`) && /^\d+$/.test(name.slice(family.length + 1)))

function joinParts(family: string, sent: CookieJar): string {
  let token = ''
  for (let part = 0; sent[`${family}.${part}`]; part++) token += sent[`${family}.${part}`]
  return token
}

/** A cookie, or the parts `name.0`, `name.1`, ... of one that is too long for a browser. */
function split(cookie: CookieToSet): CookieToSet[] {
  const { name, value } = cookie
  if (value.length <= LONGEST_VALUE) return [cookie]
  const parts = value.match(new RegExp(`.{1,${LONGEST_VALUE}}`, 'gs')) ?? []
  return parts.map((part, i) => ({ ...cookie, name: `${name}.${i}`, value: part }))
}
