/** Exit statuses of every command (docs/commands.md). */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const

/** The command was called incorrectly; the message says how. */
export class UsageError extends Error {
  override name = 'UsageError'
}
