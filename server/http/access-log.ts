import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Log } from '../log.ts'
import { byNetwork } from './network.ts'

export interface AccessLogDeps {
  config: { accessLog: boolean }
  log: Log
}

/**
 * One line for each request, where ACCESS_LOG asks for it. It has the pattern of the path, because codes, names and search
 * words stand in paths and query strings.
 */
export function logRequests(app: FastifyInstance, { config, log }: AccessLogDeps) {
  if (!config.accessLog) return
  // Whoever asks for these lines gets them, however little else is logged.
  const lines = log.child({}, { level: 'info' })
  const write = (request: FastifyRequest, outcome: { status: number } | { aborted: true }, ms: number) =>
    lines.info({
      event: 'request',
      requestId: request.id,
      method: request.method,
      route: routeOf(request),
      ...outcome,
      ms: Math.round(ms),
      network: byNetwork(request),
    })
  app.addHook('onResponse', async (request, reply) => {
    write(request, { status: reply.statusCode }, reply.elapsedTime)
  })
  const began = new WeakMap<FastifyRequest, FastifyReply>()
  app.addHook('onRequest', async (request, reply) => void began.set(request, reply))
  app.addHook('onRequestAbort', async (request) => {
    write(request, { aborted: true }, began.get(request)?.elapsedTime ?? 0)
  })
}

/** The pattern of the path, such as `/receipts/:id`; `none` where nothing has that address. */
export const routeOf = ({ is404, routeOptions }: FastifyRequest): string =>
  is404 ? 'none' : (routeOptions.url ?? 'none')
