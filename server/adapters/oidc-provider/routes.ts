import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { everyRoutePublic } from '../../http/authentication.ts'
import { pageLanguage } from '../../http/page-language.ts'
import { MOUNT } from './names.ts'

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Called by this server itself, so the rate limits for browsers do not apply. */
const BACK_CHANNEL = ['/token', '/token/revocation', '/jwks', '/.well-known/openid-configuration']

/** The provider's own endpoints: everything under its path except our pages. */
export async function providerEndpoints(app: FastifyInstance, answer: Answer, publicUrl: string) {
  const { host, protocol } = new URL(publicUrl)

  async function handle(request: FastifyRequest, reply: FastifyReply) {
    const { raw } = request
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value)
    }
    reply.hijack()
    // The provider builds its addresses from PUBLIC_URL, whatever the request claims.
    raw.headers['x-forwarded-host'] = host
    raw.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    raw.headers['accept-language'] = pageLanguage(request)
    const url = raw.url ?? ''
    Object.assign(raw, { originalUrl: url, url: url.slice(MOUNT.length) || '/' })
    await answer(raw, reply.raw)
  }

  await app.register(async (scope) => {
    everyRoutePublic(scope)
    // The provider parses bodies itself.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    for (const path of BACK_CHANNEL) {
      scope.route({
        method: ['GET', 'POST'],
        url: MOUNT + path,
        config: { rateLimit: false },
        handler: handle,
      })
    }
    scope.route({ method: ['GET', 'POST', 'OPTIONS'], url: `${MOUNT}/*`, handler: handle })
  })
}
