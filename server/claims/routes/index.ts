import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { exportRoutes } from '../../exports/routes.ts'
import type { Services } from '../../services.ts'
import { statementRoutes } from '../../taxpayer/routes/statements.ts'
import { taxpayerRoutes } from '../../taxpayer/routes/taxpayer.ts'
import { allocationRoutes } from './allocations.ts'
import { claimsRoutes } from './claims.ts'
import { estimateRoutes } from './estimate.ts'
import { taxYearRoutes } from './tax-years.ts'

export const claimRoutes: FastifyPluginAsyncZod<Services> = async (app, services) => {
  await app.register(taxYearRoutes, services)
  await app.register(allocationRoutes, services)
  await app.register(claimsRoutes, services)
  await app.register(taxpayerRoutes, services)
  await app.register(statementRoutes, services)
  await app.register(estimateRoutes, services)
  await app.register(exportRoutes, services)
}
