import { texts } from '../texts/index.ts'
import { type ProblemCode, problemSchema, problems } from './problem-schema.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Codes of problems that a route can answer with beyond those of every route like it; for the API description. */
    refusals?: readonly ProblemCode[]
  }
}

/** What a route is like, as far as it decides how a request can be refused. */
export interface RouteTraits {
  isPublic: boolean
  isChange: boolean
  hasPath: boolean
  hasBody: boolean
  isUpload: boolean
  needsVersion: boolean
}

const everywhere: ProblemCode[] = [
  'bad_request',
  'validation_failed',
  'misdirected',
  'too_many_requests',
  'internal_error',
]
const behindTheGate: ProblemCode[] = [
  'unauthenticated',
  'invalid_token',
  'duplicate_cookie',
  'other_person',
  'identity_unavailable',
  'storage_unavailable',
  'storage_incomplete',
  'storage_newer',
]
const ofChanges: ProblemCode[] = ['cross_site_request', 'being_erased', 'storage_full', 'record_invalid']
const ofRecords: ProblemCode[] = ['not_found', 'record_damaged']
const ofBodies: ProblemCode[] = ['content_type_unsupported', 'file_too_large']
const ofUploads: ProblemCode[] = [
  'file_missing',
  'file_empty',
  'file_too_large',
  'file_unsupported',
  'file_damaged',
  'file_not_evidence',
  'too_many_pixels',
  'too_many_pages',
  'reading_unavailable',
]

function codesOf({ isPublic, isChange, hasPath, hasBody, isUpload, needsVersion }: RouteTraits) {
  return [
    ...everywhere,
    ...(isPublic ? [] : behindTheGate),
    ...(isChange && !isPublic ? ofChanges : []),
    ...(hasPath ? ofRecords : []),
    ...(hasBody ? ofBodies : []),
    ...(isUpload ? ofUploads : []),
    ...(needsVersion ? (['version_required', 'version_conflict'] as const) : []),
  ]
}

const content = (schema: object) => ({ 'application/problem+json': { schema } })

/** The problem responses of a route, by status, as JSON Schema. */
export function refusalResponses(traits: RouteTraits, more: readonly ProblemCode[] = []) {
  const codes = [...new Set([...codesOf(traits), ...more])]
  const byStatus = Object.groupBy(codes, (code) => problems[code].status)
  const reference = { $ref: `#/components/schemas/${problemSchema.meta()?.id}` }
  const responses = Object.entries(byStatus).map(([status, some = []]) => {
    const description = [...new Set(some.map((code) => texts.en.problems[code]))].join('; ')
    const narrowed = { allOf: [reference, { type: 'object', properties: { code: { enum: some } } }] }
    return [status, { description, content: content(narrowed) }]
  })
  return Object.fromEntries(responses)
}
