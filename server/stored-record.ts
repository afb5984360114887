import type { z } from 'zod'
import { InvalidRecordError } from './errors.ts'

/** Paths of what does not fit a schema, such as `files.0.width`; never values. */
export const memberPaths = (error: z.ZodError): string[] => [
  ...new Set(error.issues.map(({ path }) => path.join('.') || 'all of it')),
]

/**
 * A record that is about to be stored, if it fits the schema it will be read with.
 * @param kind for logs, e.g. `session`
 * @throws InvalidRecordError before anything is stored
 */
export function readable<T>(kind: string, schema: z.ZodType, record: T): T {
  const { error } = schema.safeParse(record)
  if (error) throw new InvalidRecordError(kind, memberPaths(error))
  return record
}

/** A JSON text as its value; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
