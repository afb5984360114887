import type { Clock } from '../../clock.ts'

/** How long a person may think about it. */
const MINUTES = 10

/** Encrypts a note so that its holder can neither read nor change it. */
export interface Sealing {
  seal(subject: string, claims: Record<string, unknown>, expiresAt: Date): Promise<string>
  /** Undefined: not sealed by us for this subject, or expired. */
  open(subject: string, sealed: string): Promise<Record<string, unknown> | undefined>
}

/** Proofs that a person was told what would be erased: sealed for that person, and valid for ten minutes. */
export function createConfirmations(sealing: Sealing, clock: Clock) {
  return {
    async issue(sub: string) {
      const expiresAt = new Date(clock.now().getTime() + MINUTES * 60_000)
      return { confirmation: await sealing.seal(sub, {}, expiresAt), expiresAt: expiresAt.toISOString() }
    },
    async isValid(sub: string, confirmation: string): Promise<boolean> {
      return (await sealing.open(sub, confirmation)) !== undefined
    },
  }
}
