/** A person who can sign in with a password. */
export interface Account {
  /** The `sub` of every token. */
  id: string
  /** Lower case; unique. */
  email: string
  passwordHash: string
  createdAt: Date
}

/** Why somebody may create an account. */
export type Admission = { by: 'anyone' } | { by: 'being_first' } | { by: 'invitation'; codeHash: string }

/** The code of a link that works once: to create an account, or to choose a new password. */
export interface Code {
  hash: string
  purpose: 'invitation' | 'reset'
  /** Whose password a reset is for. */
  accountId: string | null
  expiresAt: Date
}

/** Accounts and their codes. Each call is atomic, also between processes. */
export interface AccountStore {
  byEmail(email: string): Account | undefined
  byId(id: string): Account | undefined
  /** Oldest first. */
  all(): Account[]
  count(): number
  /** Adds the account if the admission still holds, and uses up the invitation. */
  add(account: Account, admission: Admission): 'added' | 'email_taken' | 'not_first' | 'invitation_used'
  /** Removes the account and its codes; does nothing when it does not exist. */
  remove(id: string): void
  /** Gives the account another address and uses up its codes, which went to the old one. */
  setEmail(id: string, email: string): 'changed' | 'email_taken'
  /** Sets the password and uses up the account's codes; false when the account is gone or its password is no longer `old`. */
  changePassword(id: string, old: string, passwordHash: string): boolean
  addCode(code: Code, now: Date): void
  findCode(hash: string, purpose: Code['purpose'], now: Date): Code | undefined
  /** Sets the password and uses up the code; undefined when the code was used meanwhile. */
  resetPassword(codeHash: string, passwordHash: string, now: Date): Account | undefined
}

/** Counts failures by key, in windows that start with the first failure. */
export interface FailureCounter {
  /** Counts a failure; at `limit` it counts nothing and returns the end of the window. */
  take(key: string, limit: number, now: Date, windowSeconds: number): { until: Date } | undefined
  /** Uncounts one failure. */
  release(key: string): void
  clear(key: string): void
}

/** One record of the OpenID provider. */
export interface ProviderRecord {
  payload: string
  expiresAt: Date
  consumedAt: Date | null
}

/** The provider's own records: sessions, grants, codes, refresh tokens. */
export interface ProviderRecords {
  put(
    model: string,
    id: string,
    record: { payload: string; expiresAt: Date; uid?: string; grantId?: string; accountId?: string },
  ): void
  find(model: string, id: string): ProviderRecord | undefined
  findByUid(model: string, uid: string): ProviderRecord | undefined
  /** Marks it as used at `at`, unless it already is. */
  consume(model: string, id: string, at: Date): void
  remove(model: string, id: string): void
  removeGrant(grantId: string): void
  /**
   * @param except a grant that goes on
   * @returns the grants that ended
   */
  removeAccount(accountId: string, except?: string): string[]
}
