const KNOWN = 'signed-in-here'

/**
 * Who is signed in; undefined for a visitor. A session whose access token ran out is refreshed first, but only where
 * somebody has signed in before: a newcomer has none, and each refusal shows as an error in the browser's console.
 */
export async function signedIn() {
  const me = (await profile()) ?? ((await refreshed()) ? await profile() : undefined)
  if (me) localStorage.setItem(KNOWN, 'yes')
  else signedOut()
  return me
}

/** Nobody is, from now on. */
export const signedOut = () => localStorage.removeItem(KNOWN)

async function profile() {
  const response = await fetch('/auth/me')
  if (response.ok) return response.json()
  if (response.status === 401) return undefined
  throw new Error(`the profile was answered with ${response.status}`)
}

const refreshed = async () =>
  localStorage.getItem(KNOWN) !== null && (await fetch('/auth/refresh', { method: 'POST' })).ok
