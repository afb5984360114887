import type { FastifyRequest } from 'fastify'
import { Refusal } from '../errors.ts'
import { say } from '../texts/index.ts'
import { byNetwork } from './network.ts'
import type { Principal } from './principal.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Accepts multipart/form-data with a part named `file`; for the API description. */
    upload?: boolean
  }
}

/** Who is asking, as set by the gate in front of every protected route. */
export function caller(request: FastifyRequest): Principal {
  if (!request.principal)
    throw new Refusal(
      'unauthenticated',
      say(({ refusals }) => refusals.signInFirst),
    )
  return request.principal
}

/** Limits the calls of one person. @param max calls in the window */
export const changeLimit = (max: number, timeWindow = '1 minute') => ({
  rateLimit: {
    max,
    timeWindow,
    keyGenerator: (request: FastifyRequest) => request.principal?.sub ?? byNetwork(request),
  },
})
