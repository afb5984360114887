import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { credentials, sendsForm } from '../../http/authentication.ts'
import { isSameOrigin, requireSameOrigin } from '../../http/csrf.ts'
import { html, page } from '../../http/page.ts'
import { problems } from '../../http/route.ts'
import type { Services } from '../../services.ts'
import { setCookies } from './set-cookies.ts'

const logoutBody = z
  .object({
    everywhere: z.union([z.boolean(), z.stringbool()]).default(false).meta({
      description: 'End all sessions of the person, not just this one',
    }),
  })
  .nullish()

const notDone = z.enum([
  'session_not_ended',
  'refresh_token_not_revoked',
  'other_sessions_not_ended_at_provider',
])

const loggedOut = z.object({
  redirectTo: z.string().meta({ description: 'Where a browser ends its session at the provider too' }),
  revoked: z.boolean().meta({ description: 'Whether the provider revoked the refresh token' }),
  notDone: z
    .array(notDone)
    .meta({ description: 'What could not be done, e.g. because the provider does not answer' }),
})

export const logoutRoutes: FastifyPluginAsyncZod<Services> = async (app, { identity, events, config }) => {
  const { publicUrl } = config

  app.post(
    '/auth/logout',
    {
      config: { public: true },
      schema: {
        tags: ['identity'],
        summary: 'Sign out: the session ends at once, here and at the provider',
        description:
          'A form (Accept: text/html) is sent on to the provider with 303, or shown a page where the provider does ' +
          'not answer.',
        body: logoutBody,
        response: { 200: z.union([loggedOut, z.string()]), 303: z.null(), ...problems },
      },
    },
    async (request, reply) => {
      const isBearer = identity.credentialsOf(credentials(request))?.via === 'bearer'
      if (!isBearer) requireSameOrigin(request, publicUrl)
      const outcome = await logout(request, reply, request.body?.everywhere ?? false)
      return sendsForm(request) ? leave(reply, outcome) : outcome
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
        return leave(reply, await logout(request, reply, false))
      }
      return sendPage(reply, askPage())
    },
  )

  async function logout(request: FastifyRequest, reply: FastifyReply, everywhere: boolean) {
    const { cookies, ...outcome } = await identity.logout(credentials(request), everywhere)
    setCookies(reply, cookies, publicUrl)
    events.signedOut(outcome.revoked)
    return outcome
  }
}

type Outcome = z.output<typeof loggedOut>

/** On to the provider, unless the person has to know first that something is left. */
const leave = (reply: FastifyReply, outcome: Outcome) =>
  outcome.notDone.length > 0
    ? sendPage(reply, partlyDonePage(outcome))
    : reply.redirect(outcome.redirectTo, 303)

const sendPage = (reply: FastifyReply, text: string) => reply.type('text/html; charset=utf-8').send(text)

const askPage = () =>
  page({
    title: 'Sign out?',
    lead: 'Your session goes on unless you say so.',
    body: html`
      <form method="post" action="/auth/logout"><button class="button button-wide">Sign out</button></form>
      <p class="aside"><a href="/">Stay signed in</a></p>`,
  })

const LEFT: Record<Outcome['notDone'][number], string> = {
  session_not_ended:
    'The session itself could not be ended here, so what it gave to others may work for up to a day.',
  refresh_token_not_revoked:
    'The sign-in service did not take the session back; this application refuses it.',
  other_sessions_not_ended_at_provider:
    'The sign-in service did not end your other sessions; this application refuses them.',
}

const partlyDonePage = ({ notDone, redirectTo }: Outcome) =>
  page({
    title: 'You are signed out here',
    lead: 'This browser holds no session any more, but the sign-in service did not do its part:',
    body: html`
      <ul>${notDone.map((what) => html`<li>${LEFT[what]}</li>`)}</ul>
      <p><a class="button button-wide" href="${redirectTo}">Sign out at the sign-in service</a></p>
      <p class="aside"><a href="/">To the start page</a></p>`,
  })
