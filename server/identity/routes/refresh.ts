import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { requireSameOrigin } from '../../http/csrf.ts'
import type { IdentityRoutesDeps } from './deps.ts'
import { setCookies } from './set-cookies.ts'

export const refreshRoutes: FastifyPluginAsyncZod<IdentityRoutesDeps> = async (app, { identity }) => {
  app.post(
    '/auth/refresh',
    {
      config: {
        public: true,
        refusals: [
          'unauthenticated',
          'invalid_token',
          'duplicate_cookie',
          'cross_site_request',
          'identity_unavailable',
          'storage_unavailable',
        ],
      },
      schema: {
        operationId: 'refreshSession',
        tags: ['identity'],
        summary: 'Renew the token cookies with the refresh token cookie',
        security: [{ cookie: [] }],
        response: { 200: z.object({ expiresAt: z.iso.datetime() }) },
      },
    },
    async (request, reply) => {
      requireSameOrigin(request, identity.publicUrl)
      const { refusal, expiresAt, cookies } = await identity.refresh(request.cookies)
      setCookies(reply, cookies, identity.publicUrl)
      if (!expiresAt) throw refusal
      return { expiresAt: expiresAt.toISOString() }
    },
  )
}
