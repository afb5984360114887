/** Who may not come in any more, and the accounts and records of the local OpenID provider. */
export default `
CREATE TABLE revoked_tokens (
  token_jti TEXT NOT NULL,
  logout_time TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (token_jti, logout_time)
) STRICT, WITHOUT ROWID;
CREATE INDEX revoked_tokens_expiring ON revoked_tokens (expires_at);

CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  password_hash TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account_codes (
  hash TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  account_id TEXT REFERENCES accounts (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_in_failures (
  key TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE provider_records (
  model TEXT NOT NULL,
  id TEXT NOT NULL,
  payload TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  consumed_at INTEGER,
  uid TEXT,
  grant_id TEXT,
  account_id TEXT,
  PRIMARY KEY (model, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX provider_records_expiring ON provider_records (expires_at);
CREATE INDEX provider_records_by_grant ON provider_records (grant_id) WHERE grant_id IS NOT NULL;
CREATE INDEX provider_records_by_account ON provider_records (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX provider_records_by_uid ON provider_records (model, uid) WHERE uid IS NOT NULL;
`
