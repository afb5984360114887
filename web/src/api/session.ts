import { queryOptions } from '@tanstack/react-query'
import { currentLanguage } from '../i18n/language.ts'
import type { Language } from '../i18n/languages.ts'
import { call, refreshSession, release, sessionHasEnded } from './client.ts'
import { lost, reached } from './connection.ts'
import { isTemporary, Problem, problemOf } from './problem.ts'
import { profilePath, SIGNED_IN, takeEarly } from './start.ts'

export interface Profile {
  sub: string
  username?: string
  name?: string
  email?: string
  /** The language of the account, if one was chosen. */
  language?: Language
}

/** Who was signed in here last: the app opens as theirs while the server cannot be asked. */
const LAST_PROFILE = 'last-profile'
/** Whose screens this page shows. */
let shown: Profile | undefined

async function profile(): Promise<Profile | null> {
  const response = await (takeEarly(profilePath) ?? fetch(profilePath)).catch(() => {
    lost()
    throw new Problem('offline', 0)
  })
  reached()
  if (response.ok) return response.json()
  if (response.status === 401) {
    await release(response)
    return null
  }
  throw await problemOf(response)
}

/** Who is signed in; null for a visitor. */
async function currentProfile(): Promise<Profile | null> {
  let found: Profile | null
  try {
    const known = localStorage.getItem(SIGNED_IN) !== null
    found = (await profile()) ?? (known && (await refreshSession()) ? await profile() : null)
  } catch (error) {
    shown ??= lastProfile()
    if (!shown || !isTemporary(error)) throw error
    return shown
  }
  if (!found) {
    forgetSession()
    if (!shown) return null
    // They are in the middle of something: the app says that the session has ended instead of vanishing.
    sessionHasEnded()
    return shown
  }
  remember(found)
  return found
}

function remember(found: Profile) {
  localStorage.setItem(SIGNED_IN, 'yes')
  localStorage.setItem(LAST_PROFILE, JSON.stringify(found))
  // Nothing of one person may stay on the screens of another.
  if (shown && shown.sub !== found.sub) location.reload()
  shown = found
}

/** Whether the person whose session has ended is signed in again. For another person the page starts anew. */
async function hasReturned(): Promise<boolean> {
  const found = await profile().catch(() => null)
  if (found) remember(found)
  return found !== null
}

/**
 * After the session has ended: looks whether the person has signed in again in another window, whenever one says so or
 * this one is looked at. Returns how to stop that.
 */
export function onReturn(listener: () => void): () => void {
  const look = async () => {
    if (document.visibilityState === 'visible' && (await hasReturned())) listener()
  }
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === SIGNED_IN && newValue !== null) void look()
  }
  const onSight = () => void look()
  window.addEventListener('storage', onStorage)
  window.addEventListener('focus', onSight)
  document.addEventListener('visibilitychange', onSight)
  return () => {
    window.removeEventListener('storage', onStorage)
    window.removeEventListener('focus', onSight)
    document.removeEventListener('visibilitychange', onSight)
  }
}

function lastProfile(): Profile | undefined {
  const text = localStorage.getItem(LAST_PROFILE)
  return text === null ? undefined : JSON.parse(text)
}

export function forgetSession() {
  localStorage.removeItem(SIGNED_IN)
  localStorage.removeItem(LAST_PROFILE)
}

/** As at sign-out: this page shows nobody's screens any more. */
export function leaveSession() {
  forgetSession()
  shown = undefined
}

/** What to call a person. */
export const nameOf = ({ name, email, username }: Profile) => name ?? email ?? username ?? '?'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: currentProfile,
  staleTime: Number.POSITIVE_INFINITY,
  // It answers from the device where the network does not, and makes sure once that is back.
  networkMode: 'always',
  refetchOnReconnect: 'always',
})

/** Tells the account the language that was chosen on this device. */
export const saveLanguage = (language: Language) =>
  call('/me/settings', { method: 'PATCH', json: { language } })

/** Where a person signs in, in the language of the screen, to come back to `path`. */
export const signInPath = (path: string) =>
  `/auth/login?returnTo=${encodeURIComponent(path)}&ui_locales=${currentLanguage()}`
