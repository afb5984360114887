import type { UnusableReason } from '../../reading/ports.ts'

/** Why a file cannot be used. */
export const files = {
  /** @param found what the reading says, in English: it may name figures of the file */
  unusable: (_reason: UnusableReason, found: string) => found,
}
