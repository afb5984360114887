import cors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'

const PREFLIGHT_SECONDS = 600

/**
 * Lets pages of other origins call with a bearer token. Cookies are never allowed across origins, so such a page can
 * do only what its own token permits. Registered before the gate, because a preflight carries no token.
 */
export async function crossOrigin(app: FastifyInstance, allowOrigins: readonly string[]) {
  if (allowOrigins.length === 0) return
  await app.register(cors, {
    origin: (origin, answer) => answer(null, origin && allowOrigins.includes(origin) ? origin : false),
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: [
      'Authorization',
      'Confirmation',
      'Content-Type',
      'Idempotency-Key',
      'If-Match',
      'If-None-Match',
      'Prefer',
    ],
    exposedHeaders: [
      'Content-Disposition',
      'ETag',
      'Idempotency-Replayed',
      'Location',
      'Preference-Applied',
      'Request-Id',
      'Retry-After',
      'WWW-Authenticate',
    ],
    credentials: false,
    maxAge: PREFLIGHT_SECONDS,
  })
}
