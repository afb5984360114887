import type { FastifyInstance } from 'fastify'

const LONGEST_FORM = 16 * 1024

/** Bodies of HTML forms as plain objects of strings; a field given twice counts once, the last time. */
export function parseForms(scope: FastifyInstance) {
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: LONGEST_FORM },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
}
