import fc from 'fast-check'

/** A JSON schema of the API description, with its references resolved. */
export interface Schema {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
}

const DAYS = ['2024-02-29', '2025-12-31', '2026-01-01', '2026-03-14', '0001-01-01', '9999-12-31']

/** Values that fit a schema. */
export function fitting(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const either = schema.anyOf ?? schema.oneOf
  if (either) return fc.oneof(...either.map(fitting))
  if (schema.allOf) {
    return fc
      .tuple(...schema.allOf.map(fitting))
      .map((parts) => Object.assign({}, ...(parts as object[])) as unknown)
  }
  const types = [schema.type ?? (schema.properties ? 'object' : [])].flat()
  if (types.length === 0) return fc.jsonValue()
  return fc.oneof(...types.map((type) => ofType(type, schema)))
}

function ofType(type: string, schema: Schema): fc.Arbitrary<unknown> {
  if (type === 'null') return fc.constant(null)
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer' || type === 'number') return numbers(schema)
  if (type === 'string') return texts(schema)
  if (type === 'array') {
    const { minItems: minLength = 0, maxItems = minLength + 3 } = schema
    return fc.array(fitting(schema.items ?? {}), {
      minLength,
      maxLength: Math.max(minLength, Math.min(maxItems, minLength + 3)),
    })
  }
  return objects(schema)
}

function numbers({ minimum = -1e9, maximum = 1e9 }: Schema) {
  const [min, max] = [Math.ceil(Math.max(minimum, -1e15)), Math.floor(Math.min(maximum, 1e15))]
  return fc.oneof(fc.integer({ min, max: Math.max(min, max) }), fc.constantFrom(min, Math.max(min, max)))
}

function texts({ format, pattern, minLength = 0, maxLength = 80 }: Schema): fc.Arbitrary<string> {
  if (format === 'date') return fc.constantFrom(...DAYS)
  if (format === 'date-time') return fc.constantFrom(...DAYS.map((day) => `${day}T00:00:00.000Z`))
  if (format === 'uuid') return fc.uuid()
  if (pattern?.includes('\\p{')) return plainText({ minLength, maxLength })
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern))
  return plainText({ minLength, maxLength })
}

/** Without control characters, which the patterns of texts exclude. */
const plainText = ({ minLength, maxLength }: { minLength: number; maxLength: number }) =>
  fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 80)), unit: 'grapheme' })

function objects({ properties = {}, required = [], additionalProperties }: Schema) {
  const members = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, fitting(one)]))
  const known = fc.record(members, { requiredKeys: required.filter((name) => name in members) })
  if (typeof additionalProperties !== 'object' || Object.keys(properties).length > 0) return known
  return fc.dictionary(fc.string({ minLength: 1, maxLength: 10 }), fitting(additionalProperties), {
    maxKeys: 3,
  })
}

/** What no field expects. */
export const oddValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    'x',
    'x'.repeat(20_000),
    '\u0000',
    '\ud800',
    '../../etc/passwd',
    '<script>alert(1)</script>',
    "'; DROP TABLE receipts; --",
    '2026-02-30',
    '2026-13-01',
    '０',
    -1,
    0.1,
    1e308,
    2 ** 53,
    true,
    [],
    {},
    [[[[[[[[]]]]]]]],
    Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`m${i}`, i])),
    JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":1}}'),
  ),
  fc.jsonValue(),
)

/** Replaces a value at a random place of a document, removes it, or adds another one. */
export const slightlyWrong = (document: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(document, fc.nat(), oddValues, fc.constantFrom('replace', 'remove', 'add')).map(changeAt)

function changeAt([document, where, value, how]: [unknown, number, unknown, string]): unknown {
  const copy = structuredClone(document)
  const places = placesOf(copy)
  const place = places[where % Math.max(places.length, 1)]
  if (!place) return value
  const { holder, name } = place
  if (how === 'remove' && !Array.isArray(holder)) delete (holder as Record<string, unknown>)[name]
  else (holder as Record<string, unknown>)[how === 'add' ? `${name}x` : name] = value
  return copy
}

function placesOf(value: unknown): { holder: object; name: string }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => [{ holder: value, name }, ...placesOf(one)])
}
