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
export const toStoredSession = ({
  signedInAt,
  lastUsedAt,
  device,
}: Pick<Session, 'signedInAt' | 'lastUsedAt' | 'device'>) =>
  readable('session', storedSession, {
    signedInAt: signedInAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    device,
  })

/**
 * A stored session as far as it can be read, so that its owner sees that it is there and can end it.
 * @param stored what the store has, whatever that is
 * @param expiresAt in seconds since 1970
 */
export function readSession(id: string, stored: unknown, expiresAt: unknown): Session {
  const expires = typeof expiresAt === 'number' ? new Date(expiresAt * 1000) : undefined
  const members = (stored ?? {}) as Record<keyof z.output<typeof storedSession>, unknown>
  const { signedInAt, lastUsedAt, device } = storedSession.shape
  const timeOf = (value: z.ZodSafeParseResult<string>) => (value.success ? new Date(value.data) : undefined)
  const signedIn = timeOf(signedInAt.safeParse(members.signedInAt))
  const lastUsed = timeOf(lastUsedAt.safeParse(members.lastUsedAt))
  const known = signedIn ?? lastUsed ?? expires ?? new Date(0)
  return {
    id,
    signedInAt: signedIn ?? known,
    lastUsedAt: lastUsed ?? known,
    device: device.safeParse(members.device).data ?? '',
    expiresAt: expires ?? known,
    damaged: !expires || !storedSession.safeParse(stored).success,
  }
}

/** The last used first. */
export const byLastUse = (sessions: Session[]): Session[] =>
  sessions.sort((a, b) => b.lastUsedAt.getTime() - a.lastUsedAt.getTime())
