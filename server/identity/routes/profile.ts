import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { caller, problems } from '../../http/route.ts'
import type { Services } from '../../services.ts'

const profile = z
  .object({
    sub: z.string(),
    username: z.string().optional(),
    email: z.string().optional(),
    name: z.string().optional(),
  })
  .meta({ id: 'Profile', description: 'Who is signed in; e-mail and name by cookie only' })

export const profileRoutes: FastifyPluginAsyncZod<Services> = async (app, { identity }) => {
  app.get(
    '/auth/me',
    { schema: { tags: ['identity'], summary: 'Who is signed in', response: { 200: profile, ...problems } } },
    async (request) => identity.profile(caller(request), request.cookies),
  )
}
