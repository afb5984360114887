import { currentLanguage } from '../i18n/language.ts'

/** What is asked for before the rest of the app has loaded; see web/src/boot.ts. Small, as it loads first. */

/** Remembers that somebody signed in here: only then can there be a session to refresh. */
export const SIGNED_IN = 'signed-in-here'

/** Whether somebody is probably signed in, so that data may be asked for before that is certain. */
export const isProbablySignedIn = () =>
  localStorage.getItem(SIGNED_IN) !== null || document.querySelector('meta[name="session"]') !== null

export const profilePath = '/auth/me'
export const overviewPath = (year: number) => `/tax-years/${year}/overview`
export const claimsPath = (year: number) => `/tax-years/${year}/claims?receipts=omitted`
export const reliefsPath = (year: number) => `/tax-years/${year}/reliefs`
export const queuePath = (year: number) => `/receipts/queue?yearOfAssessment=${year}&limit=100`

/** Answers on their way, by path. */
const early = new Map<string, Promise<Response>>()

export function askEarly(path: string) {
  const answer = fetch(path, {
    headers: { Accept: 'application/json', 'Accept-Language': currentLanguage() },
  })
  // Whoever takes it handles the failure.
  answer.catch(() => {})
  early.set(path, answer)
}

/** The answer that was asked for early, once; later requests are made anew. */
export function takeEarly(path: string): Promise<Response> | undefined {
  const answer = early.get(path)
  early.delete(path)
  return answer
}
