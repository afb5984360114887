import fc from 'fast-check'
import type { Operation, Samples } from '../support/api-walk.ts'
import { fitting, oddValues, type Schema, slightlyWrong } from './values.ts'

export type Who = 'ana' | 'ben' | 'nobody'

export interface FuzzRequest {
  who: Who
  method: string
  path: string
  headers: Record<string, string>
  /** A text, or a file of a form. */
  body: { text: string } | { file: Uint8Array } | undefined
}

const oddTexts = fc.oneof(
  fc.constantFrom('%00', '%2e%2e%2f', '%ff', 'x'.repeat(3_000), '%F0%9F%92%A9', 'null', '0', '-1', '1e3'),
  fc.string({ maxLength: 20 }).map((text) => encodeURIComponent(text.toWellFormed()) || 'x'),
)

/**
 * Requests for an operation: most are valid, or wrong in one place.
 * @param samples what stands in paths: records of everybody
 * @param files what is uploaded
 */
export function requestsFor(
  operation: Operation,
  samples: readonly Samples[],
  files: readonly Uint8Array[],
): fc.Arbitrary<FuzzRequest> {
  return fc.record({
    who: fc.oneof(
      { arbitrary: fc.constantFrom<Who>('ana', 'ben'), weight: 9 },
      { arbitrary: fc.constant<Who>('nobody'), weight: 1 },
    ),
    method: fc.constant(operation.method),
    path: fc
      .tuple(pathsFor(operation.path, samples), queriesFor(operation))
      .map(([path, query]) => path + query),
    headers: headersFor(operation),
    body: bodiesFor(operation, files),
  })
}

function pathsFor(path: string, samples: readonly Samples[]): fc.Arbitrary<string> {
  const parts = path.split('/')
  const values = parts.map((part, index) => {
    if (!part.startsWith('{')) return fc.constant(part)
    const before = parts.slice(0, index + 1).join('/')
    const known = samples.flatMap((one) => one.paths[before] ?? [])
    const usual = known.length > 0 ? fc.constantFrom(...known) : fc.uuid()
    return fc.oneof({ arbitrary: usual, weight: 8 }, fc.uuid(), oddTexts)
  })
  return fc.tuple(...values).map((found) => found.join('/'))
}

function queriesFor({ parameters = [] }: Operation): fc.Arbitrary<string> {
  const members = Object.fromEntries(
    parameters
      .filter((parameter) => parameter.in === 'query')
      .map(({ name, schema }) => [
        name,
        fc.oneof({ arbitrary: fitting(schema as Schema), weight: 6 }, oddValues),
      ]),
  )
  const usual = fc.record(members, { requiredKeys: [] })
  const surplus = usual.map((query) => ({ ...query, unknown: 'x' }))
  return fc.oneof({ arbitrary: usual, weight: 9 }, surplus).map((query) => {
    const pairs = Object.entries(query).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, asText(one).slice(0, 2_000)]),
    )
    return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''
  })
}

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed()

/** Header values that HTTP allows. */
const headerText = (value: unknown) =>
  asText(value)
    .replace(/[^\x20-\x7e]/g, '?')
    .trim()
    .slice(0, 1_000)

function headersFor({ parameters = [] }: Operation): fc.Arbitrary<Record<string, string>> {
  const declared = parameters
    .filter((parameter) => parameter.in === 'header')
    .map(({ name, schema }) => [
      name.toLowerCase(),
      fc.oneof({ arbitrary: fitting(schema as Schema), weight: 3 }, oddValues).map(headerText),
    ])
  const ifMatch = fc.constantFrom('*', '*', '"1"', '"2"', 'W/"1"', '1', '"', '"x"')
  return fc.record(
    { ...Object.fromEntries(declared), 'if-match': ifMatch },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Record<string, string>>
}

function bodiesFor(
  { requestBody }: Operation,
  files: readonly Uint8Array[],
): fc.Arbitrary<FuzzRequest['body']> {
  const [type, described] = Object.entries(requestBody?.content ?? {})[0] ?? []
  if (!type || !described) return fc.constant(undefined)
  if (type === 'multipart/form-data') {
    return fc.oneof(
      { arbitrary: fc.constantFrom(...files).map((file) => ({ file })), weight: 6 },
      fc.uint8Array({ maxLength: 200 }).map((file) => ({ file })),
      fc.constant({ text: 'not a form' }),
    )
  }
  const document = fitting(described.schema as Schema)
  const json = (values: fc.Arbitrary<unknown>) => values.map((value) => ({ text: JSON.stringify(value) }))
  return fc.oneof(
    { arbitrary: json(document), weight: 5 },
    { arbitrary: json(slightlyWrong(document)), weight: 4 },
    json(oddValues),
    fc.constantFrom({ text: '' }, { text: '{' }, { text: '{"a":1,"a":2}' }, { text: '\ufeff{}' }),
  )
}
