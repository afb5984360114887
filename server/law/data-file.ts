import { z } from 'zod'

/**
 * A data file violates its schema or contradicts itself. The message begins with the file and the place, for example
 * `2027.json.reliefs[3].limitSen: a whole number from 0 to 10000000000000 expected, found "8000"`.
 */
export class LawDataError extends Error {
  override name = 'LawDataError'
}

/** @throws LawDataError always */
export function fail(place: string, expected: string, found: unknown): never {
  const shown = JSON.stringify(found)?.slice(0, 80) ?? 'nothing'
  throw new LawDataError(`${place}: ${expected} expected, found ${shown}`)
}

/**
 * Checks the content of a data file against its schema and fills in the defaults.
 * @param file the name of the file, for messages
 * @throws LawDataError for the first violation
 */
export function parseDataFile<S extends z.ZodType>(schema: S, content: unknown, file: string): z.output<S> {
  const { data, error } = schema.safeParse(content)
  if (!error) return data as z.output<S>
  const [issue] = error.issues
  if (!issue) throw new LawDataError(`${file}: not valid`, { cause: error })
  const { path, ...violation } = deepest(issue)
  const place = file + path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  if (violation.code === 'unrecognized_keys')
    throw new LawDataError(`${place}.${violation.keys[0]}: no such member`)
  return fail(place, violation.message, valueAt(content, path))
}

type Issue = z.core.$ZodIssue

/** The violation itself: for a union, the one that goes furthest into the value. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue
  const nested = issue.errors.flat().map((one) => ({ ...one, path: [...issue.path, ...one.path] }))
  return nested.reduce((found, one) => (one.path.length > found.path.length ? one : found), issue)
}

const valueAt = (content: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], content)

// The `error` of a schema names what is expected; `fail` makes a sentence of it.

export const text = z.string({ error: 'a text' }).regex(/^\S(.*\S)?$/s, { error: 'a text' })

/** The same in English and Malay. */
export const bilingual = z.strictObject({ en: text, ms: text }, { error: 'a text in English and Malay' })

export const flag = z.boolean({ error: 'true or false' })

export function wholeNumber(from: number, to: number) {
  const error = `a whole number from ${from} to ${to}`
  return z.int({ error }).min(from, { error }).max(to, { error })
}

/** An amount of money in sen. The upper bound keeps every product with a percentage exact. */
export const sen = wholeNumber(0, 1e13)
export const year = wholeNumber(1967, 2999)
export const day = z.iso.date({ error: 'a day like 2026-04-30' })

/** A code defined by this project: lower-case words joined by hyphens. */
export const code = z
  .string({ error: 'a code such as lifestyle-books' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'a code such as lifestyle-books' })
  .meta({ description: 'The same in every year', example: 'lifestyle-books' })

export const oneOf = <const T extends string>(...values: T[]) =>
  z.enum(values, { error: `one of ${values.join(', ')}` })

export const list = <S extends z.ZodType>(schema: S) => z.array(schema, { error: 'a list' })

/** An object with these members and no others, so that a misspelt member is not taken for a missing one. */
export const object = <S extends z.ZodRawShape>(members: S) => z.strictObject(members, { error: 'an object' })

export const record = <S extends z.ZodType>(schema: S) => z.record(z.string(), schema, { error: 'an object' })
