import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Refusal } from '../../errors.ts'
import { routeOf } from '../../http/access-log.ts'
import { say } from '../../texts/index.ts'
import type { Metrics } from '../metrics/index.ts'

interface MetricsDeps {
  config: { metricsToken: string | undefined }
  metrics: Metrics | undefined
}

/** Without METRICS_TOKEN there is no such address, and nothing is counted. */
export function serveMetrics(app: FastifyInstance, { config: { metricsToken }, metrics }: MetricsDeps) {
  if (metricsToken === undefined || !metrics) return
  const isAllowed = bearerCheck(metricsToken)

  app.addHook('onResponse', async (request, reply) => {
    const { method } = request
    metrics.answered({ method, route: routeOf(request), status: reply.statusCode }, reply.elapsedTime / 1000)
  })

  app.get(
    '/metrics',
    {
      config: { public: true, cors: false, rateLimit: { max: 120, timeWindow: '1 minute' } },
      schema: { hide: true },
    },
    async ({ headers: { authorization } }, reply) => {
      reply.header('Cache-Control', 'no-store')
      if (!isAllowed(authorization)) {
        throw new Refusal(
          'unauthenticated',
          say(({ refusals }) => refusals.metricsToken),
        )
      }
      return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
    },
  )
}

/** Compares in a time that says nothing about the token: hashes have the same length. */
function bearerCheck(token: string) {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  const expected = hash(`Bearer ${token}`)
  return (authorization: string | undefined) =>
    authorization !== undefined && timingSafeEqual(hash(authorization), expected)
}
