import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problems } from '../http/route.ts'
import type { Services } from '../services.ts'

const ok = z.object({ status: z.literal('ok') })

export const healthRoutes: FastifyPluginAsyncZod<Services> = async (app, services) => {
  app.get(
    '/health/live',
    {
      config: { public: true, rateLimit: false },
      schema: { tags: ['health'], summary: 'Whether the process answers', response: { 200: ok } },
    },
    async () => ({ status: 'ok' as const }),
  )

  app.get(
    '/health/ready',
    {
      config: { public: true, rateLimit: { max: 120, timeWindow: '1 minute' } },
      schema: {
        tags: ['health'],
        summary: 'Whether receipts can be stored just now',
        response: { 200: ok, ...problems },
      },
    },
    async () => {
      await services.checkStorage()
      return { status: 'ok' as const }
    },
  )
}
