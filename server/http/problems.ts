import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import {
  DamagedRecordError,
  InvalidRecordError,
  Refusal,
  StorageFullError,
  StorageIncompleteError,
  StorageNewerError,
  StorageUnavailableError,
} from '../errors.ts'
import type { Language } from '../language.ts'
import { say, texts } from '../texts/index.ts'
import { allowedMethods } from './allowed-methods.ts'
import { answerLanguage } from './language.ts'
import { type ProblemCode, problems } from './problem-schema.ts'
import { REQUEST_ID } from './request-id.ts'
import { valueError } from './value-errors.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The code of the latest problem of the request, for the log of refused ones. */
    refusedWith?: ProblemCode
  }
}

/** The one place where errors become responses. */
export function problemHandlers(app: FastifyInstance) {
  const methodsOf = allowedMethods(app)
  app.setErrorHandler(sendProblem)
  app.setNotFoundHandler((request, reply) => {
    const found = methodsOf(request.url.split('?', 1)[0] ?? '')
    // A route that takes the method may still find nothing, such as a file.
    const methods = found.includes(request.method) ? [] : found
    if (methods.length > 0) reply.header('Allow', methods.join(', '))
    return sendProblem(noRoute(methods), request, reply)
  })
}

function noRoute(methods: readonly string[]) {
  if (methods.length === 0)
    return new Refusal(
      'not_found',
      say(({ refusals }) => refusals.nothingHere),
    )
  return new Refusal(
    'method_not_allowed',
    say(({ refusals }) => refusals.otherMethod(methods.join(', '))),
  )
}

/** The status of an error and its texts in a language; server errors are logged. */
export function asProblem(error: unknown, request: FastifyRequest, language: Language) {
  const refusal = asRefusal(error)
  const known = refusal instanceof Refusal ? refusal : undefined
  const code: ProblemCode = known?.code ?? 'internal_error'
  const { status } = problems[code]
  request.refusedWith = code
  if (status >= 500) request.log.error({ err: known?.cause ?? refusal, code }, texts.en.problems[code])
  const errors = known?.errors?.map(({ path, message }) => ({ path, message: message[language] }))
  const title = texts[language].problems[code]
  return { status, title, code, detail: known?.detail[language], errors, known }
}

/** An error as a problem document, also where it is one result among several. */
export const problemBody = (error: unknown, request: FastifyRequest, language: Language) =>
  bodyOf(asProblem(error, request, language))

const bodyOf = ({ status, title, code, detail, errors, known }: ReturnType<typeof asProblem>) => ({
  type: 'about:blank',
  title,
  status,
  code,
  detail,
  ...(errors && { errors }),
  ...known?.extra,
})

/** Answers an error. Fastify also calls it for errors that occur before routing, when no hook has run. */
export async function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = asProblem(error, request, await answerLanguage(request, reply))
  const { status, code, known } = problem
  if (known?.retryAfter !== undefined) reply.header('Retry-After', Math.max(1, Math.ceil(known.retryAfter)))
  if (status === 401) {
    const bearer = code === 'invalid_token' ? 'Bearer error="invalid_token"' : 'Bearer'
    reply.header('WWW-Authenticate', bearer)
  }
  return reply
    .code(status)
    .type('application/problem+json')
    .header(REQUEST_ID, request.id)
    .send(JSON.stringify({ ...bodyOf(problem), ...(status >= 500 && { requestId: request.id }) }))
}

/** What a known error refuses with; any other error as it is. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof Refusal) return error
  if (error instanceof StorageFullError) {
    return new Refusal(
      'storage_full',
      say(({ refusals }) => refusals.storageFull),
      {
        cause: error,
      },
    )
  }
  if (error instanceof InvalidRecordError) {
    return new Refusal(
      'record_invalid',
      say(({ refusals }) => refusals.recordInvalid),
      {
        cause: error,
      },
    )
  }
  if (error instanceof DamagedRecordError) {
    return new Refusal(
      'record_damaged',
      say(({ refusals }) => refusals.recordDamaged),
      {
        extra: { record: { kind: error.kind, id: error.id } },
        cause: error,
      },
    )
  }
  if (error instanceof StorageUnavailableError) {
    return new Refusal(
      'storage_unavailable',
      say(({ refusals }) => refusals.storageUnavailable),
      {
        retryAfter: 5,
        cause: error,
      },
    )
  }
  if (error instanceof StorageIncompleteError) {
    return new Refusal(
      'storage_incomplete',
      say(({ refusals }) => refusals.storageIncomplete),
      { retryAfter: 30, cause: error },
    )
  }
  if (error instanceof StorageNewerError) {
    return new Refusal(
      'storage_newer',
      say(({ refusals }) => refusals.storageNewer),
      { retryAfter: 30, cause: error },
    )
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map(valueError)
    return new Refusal(
      'validation_failed',
      say(({ refusals }) => refusals.seeErrors),
      { errors },
    )
  }
  const { statusCode } = error as FastifyError
  // The rate limit has set Retry-After to the end of its window.
  if (statusCode === 429)
    return new Refusal(
      'too_many_requests',
      say(({ refusals }) => refusals.tooManyRequests),
    )
  if (statusCode === 413)
    return new Refusal(
      'file_too_large',
      say(({ refusals }) => refusals.bodyTooLarge),
    )
  if (statusCode === 416) {
    return new Refusal(
      'range_not_satisfiable',
      say(({ refusals }) => refusals.noSuchRange),
    )
  }
  if (statusCode === 415) {
    return new Refusal(
      'content_type_unsupported',
      say(({ refusals }) => refusals.otherContentType),
    )
  }
  if (statusCode && statusCode < 500) {
    return new Refusal(
      'bad_request',
      say(({ refusals }) => refusals.notWellFormed),
      { cause: error },
    )
  }
  return error
}
