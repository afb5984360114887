import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { credentials, sendsForm } from '../../http/authentication.ts'
import { isSameOrigin, requireSameOrigin } from '../../http/csrf.ts'
import { empty } from '../../http/downloads.ts'
import { byNetwork } from '../../http/network.ts'
import { html, page } from '../../http/page.ts'
import { pageLanguage } from '../../http/page-language.ts'
import { flag } from '../../http/query-values.ts'
import type { Language } from '../../language.ts'
import { NOT_DONE } from '../session-end.ts'
import type { IdentityRoutesDeps } from './deps.ts'
import { setCookies } from './set-cookies.ts'
import { words } from './words.ts'

const logoutBody = z
  .object({
    everywhere: z.union([z.boolean(), z.stringbool()]).default(false).meta({
      description: 'End all sessions of the person, not only this one',
    }),
  })
  .nullish()

const logoutQuery = z.object({
  ask: flag.default(false).meta({ description: 'Whether to ask first in any case' }),
  ui_locales: z.string().optional().meta({ description: 'The language of the page, `en` or `ms`' }),
})

const loggedOut = z.object({
  redirectTo: z
    .string()
    .optional()
    .meta({
      description:
        'Where a browser goes to end its session at the provider too. Absent for a bearer token of another client, ' +
        'which is not registered for these addresses',
    }),
  revoked: z.boolean().meta({ description: 'Whether the provider revoked the refresh token' }),
  notDone: z
    .array(z.enum(NOT_DONE))
    .meta({ description: 'What could not be done, e.g. because the provider is not responding' }),
})

export const logoutRoutes: FastifyPluginAsyncZod<IdentityRoutesDeps> = async (
  app,
  { identity, securityLog },
) => {
  const { publicUrl } = identity

  app.post(
    '/auth/logout',
    {
      config: {
        public: true,
        refusals: [
          'unauthenticated',
          'invalid_token',
          'duplicate_cookie',
          'cross_site_request',
          'identity_unavailable',
          'storage_unavailable',
        ],
      },
      schema: {
        operationId: 'signOut',
        tags: ['identity'],
        summary: 'Sign out: end the session at once, here and at the provider',
        security: [{ bearer: [] }, { cookie: [] }],
        description:
          'A form (Accept: text/html) is redirected to the provider with 303, or gets a page when the provider is not ' +
          'responding.',
        body: logoutBody,
        response: {
          200: {
            description: 'Signed out',
            content: { 'application/json': { schema: loggedOut }, 'text/html': { schema: z.string() } },
          },
          303: empty('To the provider, which ends its session too'),
        },
      },
    },
    async (request, reply) => {
      if (!identity.isBearer(credentials(request))) requireSameOrigin(request, publicUrl)
      const outcome = await logout(request, reply, request.body?.everywhere ?? false)
      return sendsForm(request) ? leave(request, reply, outcome) : outcome
    },
  )

  app.get(
    '/auth/logout',
    {
      config: { public: true, refusals: ['duplicate_cookie', 'identity_unavailable', 'storage_unavailable'] },
      schema: {
        operationId: 'signOutByLink',
        tags: ['identity'],
        summary: 'Sign out by a link of this app; a request from anywhere else gets a page that asks first',
        querystring: logoutQuery,
        response: {
          200: { description: 'A page that asks first', content: { 'text/html': { schema: z.string() } } },
          303: empty('Signed out; to the provider, which ends its session too'),
        },
      },
    },
    async (request, reply) => {
      const isTyped = request.headers['sec-fetch-site'] === 'none'
      const isOurs = request.headers['sec-fetch-site'] && isSameOrigin(request, publicUrl)
      if (!request.query.ask && (isTyped || isOurs)) {
        return leave(request, reply, await logout(request, reply, false))
      }
      return sendPage(reply, askPage(pageLanguage(request)))
    },
  )

  async function logout(request: FastifyRequest, reply: FastifyReply, everywhere: boolean) {
    const { cookies, account, ...outcome } = await identity.logout(credentials(request), everywhere)
    setCookies(reply, cookies, publicUrl)
    securityLog.record('session_ended', {
      account,
      network: byNetwork(request),
      reason: everywhere ? 'signed_out_everywhere' : 'signed_out',
      notDone: outcome.notDone,
    })
    return outcome
  }
}

type Outcome = z.output<typeof loggedOut>

/** Redirects to the provider, unless the person has to know first that something was not done. */
const leave = (request: FastifyRequest, reply: FastifyReply, outcome: Outcome) =>
  outcome.notDone.length > 0
    ? sendPage(reply, partlyDonePage(outcome, pageLanguage(request)))
    : reply.redirect(outcome.redirectTo ?? '/', 303)

const sendPage = (reply: FastifyReply, text: string) => reply.type('text/html; charset=utf-8').send(text)

function askPage(language: Language) {
  const { title, lead, button, stay } = words[language].signOut
  return page({
    language,
    self: '/auth/logout?ask=true',
    title,
    lead,
    body: html`
      <form method="post" action="/auth/logout"><button class="button">${button}</button></form>
      <p class="aside"><a href="/">${stay}</a></p>`,
  })
}

function partlyDonePage({ notDone, redirectTo }: Outcome, language: Language) {
  const { title, lead, atProvider, home, explanations } = words[language].partlySignedOut
  return page({
    language,
    title,
    lead,
    body: html`
      <ul>${notDone.map((what) => html`<li>${explanations[what]}</li>`)}</ul>
      ${redirectTo !== undefined && html`<p><a class="button" href="${redirectTo}">${atProvider}</a></p>`}
      <p class="aside"><a href="/">${home}</a></p>`,
  })
}
