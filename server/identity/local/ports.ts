/** A person who can sign in with a password. */
export interface Account {
  /** The `sub` of every token. */
  id: string
  /** Lower case; unique. */
  email: string
  passwordHash: string
  createdAt: Date
}

/** Why somebody may make an account. */
export type Admission = { by: 'anyone' } | { by: 'being_first' } | { by: 'invitation'; codeHash: string }

/** A link that works once: to make an account, or to choose a new password for one. */
export interface Code {
  hash: string
  purpose: 'invitation' | 'reset'
  /** Whose password a reset is for. */
  accountId: string | null
  expiresAt: Date
}

/** Accounts and the codes that lead to them; each call is all or nothing, also between processes. */
export interface AccountStore {
  byEmail(email: string): Account | undefined
  byId(id: string): Account | undefined
  /** Oldest first. */
  all(): Account[]
  count(): number
  /** Adds it if the admission still holds, and uses up the invitation. */
  add(account: Account, admission: Admission): 'added' | 'email_taken' | 'not_first' | 'invitation_used'
  /** With every code that leads to it; missing is fine. */
  remove(id: string): void
  addCode(code: Code, now: Date): void
  findCode(hash: string, purpose: Code['purpose'], now: Date): Code | undefined
  /** Sets the password and uses up the code; undefined when it was used meanwhile. */
  resetPassword(codeHash: string, passwordHash: string, now: Date): Account | undefined
}

/** Counts failures by key in windows that start with the first one. */
export interface FailureCounter {
  /** Counts one failure if fewer than `limit` are there; else says when the window ends. */
  take(key: string, limit: number, now: Date, windowSeconds: number): { until: Date } | undefined
  giveBack(key: string): void
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
  /** Marks it as used; the first time counts. */
  consume(model: string, id: string, at: Date): void
  remove(model: string, id: string): void
  removeGrant(grantId: string): void
  /** @returns the grants that ended */
  removeAccount(accountId: string): string[]
}
