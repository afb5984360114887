/**
 * A small checker for data files. A `Shape` takes an unknown value and gives it back typed, or throws with the path of
 * what is wrong. The law imports nothing, so it brings its own.
 */
export type Shape<T> = (value: unknown, path: string) => T
export type Checked<S> = S extends Shape<infer T> ? T : never

/** A year's file says something it must not. The message begins with the place, e.g. `2027.json: reliefs[3].limitSen`. */
export class LawDataError extends Error {
  override name = 'LawDataError'
}

export function wrong(path: string, expected: string, found: unknown): never {
  const shown = JSON.stringify(found)?.slice(0, 80) ?? 'nothing'
  throw new LawDataError(`${path}: ${expected} expected, found ${shown}`)
}

export const text: Shape<string> = (value, path) =>
  typeof value === 'string' && value.trim() === value && value !== '' ? value : wrong(path, 'a text', value)

export const flag: Shape<boolean> = (value, path) =>
  typeof value === 'boolean' ? value : wrong(path, 'true or false', value)

export const whole =
  (from: number, to: number): Shape<number> =>
  (value, path) =>
    Number.isSafeInteger(value) && Number(value) >= from && Number(value) <= to
      ? Number(value)
      : wrong(path, `a whole number from ${from} to ${to}`, value)

/** An amount of money in sen; the bound keeps every product with a percentage exact. */
export const sen = whole(0, 1e13)
export const year = whole(1967, 2999)

export const day: Shape<string> = (value, path) => {
  const found = text(value, path)
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/.test(found) && new Date(`${found}T00:00:00Z`).toJSON()?.startsWith(found)
  return isDay ? found : wrong(path, 'a day like 2026-04-30', value)
}

/** A code coined here: lower case words with dashes. */
export const code: Shape<string> = (value, path) =>
  typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
    ? value
    : wrong(path, 'a code such as lifestyle-books', value)

export const oneOf =
  <const T extends string>(...values: T[]): Shape<T> =>
  (value, path) =>
    values.find((known) => known === value) ?? wrong(path, `one of ${values.join(', ')}`, value)

export const nullable =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value, path) =>
    value === null ? null : shape(value, path)

export const optional =
  <T>(shape: Shape<T>): Shape<T | undefined> =>
  (value, path) =>
    value === undefined ? undefined : shape(value, path)

export const withDefault =
  <T>(shape: Shape<T>, otherwise: NoInfer<T>): Shape<T> =>
  (value, path) =>
    value === undefined ? otherwise : shape(value, path)

export const list =
  <T>(shape: Shape<T>): Shape<T[]> =>
  (value, path) =>
    Array.isArray(value)
      ? value.map((entry, index) => shape(entry, `${path}[${index}]`))
      : wrong(path, 'a list', value)

/** A list that may be left out. */
export const listOf = <T>(shape: Shape<T>) => withDefault(list(shape), [])

const record = (value: unknown, path: string): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value }
    : wrong(path, 'an object', value)

export const mapOf =
  <T>(shape: Shape<T>): Shape<Record<string, T>> =>
  (value, path) =>
    Object.fromEntries(
      Object.entries(record(value, path)).map(([key, entry]) => [key, shape(entry, `${path}.${key}`)]),
    )

/** An object with these members and no others: a misspelt member must not pass for one left out. */
export function object<S extends Record<string, Shape<unknown>>>(
  shapes: S,
): Shape<{ [K in keyof S]: Checked<S[K]> }> {
  return (value, path) => {
    const given = record(value, path)
    const unknown = Object.keys(given).find((key) => !(key in shapes))
    if (unknown !== undefined) wrong(`${path}.${unknown}`, 'no such member', given[unknown])
    const checked = Object.entries(shapes).map(([key, shape]) => [key, shape(given[key], `${path}.${key}`)])
    return Object.fromEntries(checked)
  }
}

/** The shape named by the value's `kind`. */
export function byKind<S extends Record<string, Shape<unknown>>>(shapes: S): Shape<Checked<S[keyof S]>> {
  return (value, path) => {
    const { kind } = record(value, path)
    const shape = shapes[String(kind)]
    if (!shape) wrong(`${path}.kind`, `one of ${Object.keys(shapes).join(', ')}`, kind)
    return shape(value, path) as Checked<S[keyof S]>
  }
}
