import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, json, refreshSession, release } from './client.ts'
import { keys } from './keys.ts'
import { Problem } from './problem.ts'

/** Where a person is signed in. */
export interface Session {
  id: string
  /** The browser's User-Agent at sign-in. */
  device: string
  lastUsedAt: string
  damaged: boolean
  current: boolean
}

export const sessionsQuery = queryOptions({
  queryKey: keys.sessions,
  queryFn: ({ signal }) => json<{ sessions: Session[] }>('/me/sessions', { signal }),
  select: ({ sessions }) => sessions,
  staleTime: 0,
})

/** Ends one session, or with 'others' all but this one. */
export function useEndSession() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (which: Session | 'others') =>
      release(
        await call(which === 'others' ? '/me/sessions' : `/me/sessions/${which.id}`, { method: 'DELETE' }),
      ),
    onMutate: (which) =>
      client.setQueryData(keys.sessions, (known: { sessions: Session[] } | undefined) => ({
        sessions: (known?.sessions ?? []).filter((one) =>
          which === 'others' ? one.current : one.id !== which.id,
        ),
      })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.sessions }),
  })
}

/** Signs the person out everywhere else. @throws Problem proof_refused where `current` is not the password */
export const changePassword = async (current: string, next: string) =>
  release(
    await call('/me/password', { method: 'PUT', json: { currentPassword: current, newPassword: next } }),
  )

/** The same for the address; the tokens of this session then have the new one. */
export async function changeEmail(current: string, email: string) {
  await release(await call('/me/email', { method: 'PUT', json: { currentPassword: current, email } }))
  await refreshSession()
}

/** What would be erased, what the law wants kept, and the proof that the person has read it. */
export interface ErasureTerms {
  erases: Partial<Record<Erased, number>>
  retainUntil: string | null
  lockedUntil: string | null
  /** Whether the sign-in account is on this server, so that it is erased too. */
  hasSignIn: boolean
  confirmation: string
}

export const erasedKinds = [
  'receipts',
  'files',
  'receiptsToKeep',
  'taxYears',
  'statements',
  'merchants',
  'sessions',
] as const
export type Erased = (typeof erasedKinds)[number]

export type ErasureState = 'erased' | 'erasing'

/**
 * Erases everything of the person, in two calls.
 * @param confirmation of the terms the first call gave; good for ten minutes
 */
export async function eraseAccount(confirmation?: string): Promise<ErasureTerms | ErasureState> {
  try {
    const { state } = await json<{ state: ErasureState }>('/me', {
      method: 'DELETE',
      ...(confirmation !== undefined && { headers: { Confirmation: confirmation } }),
    })
    return state
  } catch (error) {
    if (error instanceof Problem && error.code === 'confirmation_needed')
      return error.details as unknown as ErasureTerms
    throw error
  }
}
