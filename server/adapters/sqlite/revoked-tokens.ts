import { seconds } from '../../clock.ts'
import type { RevokedTokens } from '../../identity/ports.ts'
import { revokedAt } from '../../identity/revocations.ts'
import type { Database } from './database.ts'

/** Rows are removed this long after they expired. `latest` ignores them before that. */
const KEPT_SECONDS = 3_600

export function createRevokedTokens(db: Database): RevokedTokens {
  return {
    async add({ id, at, expiresAt }) {
      db.transaction(() => {
        db.run('DELETE FROM revoked_tokens WHERE expires_at <= ?', seconds(at) - KEPT_SECONDS)
        // Revoked twice in one millisecond, a token has one row; the later expiry counts.
        db.run(
          `INSERT INTO revoked_tokens (token_jti, logout_time, expires_at) VALUES (?, ?, ?)
           ON CONFLICT DO UPDATE SET expires_at = max(expires_at, excluded.expires_at)`,
          id,
          at.toISOString(),
          Math.ceil(expiresAt.getTime() / 1000),
        )
      })
    },
    async latest(id, now) {
      const rows = db.all<{ logout_time: string; expires_at: number }>(
        'SELECT logout_time, expires_at FROM revoked_tokens WHERE token_jti = ? AND expires_at > ?',
        id,
        seconds(now),
      )
      const times = rows.map(({ logout_time, expires_at }) =>
        revokedAt(logout_time, expires_at, now).getTime(),
      )
      return times.length > 0 ? new Date(Math.max(...times)) : undefined
    },
  }
}
