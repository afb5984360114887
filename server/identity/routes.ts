import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { credentials, opensPage, wantsHtml } from '../http/authentication.ts'
import { isSameOrigin, requireSameOrigin } from '../http/csrf.ts'
import { parseForms } from '../http/forms.ts'
import { html, page } from '../http/page.ts'
import { asProblem } from '../http/problems.ts'
import { caller, problems } from '../http/route.ts'
import type { Services } from '../services.ts'
import type { CookieToSet } from './cookies.ts'

const profile = z
  .object({
    sub: z.string(),
    username: z.string().optional(),
    email: z.string().optional(),
    name: z.string().optional(),
  })
  .meta({ id: 'Profile', description: 'Who is signed in; e-mail and name by cookie only' })

const loginQuery = z.object({
  returnTo: z
    .string()
    .optional()
    .catch(undefined)
    .meta({ description: 'A path of this app to come back to' }),
  moved: z.string().optional().catch(undefined),
})

const logoutBody = z
  .object({
    everywhere: z.union([z.boolean(), z.stringbool()]).default(false).meta({
      description: 'End all sessions of the person, not just this one',
    }),
  })
  .nullish()

const loggedOut = z.object({
  redirectTo: z.string().meta({ description: 'Where a browser ends its session at the provider too' }),
  revoked: z.boolean().meta({ description: 'Whether the provider revoked the refresh token' }),
})

/** Signing in and out of a browser session. The tokens themselves never leave their cookies. */
export const identityRoutes: FastifyPluginAsyncZod<Services> = async (app, { identity, events, config }) => {
  const { publicUrl } = config
  parseForms(app)

  app.addHook('onRequest', async (_request, reply) => {
    reply.header('Cache-Control', 'no-store')
  })

  app.setErrorHandler((error, request, reply) => {
    if (!opensPage(request) && !isForm(request)) throw error
    const { status, title, detail } = asProblem(error, request)
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .send(page({ title, lead: detail, body: tryAgain(request) }))
  })

  app.get(
    '/auth/login',
    {
      config: { public: true, rateLimit: { max: 240, timeWindow: '1 minute' } },
      schema: {
        tags: ['identity'],
        summary: 'Sign in: send the browser to the provider',
        querystring: loginQuery,
        response: { 302: z.null(), ...problems },
      },
    },
    async (request, reply) => {
      const { returnTo, moved } = request.query
      // Cookies belong to one host name. Once only: a proxy may hide which one the browser used.
      if (!moved && isOtherLoopback(request.headers.host, publicUrl)) {
        const query = new URLSearchParams({ ...(returnTo && { returnTo }), moved: '1' })
        return reply.redirect(`${publicUrl}/auth/login?${query}`, 302)
      }
      const { location, cookies } = await identity.beginLogin(returnTo, request.cookies)
      setCookies(reply, cookies)
      return reply.redirect(location.href, 302)
    },
  )

  app.get(
    '/auth/authorize',
    {
      config: { public: true },
      schema: {
        tags: ['identity'],
        summary: 'Sign in: back from the provider',
        response: { 302: z.null(), ...problems },
      },
    },
    async (request, reply) => {
      const query = new URL(request.url, publicUrl).search
      const device = request.headers['user-agent'] ?? ''
      const { refusal, returnTo, cookies } = await identity.completeLogin(query, request.cookies, device)
      setCookies(reply, cookies)
      if (refusal) {
        events.signInFailed(refusal)
        throw refusal
      }
      return reply.redirect(returnTo, 302)
    },
  )

  app.post(
    '/auth/refresh',
    {
      config: { public: true },
      schema: {
        tags: ['identity'],
        summary: 'New token cookies for the refresh token cookie',
        response: { 200: z.object({ expiresAt: z.iso.datetime() }), ...problems },
      },
    },
    async (request, reply) => {
      requireSameOrigin(request, publicUrl)
      const { refusal, expiresAt, cookies } = await identity.refresh(request.cookies)
      setCookies(reply, cookies)
      if (!expiresAt) throw refusal
      return { expiresAt: expiresAt.toISOString() }
    },
  )

  app.get(
    '/auth/me',
    { schema: { tags: ['identity'], summary: 'Who is signed in', response: { 200: profile, ...problems } } },
    async (request) => identity.profile(caller(request), request.cookies),
  )

  app.post(
    '/auth/logout',
    {
      config: { public: true },
      schema: {
        tags: ['identity'],
        summary: 'Sign out: the session ends at once, here and at the provider',
        description: 'A form (Accept: text/html) is sent on to the provider with 303.',
        body: logoutBody,
        response: { 200: loggedOut, 303: z.null(), ...problems },
      },
    },
    async (request, reply) => {
      const isBearer = identity.credentialsOf(credentials(request))?.via === 'bearer'
      if (!isBearer) requireSameOrigin(request, publicUrl)
      const { redirectTo, revoked } = await logout(request, reply, request.body?.everywhere ?? false)
      return isForm(request) ? reply.redirect(redirectTo, 303) : { redirectTo, revoked }
    },
  )

  app.get(
    '/auth/logout',
    {
      config: { public: true },
      schema: {
        tags: ['identity'],
        summary: 'Sign out by a link of this app; from anywhere else it asks first',
        response: { 200: z.string(), 303: z.null(), ...problems },
      },
    },
    async (request, reply) => {
      const isTyped = request.headers['sec-fetch-site'] === 'none'
      if (isTyped || (request.headers['sec-fetch-site'] && isSameOrigin(request, publicUrl))) {
        return reply.redirect((await logout(request, reply, false)).redirectTo, 303)
      }
      return reply.type('text/html; charset=utf-8').send(askPage())
    },
  )

  async function logout(request: FastifyRequest, reply: FastifyReply, everywhere: boolean) {
    const { cookies, ...outcome } = await identity.logout(credentials(request), everywhere)
    setCookies(reply, cookies)
    events.signedOut(outcome.revoked)
    return outcome
  }

  const flags: CookieSerializeOptions = {
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
  }
  function setCookies(reply: FastifyReply, cookies: CookieToSet[]) {
    for (const { name, value, path, maxAge } of cookies) {
      reply.setCookie(name, value, { ...flags, path, maxAge })
    }
  }
}

/** Whether a form was sent, which wants a page back. */
const isForm = (request: FastifyRequest) =>
  request.method === 'POST' && wantsHtml(request.headers.accept) && !request.headers.authorization

/** Whether the browser came by localhost, 127.0.0.1 or [::1] and PUBLIC_URL says another name. */
function isOtherLoopback(host: string | undefined, publicUrl: string) {
  if (!host || host === new URL(publicUrl).host || !URL.canParse(`http://${host}`)) return false
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(`http://${host}`).hostname)
}

const tryAgain = ({ query }: FastifyRequest) => {
  const { returnTo } = (query ?? {}) as { returnTo?: string }
  const again = returnTo ? `/auth/login?${new URLSearchParams({ returnTo })}` : '/auth/login'
  return html`<p><a class="button button-wide" href="${again}">Sign in again</a></p>`
}

const askPage = () =>
  page({
    title: 'Sign out?',
    lead: 'Your session goes on unless you say so.',
    body: html`
      <form method="post" action="/auth/logout"><button class="button button-wide">Sign out</button></form>
      <p class="aside"><a href="/">Stay signed in</a></p>`,
  })
