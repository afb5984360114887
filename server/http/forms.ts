import type { FastifyInstance } from 'fastify'

/** Bytes. */
const LONGEST_FORM = 16 * 1024

/** Parses HTML forms into plain objects of strings; of a field sent twice the last value counts. */
export function parseForms(scope: FastifyInstance) {
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: LONGEST_FORM },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
}
