import { queryOptions } from '@tanstack/react-query'
import type { Language } from '../i18n/language.ts'
import { call, refreshSession, release } from './client.ts'
import { Problem, problemOf } from './problem.ts'
import { profilePath, SIGNED_IN, takeEarly } from './start.ts'

export interface Profile {
  sub: string
  username?: string
  name?: string
  email?: string
  /** The language of the account, if one was chosen. */
  language?: Language
}

async function profile(): Promise<Profile | null> {
  const response = await (takeEarly(profilePath) ?? fetch(profilePath)).catch(() => {
    throw new Problem('offline', 0)
  })
  if (response.ok) return response.json()
  if (response.status === 401) {
    await release(response)
    return null
  }
  throw await problemOf(response)
}

/** Who is signed in; null for a visitor. */
async function currentProfile(): Promise<Profile | null> {
  const known = localStorage.getItem(SIGNED_IN) !== null
  const found = (await profile()) ?? (known && (await refreshSession()) ? await profile() : null)
  if (found) localStorage.setItem(SIGNED_IN, 'yes')
  else localStorage.removeItem(SIGNED_IN)
  return found
}

export const forgetSession = () => localStorage.removeItem(SIGNED_IN)

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: currentProfile,
  staleTime: Number.POSITIVE_INFINITY,
})

/** Tells the account the language that was chosen on this device. */
export const saveLanguage = (language: Language) =>
  call('/me/settings', { method: 'PATCH', json: { language } })

/** Where a person signs in, to come back to `path`. */
export const signInPath = (path: string) => `/auth/login?returnTo=${encodeURIComponent(path)}`
