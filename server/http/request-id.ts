import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'

export const REQUEST_ID = 'Request-Id'

/** What proxies send ids in. */
const OF_PROXY = 'x-request-id'
/** Nothing that could end a line of a log, or be taken for a part of it. */
const SAFE = /^[\w.-]{8,64}$/

/**
 * Makes the id of a request, which its answer and its lines in the log have. Behind a proxy of ours it is the one that the
 * proxy sends, so that both logs name the request alike. Anybody else's is ignored.
 */
export const requestIds =
  ({ trustedProxies }: { trustedProxies: number }) =>
  ({ headers }: IncomingMessage): string => {
    const given = trustedProxies > 0 ? headers[OF_PROXY] : undefined
    return typeof given === 'string' && SAFE.test(given) ? given : randomUUID()
  }

/** Every answer says which request it is for. */
export function answerRequestIds(app: FastifyInstance) {
  app.addHook('onRequest', async (request, reply) => {
    reply.header(REQUEST_ID, request.id)
  })
}
