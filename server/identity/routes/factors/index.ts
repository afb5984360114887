import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { IdentityRoutesDeps } from '../deps.ts'
import { appRoutes } from './app.ts'
import { overviewRoutes } from './overview.ts'
import { passkeyRoutes } from './passkeys.ts'

/** The second lock of a person's account. Everything here is about the account of who asks. */
export const factorRoutes: FastifyPluginAsyncZod<IdentityRoutesDeps> = async (app, deps) => {
  await app.register(overviewRoutes, deps)
  await app.register(appRoutes, deps)
  await app.register(passkeyRoutes, deps)
}
