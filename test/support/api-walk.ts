import assert from 'node:assert/strict'
import type { Client, Reachable } from './app.ts'
import { fileForm, picture } from './receipts.ts'

/** As far as the walk needs it. */
interface Schema {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  minimum?: number
  minItems?: number
  minLength?: number
  format?: string
  example?: unknown
  default?: unknown
}
interface Parameter {
  in: string
  name: string
  required?: boolean
  schema: Schema
}
interface Described {
  parameters?: Parameter[]
  responses?: Record<string, { content?: Record<string, { schema: Schema }> }>
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> }
}

/** One operation of the API, as /openapi.json describes it. */
export interface Operation extends Described {
  /** E.g. `GET /receipts/{id}`. */
  name: string
  method: string
  path: string
}

/** What is put for the parameters of a path, by the path up to the parameter, such as `/receipts/{id}`; and for values by name. */
export interface Samples {
  paths: Record<string, string[]>
  values: Record<string, unknown>
}

export interface WalkRequest {
  /** Of its operation. */
  name: string
  /** Whether the description of the API says that the operation may answer so. */
  isDescribed(status: number, code: string): boolean
  path: string
  init: RequestInit
}

export async function operationsOf(app: Reachable): Promise<Operation[]> {
  const document = await (await fetch(`${app.url}/openapi.json`)).json()
  const { paths, components } = resolved(document, document) as {
    paths: Record<string, Record<string, Described>>
    components: unknown
  }
  assert.ok(components)
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, described]) => ({
      ...described,
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
    })),
  )
}

/** A document with its references replaced by what they refer to; one that refers to itself ends there. */
function resolved(value: unknown, document: unknown, within: string[] = []): unknown {
  if (Array.isArray(value)) return value.map((one) => resolved(one, document, within))
  if (typeof value !== 'object' || value === null) return value
  const { $ref } = value as { $ref?: string }
  if ($ref !== undefined) {
    if (within.includes($ref)) return {}
    const target = $ref
      .slice(2)
      .split('/')
      .reduce((at, name) => (at as Record<string, unknown>)[name], document)
    return resolved(target, document, [...within, $ref])
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, resolved(one, document, within)]),
  )
}

/**
 * The smallest valid requests of an operation, one for each path of the samples. Fails where the samples have nothing for
 * a parameter of its path.
 * @param isVaried also one for each value of its query parameters
 */
export async function requestsOf(
  operation: Operation,
  samples: Samples,
  { isVaried = false } = {},
): Promise<WalkRequest[]> {
  const { name, method, path, parameters = [] } = operation
  const paths = pathsOf(path, samples)
  const all = queriesOf(
    parameters.filter((parameter) => parameter.in === 'query'),
    samples,
  )
  // The last one has a value for an optional parameter, if there is one.
  const queries = isVaried ? all : all.slice(method === 'GET' ? 0 : -1).slice(0, 1)
  const requests: WalkRequest[] = []
  for (const concrete of paths) {
    for (const query of queries) {
      requests.push({
        name,
        isDescribed: (status, code) => codesOf(operation, status).includes(code),
        path: `${concrete}${query && `?${query}`}`,
        init: { method, redirect: 'manual', ...(await bodyOf(operation, samples)) },
      })
    }
  }
  return requests
}

const codesOf = ({ responses = {} }: Operation, status: number): unknown[] =>
  Object.values(responses[status]?.content ?? {}).flatMap(({ schema }) =>
    (schema.allOf ?? []).flatMap(({ properties }) => properties?.code?.enum ?? []),
  )

function pathsOf(path: string, { paths }: Samples): string[] {
  const [, before, parameter, rest] = /^(.*?)(\{\w+\})(.*)$/.exec(path) ?? []
  if (before === undefined || parameter === undefined || rest === undefined) return [path]
  const known = Object.keys(paths).find((pattern) => matches(pattern, `${before}${parameter}`))
  assert.ok(known, `the walk has no sample for ${before}${parameter} of ${path}: add one`)
  return (paths[known] ?? []).flatMap((value) => pathsOf(`${before}${value}${rest}`, { paths, values: {} }))
}

/** Whether a path, in which earlier parameters are replaced already, is the one of a pattern. */
const matches = (pattern: string, path: string) =>
  new RegExp(`^${pattern.replace(/\{\w+\}(?=.)/g, '[^/]+').replace(/[{}]/g, '\\$&')}$`).test(path)

function queriesOf(parameters: Parameter[], samples: Samples): string[] {
  const required = parameters.filter((parameter) => parameter.required)
  const [first = {}, ...others] = required.reduce<Record<string, string>[]>(
    (queries, parameter) =>
      queries.flatMap((query) =>
        valuesOf(parameter, samples).map((value) => ({ ...query, [parameter.name]: value })),
      ),
    [{}],
  )
  const varied = parameters
    .filter((parameter) => !parameter.required)
    .flatMap((parameter) =>
      valuesOf(parameter, samples).map((value) => ({ ...first, [parameter.name]: value })),
    )
  const all = [first, ...others, ...varied].map((query) => String(new URLSearchParams(query)))
  return [...new Set(all)]
}

function valuesOf({ name, schema }: Parameter, { values }: Samples): string[] {
  if (name in values) return [values[name]].flat().map(String)
  const kinds = schema.enum ?? schema.anyOf?.flatMap((one) => one.enum ?? [])
  if (kinds && kinds.length > 0) return kinds.map(String)
  if (schema.type === 'boolean') return ['true']
  if (schema.example !== undefined) return [String(schema.example)]
  return []
}

async function bodyOf({ requestBody, method }: Operation, samples: Samples): Promise<RequestInit> {
  if (!requestBody || method === 'GET') return {}
  const [type = '', described] = Object.entries(requestBody.content)[0] ?? []
  if (type === 'multipart/form-data') return { body: fileForm(await picture()) }
  if (!described) return {}
  return { headers: { 'content-type': type }, body: JSON.stringify(sampleOf(described.schema, samples)) }
}

/** A value that fits a schema, with required members only. */
function sampleOf(schema: Schema, samples: Samples, name = ''): unknown {
  if (name in samples.values) {
    const values = [samples.values[name]].flat()
    return schema.type === 'array' ? values : values[0]
  }
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const [either] = schema.anyOf ?? schema.oneOf ?? []
  if (either) return sampleOf(either, samples, name)
  const type = [schema.type].flat()[0]
  if (type === 'array') {
    return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}, samples))
  }
  if (type === 'object' || schema.properties) {
    const { required = [], properties = {} } = schema
    const members = required.map((member) => [member, sampleOf(properties[member] ?? {}, samples, member)])
    return Object.fromEntries(members)
  }
  if (type === 'integer' || type === 'number') return schema.minimum ?? 0
  if (type === 'boolean') return false
  return type === 'string' ? 'x' : null
}

export interface Walked {
  request: WalkRequest
  status: number
  /** Empty where the answer is not text. */
  text: string
}

/** Sends a request and reads its answer to the end. */
export async function walk(client: Client, request: WalkRequest): Promise<Walked> {
  const { headers, ...init } = request.init
  const response = await client.fetch(request.path, { ...init, headers: { 'if-match': '*', ...headers } })
  const type = response.headers.get('content-type') ?? ''
  const bytes = Buffer.from(await response.arrayBuffer())
  const isText = /json|text/.test(type)
  return { request, status: response.status, text: isText ? String(bytes) : '' }
}
