import { isUtf8 } from 'node:buffer'
import type { FastifyInstance } from 'fastify'
import { Refusal } from '../errors.ts'
import { say } from '../texts/index.ts'

/**
 * Parses JSON as Fastify does, but refuses what is no Unicode text: bytes that are not UTF-8, which would silently become
 * replacement characters, and halves of surrogate pairs (`"\\ud800"`), which no store and no export can write as UTF-8.
 */
export function readJson(app: FastifyInstance) {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (!isUtf8(body)) return done(notUnicode())
    const text = body.toString('utf8')
    const mayBeHalf = /\\u[dD][89a-fA-F]/.test(text)
    return parse(request, text, (error: Error | null, value?: unknown) => {
      if (!error && mayBeHalf && !isWellFormed(value)) return done(notUnicode())
      done(error, value)
    })
  })
}

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, member]) => name.isWellFormed() && isWellFormed(member))
}

const notUnicode = () =>
  new Refusal(
    'bad_request',
    say(({ refusals }) => refusals.notUnicode),
  )
