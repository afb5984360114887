import type { QueryClient } from '@tanstack/react-query'
import { leaveSession, sessionQuery } from '../api/session.ts'
import { FORGOTTEN, forgetPeople } from '../offline/forget.ts'

/**
 * Signs out: what was kept of the person on this device is forgotten, and other windows show nothing of them any more.
 * By a form, as the answer may lead through the identity provider's own pages.
 */
export async function signOut() {
  await forgetPeople()
  const form = document.createElement('form')
  form.method = 'post'
  form.action = '/auth/logout'
  document.body.append(form)
  form.submit()
}

/** Follows a sign-out in another window. Returns how to stop that. */
export function followSignOut(client: QueryClient): () => void {
  const channel = new BroadcastChannel(FORGOTTEN)
  channel.onmessage = () => {
    leaveSession()
    client.setQueryData(sessionQuery.queryKey, null)
    // Once no screen shows it any more.
    setTimeout(() => client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }))
  }
  return () => channel.close()
}
