import type { UnusableReason } from '../ports.ts'

/** A task the parent sends to a child. A child has one at a time. */
export interface Order {
  id: number
  task: string
  input: unknown
}

/** The child's answer. A failure contains no text of the file. */
export type Answer =
  | { id: number; outcome: 'done'; result: unknown }
  | { id: number; outcome: 'unusable'; reason: UnusableReason; message: string }
  | { id: number; outcome: 'failed'; message: string }
