import { seconds } from '../../clock.ts'
import type { FailureCounter } from '../../identity/local/ports.ts'
import type { Database } from './database.ts'

export function createFailureCounter(db: Database): FailureCounter {
  return {
    take(key, limit, now, windowSeconds) {
      return db.transaction(() => {
        db.run('DELETE FROM sign_in_failures WHERE expires_at <= ?', seconds(now))
        const found = db.get<{ failures: number; expires_at: number }>(
          'SELECT failures, expires_at FROM sign_in_failures WHERE key = ?',
          key,
        )
        if (found && found.failures >= limit) return { until: new Date(found.expires_at * 1000) }
        db.run(
          `INSERT INTO sign_in_failures (key, failures, expires_at) VALUES (?, 1, ?)
           ON CONFLICT DO UPDATE SET failures = failures + 1`,
          key,
          seconds(now) + windowSeconds,
        )
        return undefined
      })
    },
    release(key) {
      db.run('UPDATE sign_in_failures SET failures = failures - 1 WHERE key = ? AND failures > 0', key)
    },
    clear(key) {
      db.run('DELETE FROM sign_in_failures WHERE key = ?', key)
    },
  }
}
