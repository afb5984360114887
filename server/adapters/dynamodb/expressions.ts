/** Names and values of an expression under placeholders: many common names are reserved words of DynamoDB. */
export interface Bound {
  ExpressionAttributeNames: Record<string, string>
  ExpressionAttributeValues?: Record<string, unknown>
}

/** `{ version: 3 }` as `#version` and `:version`, for use in an expression. */
export function bind(names: string[], values: Record<string, unknown> = {}): Bound {
  const bound: Bound = { ExpressionAttributeNames: Object.fromEntries(names.map((n) => [`#${n}`, n])) }
  const given = Object.entries(values).map(([name, value]) => [`:${name}`, value])
  if (given.length > 0) bound.ExpressionAttributeValues = Object.fromEntries(given)
  return bound
}

/** An update that sets the given attributes and removes those that are undefined. */
export function assign(attributes: Record<string, unknown>): {
  update: string
  values: Record<string, unknown>
} {
  const [set, removed]: [string[], string[]] = [[], []]
  const values: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) removed.push(`#${name}`)
    else {
      set.push(`#${name} = :${name}`)
      values[name] = value
    }
  }
  const parts = [
    set.length > 0 && `SET ${set.join(', ')}`,
    removed.length > 0 && `REMOVE ${removed.join(', ')}`,
  ]
  return { update: parts.filter(Boolean).join(' '), values }
}
