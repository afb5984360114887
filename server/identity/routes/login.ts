import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Refusal } from '../../errors.ts'
import { credentials } from '../../http/authentication.ts'
import { empty } from '../../http/downloads.ts'
import { byNetwork } from '../../http/network.ts'
import { chosenLanguage } from '../../http/page-language.ts'
import { flag } from '../../http/query-values.ts'
import { reasonOf } from '../security-log.ts'
import type { IdentityRoutesDeps } from './deps.ts'
import { isElsewhere } from './other-address.ts'
import { setCookies } from './set-cookies.ts'

const loginQuery = z.object({
  returnTo: z
    .string()
    .optional()
    .catch(undefined)
    .meta({ description: 'A path of this app to return to after signing in' }),
  create: flag
    .default(false)
    .meta({ description: 'Whether to start at the page where a person creates an account' }),
  ui_locales: z
    .string()
    .optional()
    .catch(undefined)
    .meta({ description: 'The language of the sign-in pages, `en` or `ms`; as in OpenID Connect' }),
  moved: z
    .string()
    .optional()
    .catch(undefined)
    .meta({ description: 'Set by this route when it redirects to the host name of the app' }),
})

export const loginRoutes: FastifyPluginAsyncZod<IdentityRoutesDeps> = async (app, deps) => {
  const { identity, securityLog, config } = deps
  const { publicUrl } = identity

  app.get(
    '/auth/login',
    {
      config: {
        public: true,
        rateLimit: { max: 240, timeWindow: '1 minute' },
        refusals: ['identity_unavailable', 'duplicate_cookie'],
      },
      schema: {
        operationId: 'signIn',
        tags: ['identity'],
        summary: 'Sign in: redirect the browser to the provider',
        querystring: loginQuery,
        response: { 302: empty('To the next page') },
      },
    },
    async (request, reply) => {
      const { returnTo, create, moved, ui_locales: locales } = request.query
      // Cookies belong to one host name. Redirect once only: a proxy may hide the name the browser used.
      if (isElsewhere(request, config) && !moved) {
        const query = new URLSearchParams({
          ...(returnTo && { returnTo }),
          ...(create && { create: 'true' }),
          ...(locales && { ui_locales: locales }),
          moved: '1',
        })
        return reply.redirect(`${publicUrl}/auth/login?${query}`, 302)
      }
      const wishes = { create, language: chosenLanguage(request) }
      const { location, cookies } = await identity.beginLogin(returnTo, request.cookies, wishes)
      setCookies(reply, cookies, publicUrl)
      return reply.redirect(location.href, 302)
    },
  )

  app.get(
    '/auth/authorize',
    {
      config: {
        public: true,
        foreignQuery: true,
        refusals: [
          'sign_in_failed',
          'invalid_token',
          'duplicate_cookie',
          'identity_unavailable',
          'storage_unavailable',
        ],
      },
      schema: {
        operationId: 'completeSignIn',
        tags: ['identity'],
        summary: 'Sign in: return from the provider',
        response: { 302: empty('To the next page') },
      },
    },
    async (request, reply) => {
      const query = new URL(request.url, publicUrl).search
      const device = request.headers['user-agent'] ?? ''
      const outcome = await identity.completeLogin(query, request.cookies, device)
      const { refusal, isBegun, returnTo, cookies } = outcome
      setCookies(reply, cookies, publicUrl)
      if (refusal) {
        // A signed-in person went back in the browser's history to the end of their own sign-in.
        if (!isBegun && (await isSignedIn(request, reply))) return reply.redirect('/', 302)
        securityLog.record('sign_in_failed', { network: byNetwork(request), reason: reasonOf(refusal) })
        throw refusal
      }
      securityLog.record('session_started', { account: outcome.account, network: byNetwork(request) })
      return reply.redirect(returnTo, 302)
    },
  )

  /** Also with an access token that has expired, where the session goes on: it is refreshed. */
  async function isSignedIn(request: FastifyRequest, reply: FastifyReply) {
    if (await identity.isSignedIn(credentials(request))) return true
    const { refusal, expiresAt, cookies } = await identity.refresh(request.cookies)
    setCookies(reply, cookies, publicUrl)
    if (refusal instanceof Refusal && refusal.code !== 'identity_unavailable') return false
    if (!expiresAt) throw refusal
    return true
  }
}
