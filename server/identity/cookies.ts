import type { AccessToken } from './token-profiles.ts'

/** A browser keeps 4,096 bytes of name, value and attributes for a cookie; the attributes take less than 200. */
const LONGEST_VALUE = 3_800

export type CookieJar = Record<string, string | undefined>

export interface CookieToSet {
  name: string
  value: string
  path: string
  /** Seconds; 0 removes it. */
  maxAge: number
}

/**
 * The one table of the cookies we set. All are HttpOnly, SameSite=Lax, and Secure whenever PUBLIC_URL is https
 * (routes.ts adds these). Only /auth needs the id and the refresh token, so nothing else is sent them.
 */
const paths = {
  access_token: '/',
  id_token: '/auth',
  refresh_token: '/auth',
  'sign_in.': '/auth',
} as const

type TokenName = 'access_token' | 'id_token' | 'refresh_token'

const pathOf = (name: string) => {
  const known = Object.entries(paths).find(([prefix]) => name.startsWith(prefix))
  return known?.[1] ?? '/'
}

export const cookie = {
  signIn: (name: string, value: string, maxAge: number): CookieToSet => ({
    name,
    value,
    path: pathOf(name),
    maxAge,
  }),
  clear: (name: string): CookieToSet => ({ name, value: '', path: pathOf(name), maxAge: 0 }),
}

/** The tokens of a session as cookies; a new refresh token replaces the old one, none leaves it. */
export function sessionCookies(
  tokens: { accessToken: string; idToken: string | undefined; refreshToken: string | undefined },
  verified: AccessToken,
  now: Date,
  refreshTokenDays: number,
  old: CookieJar,
): CookieToSet[] {
  const untilExpiry = Math.max(1, Math.floor((verified.expiresAt.getTime() - now.getTime()) / 1000))
  const put = (name: TokenName, value: string | undefined, maxAge: number) =>
    value === undefined ? [] : split(name, value, maxAge, old)
  return [
    ...put('access_token', tokens.accessToken, untilExpiry),
    ...put('id_token', tokens.idToken, untilExpiry),
    ...put('refresh_token', tokens.refreshToken, refreshTokenDays * 86_400),
  ]
}

export function clearedSessionCookies(old: CookieJar): CookieToSet[] {
  const names: TokenName[] = ['access_token', 'id_token', 'refresh_token']
  return names.flatMap((name) => [cookie.clear(name), ...partsOf(name, old).map(cookie.clear)])
}

/** A token from its cookie, or from the parts it was split into. */
export function tokenFrom(cookies: CookieJar, name: TokenName): string | undefined {
  if (cookies[name]) return cookies[name]
  let token = ''
  for (let part = 0; cookies[`${name}.${part}`]; part++) token += cookies[`${name}.${part}`]
  return token || undefined
}

/** Longer tokens than a cookie holds go into `name.0`, `name.1`, and whatever was there before goes away. */
function split(name: TokenName, value: string, maxAge: number, old: CookieJar): CookieToSet[] {
  const path = pathOf(name)
  const fits = value.length <= LONGEST_VALUE
  const parts = fits ? [value] : (value.match(new RegExp(`.{1,${LONGEST_VALUE}}`, 'gs')) ?? [])
  const set = parts.map((part, i) => ({ name: fits ? name : `${name}.${i}`, value: part, path, maxAge }))
  const kept = new Set(set.map((c) => c.name))
  const stale = [name, ...partsOf(name, old)].filter((n) => n in old && !kept.has(n))
  return [...stale.map(cookie.clear), ...set]
}

const partsOf = (name: TokenName, old: CookieJar) =>
  Object.keys(old).filter((n) => n.startsWith(`${name}.`) && /^\d+$/.test(n.slice(name.length + 1)))
