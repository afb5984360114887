import type { Clock } from '../clock.ts'

/** How long a person may think about it. */
const MINUTES = 10

/** Keeps a text with the client that it must neither read nor change. */
export interface Sealing {
  seal(name: string, text: string): string
  open(name: string, sealed: string): string | undefined
}

/** What shows that somebody was told what an erasure erases: sealed for one person, and good for ten minutes. */
export function createConfirmations(sealing: Sealing, clock: Clock) {
  return {
    issue(sub: string) {
      const expiresAt = new Date(clock.now().getTime() + MINUTES * 60_000)
      return { confirmation: sealing.seal(sub, expiresAt.toISOString()), expiresAt: expiresAt.toISOString() }
    },
    isValid(sub: string, confirmation: string) {
      const expiresAt = sealing.open(sub, confirmation)
      return expiresAt !== undefined && clock.now() < new Date(expiresAt)
    },
  }
}
