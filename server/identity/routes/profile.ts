import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { languageOfAccount } from '../../http/language.ts'
import { caller } from '../../http/route.ts'
import { languages } from '../../language.ts'
import type { IdentityRoutesDeps } from './deps.ts'

const profile = z
  .object({
    sub: z.string(),
    username: z.string().optional(),
    email: z.string().optional(),
    name: z.string().optional(),
    language: z
      .enum(languages)
      .optional()
      .meta({ description: 'The language chosen for the account; absent if none is' }),
  })
  .meta({ id: 'Profile', description: 'Who is signed in. E-mail and name only with the session cookies' })

export const profileRoutes: FastifyPluginAsyncZod<IdentityRoutesDeps> = async (app, { identity }) => {
  app.get(
    '/auth/me',
    {
      schema: {
        operationId: 'getProfile',
        tags: ['identity'],
        summary: 'Who is signed in',
        response: { 200: profile },
      },
    },
    async (request) => {
      const language = await languageOfAccount(request)
      return {
        ...(await identity.profile(caller(request), request.cookies)),
        ...(language && { language }),
      }
    },
  )
}
