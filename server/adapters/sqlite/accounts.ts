import { seconds } from '../../clock.ts'
import type { Account, AccountStore, Code } from '../../identity/local/ports.ts'
import type { Database } from './database.ts'

interface AccountRow {
  id: string
  email: string
  password_hash: string
  created_at: string
}

interface CodeRow {
  hash: string
  purpose: Code['purpose']
  account_id: string | null
  expires_at: number
}

export function createAccountStore(db: Database): AccountStore {
  const byId = (id: string) => asAccount(db.get<AccountRow>('SELECT * FROM accounts WHERE id = ?', id))
  const byEmail = (email: string) =>
    asAccount(db.get<AccountRow>('SELECT * FROM accounts WHERE email = ?', email))
  const count = () => Number(db.get<{ n: number }>('SELECT count(*) AS n FROM accounts')?.n)
  const findCode = (hash: string, purpose: Code['purpose'], now: Date) =>
    asCode(
      db.get<CodeRow>(
        'SELECT * FROM account_codes WHERE hash = ? AND purpose = ? AND expires_at > ?',
        hash,
        purpose,
        seconds(now),
      ),
    )
  const useUp = (hash: string) => db.run('DELETE FROM account_codes WHERE hash = ?', hash)

  return {
    byId,
    byEmail,
    count,
    findCode,
    all: () =>
      db.all<AccountRow>('SELECT * FROM accounts ORDER BY created_at, id').flatMap((r) => asAccount(r) ?? []),
    add(account, admission) {
      return db.transaction(() => {
        if (byEmail(account.email)) return 'email_taken'
        if (admission.by === 'being_first' && count() > 0) return 'not_first'
        if (admission.by === 'invitation') {
          if (!findCode(admission.codeHash, 'invitation', account.createdAt)) return 'invitation_used'
          useUp(admission.codeHash)
        }
        db.run(
          'INSERT INTO accounts (id, email, password_hash, created_at) VALUES (?, ?, ?, ?)',
          account.id,
          account.email,
          account.passwordHash,
          account.createdAt.toISOString(),
        )
        return 'added'
      })
    },
    remove(id) {
      db.run('DELETE FROM accounts WHERE id = ?', id)
    },
    setEmail(id, email) {
      return db.transaction(() => {
        const taken = byEmail(email)
        if (taken && taken.id !== id) return 'email_taken'
        db.run('DELETE FROM account_codes WHERE account_id = ?', id)
        db.run('UPDATE accounts SET email = ? WHERE id = ?', email, id)
        return 'changed'
      })
    },
    changePassword(id, old, passwordHash) {
      return db.transaction(() => {
        if (byId(id)?.passwordHash !== old) return false
        db.run('DELETE FROM account_codes WHERE account_id = ?', id)
        db.run('UPDATE accounts SET password_hash = ? WHERE id = ?', passwordHash, id)
        return true
      })
    },
    addCode({ hash, purpose, accountId, expiresAt }, now) {
      db.run('DELETE FROM account_codes WHERE expires_at <= ?', seconds(now))
      const sql = 'INSERT INTO account_codes (hash, purpose, account_id, expires_at) VALUES (?, ?, ?, ?)'
      db.run(sql, hash, purpose, accountId, seconds(expiresAt))
    },
    resetPassword(codeHash, passwordHash, now) {
      return db.transaction(() => {
        const accountId = findCode(codeHash, 'reset', now)?.accountId
        if (!accountId) return undefined
        // All other links of this account become invalid too.
        db.run('DELETE FROM account_codes WHERE account_id = ?', accountId)
        db.run('UPDATE accounts SET password_hash = ? WHERE id = ?', passwordHash, accountId)
        return byId(accountId)
      })
    },
  }
}

function asAccount(row: AccountRow | undefined): Account | undefined {
  return (
    row && {
      id: row.id,
      email: row.email,
      passwordHash: row.password_hash,
      createdAt: validDate(row.created_at),
    }
  )
}

/** 1970 where the day it was made cannot be read. */
export function validDate(text: string) {
  const at = Date.parse(text)
  return new Date(Number.isNaN(at) ? 0 : at)
}

function asCode(row: CodeRow | undefined): Code | undefined {
  return (
    row && {
      hash: row.hash,
      purpose: row.purpose,
      accountId: row.account_id,
      expiresAt: new Date(row.expires_at * 1000),
    }
  )
}
