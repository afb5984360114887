/** An authenticator app, whose codes are asked for after the password. */
export interface StoredApp {
  /** The shared secret, sealed. */
  secret: string
  addedAt: Date
  /** The time step of the last code that was accepted: neither it nor an older one is accepted again. */
  lastStep: number
}

/** A key that a device or a password manager keeps, and that signs its owner in without a password. */
export interface Passkey {
  /** Of the credential, as the authenticator made it; base64url. */
  id: string
  accountId: string
  /** COSE key, base64url. */
  publicKey: string
  /** How often it was used, by its own count; always 0 for those that live on several devices. */
  counter: number
  /** How browsers reach it, as they said themselves. */
  transports: string[]
  name: string
  addedAt: Date
  lastUsedAt: Date | undefined
}

export type ChallengePurpose = 'add' | 'prove' | 'sign-in'

/** What an authenticator has to sign, once. */
export interface Challenge {
  hash: string
  purpose: ChallengePurpose
  /** Undefined where the passkey says who signs in. */
  accountId: string | undefined
  expiresAt: Date
}

/** What a person is told at the next sign-in, in case somebody else did it. */
export type NoticeKind = 'app_removed' | 'factors_reset'

export interface Notice {
  kind: NoticeKind
  at: Date
}

/** The factors of accounts besides their passwords. Each call is atomic, also between processes. */
export interface FactorStore {
  app(accountId: string): StoredApp | undefined
  /** The sealed secrets of all accounts. */
  apps(): { accountId: string; secret: string }[]
  /** @returns false where it is another one by now */
  replaceSecret(accountId: string, from: string, to: string): boolean
  /** @returns false where the account has one already */
  addApp(accountId: string, app: StoredApp, recoveryCodes: readonly string[]): boolean
  /** @returns false where a code of this step or a later one was accepted meanwhile */
  useStep(accountId: string, step: number): boolean
  /** Removes the recovery codes too. @returns whether there was one */
  removeApp(accountId: string, notice: Notice): boolean

  /** Hashes of those that were not used. */
  recoveryCodes(accountId: string): string[]
  /** In place of the former ones. @returns false where the account has no authenticator app */
  replaceRecoveryCodes(accountId: string, hashes: readonly string[]): boolean
  /** @returns false where it was used meanwhile */
  useRecoveryCode(accountId: string, hash: string): boolean

  /** Whether anybody on this server has a passkey. */
  hasPasskeys(): boolean
  /** Oldest first. */
  passkeys(accountId: string): Passkey[]
  passkey(id: string): Passkey | undefined
  /** @param most that one account may have */
  addPasskey(passkey: Passkey, most: number): 'added' | 'exists' | 'too_many'
  renamePasskey(accountId: string, id: string, name: string): boolean
  /** Counts a use. @returns false where the passkey was used or removed meanwhile */
  usePasskey(id: string, counter: { from: number; to: number }, at: Date): boolean
  removePasskey(accountId: string, id: string): boolean

  addChallenge(challenge: Challenge, now: Date): void
  /** @returns whether it was there, for this purpose and account, and had not expired; it is not there any more */
  useChallenge(challenge: Omit<Challenge, 'expiresAt'>, now: Date): boolean

  notices(accountId: string): Notice[]
  removeNotices(accountId: string): void
  /** Removes the authenticator app, the recovery codes and all passkeys. @returns whether there were any */
  removeAll(accountId: string, notice: Notice): boolean
}
