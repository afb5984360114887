import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isSafe } from '../../http/csrf.ts'
import type { Accounts } from '../index.ts'
import type { SettingsStore } from '../settings.ts'
import { type DataRoutesDeps, dataRoutes } from './data.ts'
import { settingsRoutes } from './settings.ts'

export const accountRoutes: FastifyPluginAsyncZod<DataRoutesDeps & { settings: SettingsStore }> = async (
  app,
  deps,
) => {
  await app.register(dataRoutes, deps)
  await app.register(settingsRoutes, deps)
}

/** Refuses changes while the caller's data is being erased: a change would be erased too, or survive the erasure. */
export const whileErasing = (accounts: Pick<Accounts, 'mayChange'>) => async (request: FastifyRequest) => {
  if (isSafe(request.method) || !request.principal || request.routeOptions.config.mayBeErased) return
  await accounts.mayChange(request.principal)
}
