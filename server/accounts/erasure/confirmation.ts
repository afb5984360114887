import type { Clock } from '../../clock.ts'

/** How long a person may think about it. */
const MINUTES = 10

/** Encrypts a text so that its holder can neither read nor change it. `name` must be the same when it is opened. */
export interface Sealing {
  seal(name: string, text: string): string
  /** Undefined: not sealed by us under this name. */
  open(name: string, sealed: string): string | undefined
}

/** Proofs that a person was told what would be erased: sealed for that person, and valid for ten minutes. */
export function createConfirmations(sealing: Sealing, clock: Clock) {
  return {
    issue(sub: string) {
      const expiresAt = new Date(clock.now().getTime() + MINUTES * 60_000)
      return { confirmation: sealing.seal(sub, expiresAt.toISOString()), expiresAt: expiresAt.toISOString() }
    },
    isValid(sub: string, confirmation: string): boolean {
      const expiresAt = sealing.open(sub, confirmation)
      return expiresAt !== undefined && clock.now() < new Date(expiresAt)
    },
  }
}
