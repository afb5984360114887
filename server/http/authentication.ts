import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../errors.ts'
import { say } from '../texts/index.ts'
import { requireSameOrigin } from './csrf.ts'
import { byNetwork } from './network.ts'
import { requireExpectedPerson } from './only-as.ts'
import type { Credentials, Principal } from './principal.ts'

/** 401 responses a minute and network; a client that gets more is guessing tokens. */
const MAX_REFUSED = 300

export interface AuthenticationDeps {
  identity: {
    gate: { principal(credentials: Credentials): Promise<Principal> }
    publicUrl: string
  }
}

/**
 * Puts the gate in front of every route of `app` that does not say `config: { public: true }`: it sets
 * `request.principal`, or answers 401. A person who opens a page is redirected to the sign-in instead.
 */
export async function authentication(app: FastifyInstance, { identity }: AuthenticationDeps) {
  app.decorateRequest('principal', undefined)
  // Route limits run after the gate and count by person; this one counts requests that have none.
  const count = app.createRateLimit({
    max: MAX_REFUSED,
    timeWindow: '1 minute',
    keyGenerator: byNetwork,
  })
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404 || request.routeOptions.config.public) return
    // Personal data must not be cached, and neither must refusals; a route may override this.
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
    requireExpectedPerson(request, request.principal)
  })
}

const tooManyRefused = (retryAfter: number) =>
  new Refusal(
    'too_many_requests',
    say(({ refusals }) => refusals.tooManyWithoutToken),
    {
      retryAfter,
    },
  )

/** Marks every route of a scope public, for plugins that add routes of their own. */
export function everyRoutePublic(scope: FastifyInstance) {
  scope.addHook('onRoute', (route) => {
    route.config = { ...route.config, public: true }
  })
}

/** Wraps a plugin so that anyone may call its routes. */
export const publicly =
  (plugin: (scope: FastifyInstance) => Promise<void>) => async (scope: FastifyInstance) => {
    everyRoutePublic(scope)
    await scope.register(plugin)
  }

export const credentials = ({ headers, cookies }: FastifyRequest): Credentials => ({
  authorization: headers.authorization,
  cookieHeader: headers.cookie,
  cookies,
})

/** Whether a browser is opening a page, as opposed to a script fetching data. */
export function opensPage({ method, headers }: FastifyRequest) {
  if (method !== 'GET' || headers.authorization !== undefined) return false
  const mode = headers['sec-fetch-mode']
  return mode === undefined ? wantsHtml(headers.accept) : mode === 'navigate'
}

/** Whether the client accepts HTML, as forms and the address bar do. */
export const wantsHtml = (accept: string | undefined) => /(^|[\s,])text\/html($|[\s,;])/.test(accept ?? '')

/** Whether a form was submitted, which needs a page in response. */
export const sendsForm = ({ method, headers }: FastifyRequest) =>
  method === 'POST' && wantsHtml(headers.accept) && headers.authorization === undefined

const isUnauthenticated = (error: unknown) =>
  error instanceof Refusal && (error.code === 'unauthenticated' || error.code === 'invalid_token')

function toSignIn(request: FastifyRequest, reply: FastifyReply) {
  return reply.redirect(`/auth/login?${new URLSearchParams({ returnTo: request.url })}`, 302)
}
