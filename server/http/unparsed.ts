import { type Server, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { Refusal, type RefusalCode } from '../errors.ts'
import { say, texts } from '../texts/index.ts'
import { problems } from './problem-schema.ts'

/** Why Node could not parse a request: the `code` of its error. All others are `bad_request`. */
const CODES: Record<string, RefusalCode> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
}

/**
 * Answers what cannot be parsed as HTTP with a problem document, as all errors are, and closes the connection. In English:
 * nothing is known of who asks.
 */
export function answerUnparsed(error: Error & { code?: string }, socket: Socket) {
  // The client has gone, or has an answer already that this one would be taken for part of.
  if (error.code === 'ECONNRESET' || !socket.writable || hasBegunToAnswer(socket)) {
    socket.destroy()
    return
  }
  const code = CODES[error.code ?? ''] ?? 'bad_request'
  const { status } = problems[code]
  const detail = texts.en.refusals.notWellFormed
  const title = texts.en.problems[code]
  const body = JSON.stringify({ type: 'about:blank', title, status, code, detail })
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}

/** Node keeps the response that it writes to a socket there. */
const hasBegunToAnswer = (socket: Socket & { _httpMessage?: { headersSent?: boolean } | null }) =>
  socket._httpMessage?.headersSent === true

/** Refuses what Node would refuse with an empty body. */
export function answerOddRequests(app: FastifyInstance) {
  app.addHook('onRequest', async ({ raw }) => {
    const needsHost = raw.httpVersionMajor === 1 && raw.httpVersionMinor >= 1
    if (needsHost && raw.headers.host === undefined) {
      throw new Refusal(
        'bad_request',
        say(({ refusals }) => refusals.notWellFormed),
      )
    }
  })
  // A server may ignore expectations that it does not know (RFC 9110, 10.1.1).
  const server = app.server as Server
  server.on('checkExpectation', (request, response) => server.emit('request', request, response))
}
