import type { OpenAPIV3_1 } from 'openapi-types'

type Schema = OpenAPIV3_1.SchemaObject & { $ref?: string; const?: unknown }
type Parameter = OpenAPIV3_1.ParameterObject & { schema?: Schema }
type Operation = OpenAPIV3_1.OperationObject & { 'x-codeSamples'?: object[] }
type Document = Partial<OpenAPIV3_1.Document>

/** What stands for a path parameter; the shell's variable ID where it is an id that only the caller knows. */
const PATH_VALUES: Record<string, string> = { ya: '2025', code: 'lifestyle' }

/** Adds to every operation the curl line that calls it, with all it needs: token, version and body. */
export function addCurlSamples(document: Document, publicUrl: string) {
  for (const [path, operations] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(operations ?? {})) {
      const source = curlLine(document, { publicUrl, path, method, operation: operation as Operation })
      Object.assign(operation, { 'x-codeSamples': [{ lang: 'Shell', label: 'curl', source }] })
    }
  }
}

/** A receipt that nobody has. */
const AN_ID = '0198f3c2-9d4e-7c31-8a52-3f1d2b6c7e90'

interface Call {
  publicUrl: string
  path: string
  method: string
  operation: Operation
}

function curlLine(document: Document, { publicUrl, path, method, operation }: Call) {
  const parameters = (operation.parameters ?? []) as Parameter[]
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map(({ name, schema = {} }) => `${name}=${exampleOf(document, schema)}`)
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) => PATH_VALUES[name] ?? '$ID')
  const url = `${publicUrl}${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`
  const options = [
    ...authorization(operation, publicUrl),
    ...version(parameters),
    ...proof(parameters),
    ...body(document, operation),
  ]
  const verb = method === 'get' ? '' : ` -X ${method.toUpperCase()}`
  return [`curl${verb}${optionOf(operation)} "${url}"`, ...options].join(' \\\n  ')
}

/** A stream is shown as it comes, and a file is stored under the name that the server gives it. */
function optionOf({ responses = {} }: Operation) {
  const content = Object.entries(responses).flatMap(([status, response]) =>
    status.startsWith('2') && 'content' in response ? Object.entries(response.content ?? {}) : [],
  )
  if (content.some(([type]) => type === 'text/event-stream')) return ' -N'
  const isFile = content.some(([, { schema }]) => (schema as Schema | undefined)?.format === 'binary')
  return isFile ? ' -OJ' : ''
}

function authorization({ security }: Operation, publicUrl: string) {
  const schemes = security?.map((one) => Object.keys(one)[0]) ?? ['bearer']
  if (schemes.includes('bearer')) return ['-H "Authorization: Bearer $TOKEN"']
  return schemes.includes('cookie') ? ['-b jar -c jar', `-H 'Origin: ${publicUrl}'`] : []
}

/** The one header without which a call is refused. */
const version = (parameters: Parameter[]) =>
  parameters
    .filter(({ in: where, name }) => where === 'header' && name === 'if-match')
    .map(({ schema }) => `-H 'If-Match: ${schema?.example}'`)

/** What `POST /me/factors/proof` answers. */
const proof = (parameters: Parameter[]) =>
  parameters.some(({ in: where, name }) => where === 'header' && name === 'proof')
    ? ['-H "Proof: $PROOF"']
    : []

function body(document: Document, { requestBody }: Operation) {
  if (!requestBody || !('content' in requestBody)) return []
  const [type = '', { schema }] = Object.entries(requestBody.content)[0] ?? ['', {}]
  if (type === 'multipart/form-data') return ['-F file=@receipt.jpg']
  const example = exampleOf(document, schema as Schema)
  const isEmpty = Object.keys(example ?? {}).length === 0
  if (requestBody.required === false && isEmpty) return []
  const json = JSON.stringify(example).replaceAll("'", "'\\''")
  return [`-H 'Content-Type: ${type}'`, `-d '${json}'`]
}

/** A small value that a schema accepts: its example, or what it requires. */
function exampleOf(document: Document, schema: Schema): unknown {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? ''
    return exampleOf(document, document.components?.schemas?.[name] ?? {})
  }
  if (schema.example !== undefined) return schema.example
  if (schema.const !== undefined) return schema.const
  if (schema.default !== undefined) return schema.default
  if (schema.enum) return schema.enum[0]
  const [one] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []
  if (one) return exampleOf(document, one)
  switch ([schema.type].flat()[0]) {
    case 'object':
      return exampleObject(document, schema)
    case 'array': {
      const { items = {}, minItems = 0 } = schema as { items?: Schema; minItems?: number }
      return minItems > 0 || hasExamples(items) ? [exampleOf(document, items)] : []
    }
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1)
    case 'boolean':
      return true
    case 'string':
      return schema.format === 'uuid' ? AN_ID : 'text'
    default:
      return null
  }
}

/** What it requires, and where that is nothing, the first of what has an example. */
function exampleObject(document: Document, { required = [], properties = {} }: Schema) {
  const names =
    required.length > 0
      ? required
      : Object.keys(properties)
          .filter((name) => isExemplified(properties[name]))
          .slice(0, 2)
  return Object.fromEntries(names.map((name) => [name, exampleOf(document, properties[name] ?? {})]))
}

const hasExamples = ({ properties = {} }: Schema) => Object.values(properties).some(isExemplified)

/** Whether it has an example of its own, also where it may be null instead. */
const isExemplified = (schema: Schema | undefined): boolean =>
  schema !== undefined && (schema.example !== undefined || Boolean(schema.anyOf?.some(isExemplified)))
