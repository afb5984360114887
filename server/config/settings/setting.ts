import type { z } from 'zod'

/** One environment variable: what it is for, what it may be, and what it is when nobody sets it. */
export interface Setting<T extends z.ZodType = z.ZodType> {
  about: string
  schema: T
  /** Shown where it is unset, in .env.example and in error messages. */
  example: string
  secret?: boolean
}

export const setting = <T extends z.ZodType>(s: Setting<T>) => s
