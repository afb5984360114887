import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  DamagedRecordError,
  InvalidRecordError,
  Refusal,
  type RefusalCode,
  StorageFullError,
  StorageIncompleteError,
  StorageNewerError,
  StorageUnavailableError,
} from '../errors.ts'

export type ProblemCode = RefusalCode | 'internal_error'

/** Status and title of each code; the detail comes with the refusal. */
const problems: Record<ProblemCode, { status: number; title: string }> = {
  bad_request: { status: 400, title: 'The request is not valid' },
  validation_failed: { status: 400, title: 'Some values are not valid' },
  content_type_unsupported: { status: 415, title: 'This kind of request body is not supported' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  duplicate_cookie: { status: 401, title: 'A cookie was sent more than once' },
  invalid_token: { status: 401, title: 'The access token is not valid' },
  sign_in_failed: { status: 400, title: 'Signing in failed' },
  cross_site_request: { status: 403, title: 'The request comes from another site' },
  not_found: { status: 404, title: 'Not found' },
  version_required: { status: 428, title: 'If-Match is required' },
  version_conflict: { status: 412, title: 'It was changed in the meantime' },
  wrong_state: { status: 409, title: 'Not possible in its current state' },
  record_damaged: { status: 409, title: 'The record is damaged' },
  confirmation_needed: { status: 409, title: 'Are you sure?' },
  being_erased: { status: 409, title: 'All your data is being erased' },
  file_missing: { status: 400, title: 'No file was sent' },
  file_empty: { status: 422, title: 'The file is empty' },
  file_too_large: { status: 413, title: 'The file is too large' },
  file_unsupported: { status: 415, title: 'This kind of file cannot be read' },
  file_damaged: { status: 422, title: 'The file is damaged' },
  file_not_evidence: { status: 422, title: 'This file does not show what you spent' },
  too_many_pixels: { status: 422, title: 'The picture has too many pixels' },
  too_many_pages: { status: 422, title: 'The file has too many pages' },
  too_many_files: { status: 422, title: 'The receipt has too many files' },
  idempotency_key_reused: { status: 422, title: 'The Idempotency-Key was used for another request' },
  idempotency_key_in_use: {
    status: 409,
    title: 'The first request with this Idempotency-Key is still running',
  },
  too_many_requests: { status: 429, title: 'Too many requests' },
  storage_full: { status: 507, title: 'The storage is full' },
  storage_unavailable: { status: 503, title: 'The storage is not available right now' },
  storage_incomplete: { status: 503, title: 'The storage is not set up completely' },
  storage_newer: { status: 503, title: 'A newer release has stored this' },
  identity_unavailable: { status: 503, title: 'Signing in is not available right now' },
  reading_unavailable: { status: 503, title: 'Reading is not available right now' },
  record_invalid: { status: 500, title: 'Something went wrong on the server' },
  internal_error: { status: 500, title: 'Something went wrong on the server' },
}

/** RFC 9457 problem details, the body of every error response. */
export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(problems) as ProblemCode[]),
    detail: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'What went wrong (RFC 9457). `code` is stable, the texts are not.' })

/** The one place where errors become responses. */
export function problemHandlers(app: FastifyInstance) {
  app.setErrorHandler(sendProblem)
  app.setNotFoundHandler((request, reply) =>
    sendProblem(new Refusal('not_found', 'There is nothing at this address.'), request, reply),
  )
}

/** The status and texts of an error; server errors are logged. */
export function asProblem(error: unknown, request: FastifyRequest) {
  const refusal = asRefusal(error)
  const known = refusal instanceof Refusal ? refusal : undefined
  const code: ProblemCode = known?.code ?? 'internal_error'
  const { status, title } = problems[code]
  if (status >= 500) request.log.error({ err: known?.cause ?? refusal, code }, title)
  return { status, title, code, detail: known?.message, known }
}

/** An error as a problem document, also where it is one result among several. */
export const problemBody = (error: unknown, request: FastifyRequest) => bodyOf(asProblem(error, request))

const bodyOf = ({ status, title, code, detail, known }: ReturnType<typeof asProblem>) => ({
  type: 'about:blank',
  title,
  status,
  code,
  detail,
  ...known?.extra,
})

/** Answers an error. Fastify also calls it for errors that occur before routing, when no hook has run. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = asProblem(error, request)
  const { status, code, known } = problem
  if (known?.retryAfter !== undefined) reply.header('Retry-After', Math.max(1, Math.ceil(known.retryAfter)))
  if (status === 401) {
    const bearer = code === 'invalid_token' ? 'Bearer error="invalid_token"' : 'Bearer'
    reply.header('WWW-Authenticate', bearer)
  }
  return reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify(bodyOf(problem)))
}

function asRefusal(error: unknown) {
  if (error instanceof Refusal) return error
  if (error instanceof StorageFullError) {
    return new Refusal('storage_full', 'Nothing was stored. Free some space, then try again.', {
      cause: error,
    })
  }
  if (error instanceof InvalidRecordError) {
    return new Refusal('record_invalid', 'Nothing was stored: the record would not be readable.', {
      cause: error,
    })
  }
  if (error instanceof DamagedRecordError) {
    return new Refusal('record_damaged', 'Part of this record cannot be read. Its files are kept.', {
      extra: { record: { kind: error.kind, id: error.id } },
      cause: error,
    })
  }
  if (error instanceof StorageUnavailableError) {
    return new Refusal('storage_unavailable', 'Nothing was changed. Try again in a moment.', {
      retryAfter: 5,
      cause: error,
    })
  }
  if (error instanceof StorageIncompleteError) {
    const detail =
      'Something that the storage needs is missing. `npm run doctor` lists it; `npm run doctor -- --repair` creates it.'
    return new Refusal('storage_incomplete', detail, { retryAfter: 30, cause: error })
  }
  if (error instanceof StorageNewerError) {
    const detail = 'Nothing was changed. This server must be replaced by the newer release.'
    return new Refusal('storage_newer', detail, { retryAfter: 30, cause: error })
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((v) => ({ path: v.instancePath, message: v.message ?? 'not valid' }))
    return new Refusal('validation_failed', 'See errors for each value.', { extra: { errors } })
  }
  const { statusCode } = error as FastifyError
  if (statusCode === 429) {
    return new Refusal('too_many_requests', 'Wait a moment, then try again.', { retryAfter: 30 })
  }
  if (statusCode === 413) return new Refusal('file_too_large', 'The request body is too large.')
  if (statusCode === 415) {
    return new Refusal('content_type_unsupported', 'Send another Content-Type to this address.')
  }
  if (statusCode && statusCode < 500) {
    return new Refusal('bad_request', 'The request is not well-formed.', { cause: error })
  }
  return error
}
