import { z } from 'zod'
import { readable } from '../stored-record.ts'
import type { Session } from './ports.ts'

/** A session as every store keeps it; its id and its end stand beside it. */
const storedSession = z.object({
  signedInAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime(),
  device: z.string(),
})

/** @throws InvalidRecordError */
export const toStoredSession = ({ signedInAt, lastUsedAt, device }: Session) =>
  readable('session', storedSession, {
    signedInAt: signedInAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    device,
  })

/**
 * Undefined: it is damaged, and not listed. Its tokens are valid all the same; they end with the other sessions of the
 * person, or by themselves.
 */
export function fromStoredSession(id: string, stored: unknown, expiresAt: number): Session | undefined {
  const { data } = storedSession.safeParse(stored)
  return (
    data && {
      id,
      signedInAt: new Date(data.signedInAt),
      lastUsedAt: new Date(data.lastUsedAt),
      device: data.device,
      expiresAt: new Date(expiresAt * 1000),
    }
  )
}

/** The sessions that can be read, the last used first. */
export const byLastUse = (sessions: (Session | undefined)[]): Session[] =>
  sessions
    .filter((session) => session !== undefined)
    .sort((a, b) => b.lastUsedAt.getTime() - a.lastUsedAt.getTime())
