const SHORTEST = 32
const FEWEST_SIGNS = 10
/** What people write where a secret belongs, and what examples have there. */
const EXAMPLES =
  /change.?(me|this)|your[-_ ]|example|placeholder|replace|secret|passw|default|12345678|abcdefgh/i

/** Why a key is one that can be guessed; undefined for a good one. Never repeats the key. */
export function weaknessOf(key: string): string | undefined {
  if (key.length < SHORTEST) return `must be ${SHORTEST} or more random characters`
  if (EXAMPLES.test(key)) return 'is an example or a phrase: it must be random'
  if (new Set(key).size < FEWEST_SIGNS || /^(.+?)\1+$/s.test(key)) return 'repeats itself: it must be random'
  return undefined
}
