import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { requireSameOrigin } from '../../http/csrf.ts'
import { problems } from '../../http/route.ts'
import type { Services } from '../../services.ts'
import { setCookies } from './set-cookies.ts'

export const refreshRoutes: FastifyPluginAsyncZod<Services> = async (app, { identity, config }) => {
  app.post(
    '/auth/refresh',
    {
      config: { public: true },
      schema: {
        tags: ['identity'],
        summary: 'New token cookies for the refresh token cookie',
        response: { 200: z.object({ expiresAt: z.iso.datetime() }), ...problems },
      },
    },
    async (request, reply) => {
      requireSameOrigin(request, config.publicUrl)
      const { refusal, expiresAt, cookies } = await identity.refresh(request.cookies)
      setCookies(reply, cookies, config.publicUrl)
      if (!expiresAt) throw refusal
      return { expiresAt: expiresAt.toISOString() }
    },
  )
}
