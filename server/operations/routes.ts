import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'

interface HealthServices {
  /** Rejects with a storage error when receipts cannot be stored. */
  checkStorage(): Promise<void>
}

const ok = z.object({ status: z.literal('ok') })

export const healthRoutes: FastifyPluginAsyncZod<HealthServices> = async (app, { checkStorage }) => {
  app.get(
    '/health/live',
    {
      config: { public: true, rateLimit: false },
      schema: {
        operationId: 'getLiveness',
        tags: ['health'],
        summary: 'Whether the process responds',
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
        response: { 200: ok },
      },
    },
    async () => {
      await checkStorage()
      return { status: 'ok' as const }
    },
  )
}
