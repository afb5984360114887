import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../errors.ts'
import type { Identity } from '../identity/identity.ts'
import { requireSameOrigin } from './csrf.ts'

/** Answers 401 a minute and address; more are of somebody who tries out tokens. */
const MAX_REFUSED = 300

/**
 * The gate before every route of `app` that does not say `config: { public: true }`: it puts `request.principal`
 * there, or answers 401 (a person who opens a page is sent to the sign-in instead).
 */
export async function authentication(app: FastifyInstance, { identity }: { identity: Identity }) {
  app.decorateRequest('principal', undefined)
  // The limits of routes come after the gate, which knows who is asking; this one counts who is nobody.
  const count = app.createRateLimit({
    max: MAX_REFUSED,
    timeWindow: '1 minute',
    keyGenerator: ({ ip }) => ip,
  })
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404 || request.routeOptions.config.public) return
    // What is somebody's own is for no cache, refusals included; a route that knows better says so.
    reply.header('Cache-Control', 'no-store')
    try {
      request.principal = await identity.gate.principal(credentials(request))
    } catch (error) {
      if (!isUnauthenticated(error)) throw error
      if (opensPage(request)) return toSignIn(request, reply)
      const counted = await count(request)
      if (!counted.isAllowed && counted.isExceeded) throw tooManyRefused(counted.ttlInSeconds)
      throw error
    }
    if (request.principal.via === 'cookie') requireSameOrigin(request, identity.publicUrl)
  })
}

const tooManyRefused = (retryAfter: number) =>
  new Refusal('too_many_requests', 'Too many requests without a valid token came from this address.', {
    retryAfter,
  })

/** Marks every route of a scope public, for plugins that make routes of their own. */
export function everyRoutePublic(scope: FastifyInstance) {
  scope.addHook('onRoute', (route) => {
    route.config = { ...route.config, public: true }
  })
}

/** A plugin whose routes anyone may call. */
export const publicly =
  (plugin: (scope: FastifyInstance) => Promise<void>) => async (scope: FastifyInstance) => {
    everyRoutePublic(scope)
    await scope.register(plugin)
  }

export const credentials = ({ headers, cookies }: FastifyRequest) => ({
  authorization: headers.authorization,
  cookies,
})

/** Whether a person's browser asks for a page to show, and not a script for data. */
export function opensPage({ method, headers }: FastifyRequest) {
  if (method !== 'GET' || headers.authorization !== undefined) return false
  const mode = headers['sec-fetch-mode']
  return mode === undefined ? wantsHtml(headers.accept) : mode === 'navigate'
}

/** Whether an answer should be a page: what a form or an address bar asks for. */
export const wantsHtml = (accept: string | undefined) => /(^|[\s,])text\/html($|[\s,;])/.test(accept ?? '')

/** Whether a form was sent, which wants a page back. */
export const sendsForm = ({ method, headers }: FastifyRequest) =>
  method === 'POST' && wantsHtml(headers.accept) && headers.authorization === undefined

const isUnauthenticated = (error: unknown) =>
  error instanceof Refusal && (error.code === 'unauthenticated' || error.code === 'invalid_token')

function toSignIn(request: FastifyRequest, reply: FastifyReply) {
  return reply.redirect(`/auth/login?${new URLSearchParams({ returnTo: request.url })}`, 302)
}
