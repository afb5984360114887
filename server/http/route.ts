import type { FastifyRequest } from 'fastify'
import { Refusal } from '../errors.ts'
import type { Principal } from '../identity/principal.ts'
import { problemSchema } from './problems.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Takes multipart/form-data with a part named `file`; for the API's description. */
    upload?: boolean
  }
}

/** The answers every route may give instead of its own, for the API's description. */
export const problems = {
  '4xx': {
    description: 'What is wrong with the request',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
  '5xx': {
    description: 'What is wrong here',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
} as const

/** Who is asking. The gate in front of every protected route has put it there. */
export function caller(request: FastifyRequest): Principal {
  if (!request.principal) throw new Refusal('unauthenticated', 'Sign in first.')
  return request.principal
}

/** At most so many calls a minute by one person. */
export const changeLimit = (max: number) => ({
  rateLimit: {
    max,
    timeWindow: '1 minute',
    keyGenerator: (request: FastifyRequest) => request.principal?.sub ?? request.ip,
  },
})
