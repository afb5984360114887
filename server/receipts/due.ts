import type { Work } from './parts.ts'

/**
 * The state of work that has not begun.
 * @param at when it is due (ms since 1970), or when the lease of `by` ends
 * @param by the process that holds the lease; null: whoever comes first
 */
export const workDue = (at: number, by: string | null = null): Work => ({ attempts: 0, dueAt: at, by })
