import type { FastifyInstance, FastifySchema } from 'fastify'
import { z } from 'zod'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The query is written by somebody else, so parameters that the route does not know are ignored. */
    foreignQuery?: boolean
  }
}

/**
 * Has every route of `api` refuse query parameters it does not know: a misspelled filter would otherwise be answered with
 * everything.
 */
export function refuseUnknownQueries(api: FastifyInstance) {
  api.addHook('onRoute', (route) => {
    if (route.config?.foreignQuery) return
    route.schema = { ...route.schema, querystring: strict(route.schema?.querystring, route.url) }
  })
}

function strict(query: FastifySchema['querystring'], url: string) {
  if (query === undefined) return z.strictObject({})
  if (!(query instanceof z.ZodObject)) throw new Error(`the query of ${url} must be an object schema`)
  return query.strict()
}
