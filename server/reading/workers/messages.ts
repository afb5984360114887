import type { UnusableReason } from '../ports.ts'

/** What the parent asks of a child, one at a time. */
export interface Order {
  id: number
  task: string
  input: unknown
}

/** What the child answers. A failure carries no text of the file that was worked on. */
export type Answer =
  | { id: number; outcome: 'done'; result: unknown }
  | { id: number; outcome: 'unusable'; reason: UnusableReason; message: string }
  | { id: number; outcome: 'failed'; message: string }
