import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { TaxpayerRoutesDeps } from './deps.ts'
import { statementRoutes } from './statements.ts'
import { taxpayerFactsRoutes } from './taxpayer.ts'

export const taxpayerRoutes: FastifyPluginAsyncZod<TaxpayerRoutesDeps> = async (app, deps) => {
  await app.register(taxpayerFactsRoutes, deps)
  await app.register(statementRoutes, deps)
}
