import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { createReadiness, type PartChecks } from '../readiness.ts'

interface HealthServices {
  /** What must work for the server to be ready. */
  readiness: PartChecks
}

const ok = z.object({ status: z.literal('ok') })

export const healthRoutes: FastifyPluginAsyncZod<HealthServices> = async (app, { readiness }) => {
  const mustBeReady = createReadiness(readiness)

  app.get(
    '/health/live',
    {
      config: { public: true, rateLimit: false },
      schema: {
        operationId: 'getLiveness',
        tags: ['health'],
        summary: 'Whether the process responds',
        description:
          'Touches no store, so it answers while one is down. For load balancers and container health checks.',
        response: { 200: ok },
      },
    },
    async () => ({ status: 'ok' as const }),
  )

  app.get(
    '/health/ready',
    {
      config: {
        public: true,
        rateLimit: { max: 120, timeWindow: '1 minute' },
        refusals: ['storage_full', 'storage_unavailable', 'storage_incomplete', 'storage_newer'],
      },
      schema: {
        operationId: 'getReadiness',
        tags: ['health'],
        summary: 'Whether receipts can be stored now',
        description:
          'Answers within two seconds. If something does not work or does not answer, `detail` says what.',
        response: { 200: ok },
      },
    },
    async () => {
      await mustBeReady()
      return { status: 'ok' as const }
    },
  )
}
