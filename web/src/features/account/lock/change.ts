import type { Passkey } from '../../../api/factors.ts'

/** What a person wants to do with the second lock, after giving the password or a passkey. */
export type Change =
  | { kind: 'add-app' | 'remove-app' | 'renew-codes' | 'add-passkey' }
  | { kind: 'remove-passkey'; passkey: Passkey }
