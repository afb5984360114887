import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { type AllocationRoutesDeps, allocationRoutes } from './allocations.ts'
import { claimsRoutes } from './claims.ts'
import { confirmRoutes } from './confirm.ts'
import type { ClaimRoutesDeps } from './deps.ts'
import { estimateRoutes } from './estimate.ts'
import { pcbRoutes } from './pcb.ts'
import { recurringRoutes } from './recurring.ts'
import { taxReturnRoutes } from './tax-return.ts'
import { taxYearRoutes } from './tax-years.ts'

export const claimRoutes: FastifyPluginAsyncZod<AllocationRoutesDeps & ClaimRoutesDeps> = async (
  app,
  deps,
) => {
  await app.register(taxYearRoutes, deps)
  await app.register(allocationRoutes, deps)
  await app.register(confirmRoutes, deps)
  await app.register(claimsRoutes, deps)
  await app.register(estimateRoutes, deps)
  await app.register(pcbRoutes, deps)
  await app.register(taxReturnRoutes, deps)
  await app.register(recurringRoutes, deps)
}
