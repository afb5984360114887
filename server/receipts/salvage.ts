import type { z } from 'zod'
import { memberPaths } from '../stored-record.ts'

/**
 * A stored record as far as it fits its schema. Elements and members that do not fit are left out; what cannot do
 * without them becomes empty.
 * @returns the record itself where it fits, members of later releases included
 */
export function salvage<T>(
  schema: z.ZodType,
  record: Record<string, unknown>,
  empty: object,
): { value: T; damaged: string[] } {
  const { error } = schema.safeParse(record)
  if (!error) return { value: record as T, damaged: [] }
  const damaged = memberPaths(error)
  let value = record
  for (const mend of [withoutMisfits, emptied(empty)]) {
    const { error: left } = schema.safeParse(value)
    if (left) value = mend(value, left.issues)
  }
  return { value: value as T, damaged }
}

type Issues = z.core.$ZodIssue[]

/** Without those elements of lists, and members of objects, that do not fit. */
function withoutMisfits(record: Record<string, unknown>, issues: Issues) {
  const misfits = Map.groupBy(issues, ({ path: [name] }) => String(name))
  const mended = [...misfits].map(([name, of]) => {
    const inner = new Set(of.map(({ path }) => String(path[1])))
    return [name, without(record[name], inner)]
  })
  return { ...record, ...Object.fromEntries(mended) }
}

function without(value: unknown, names: Set<string>): unknown {
  if (Array.isArray(value)) return value.filter((_, index) => !names.has(String(index)))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.has(name)))
}

const emptied =
  (empty: object) =>
  (record: Record<string, unknown>, issues: Issues): Record<string, unknown> => {
    const names = issues.map(({ path: [name] }) => String(name))
    return { ...record, ...Object.fromEntries(names.map((name) => [name, (empty as typeof record)[name]])) }
  }
