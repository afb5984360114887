import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { opensPage, sendsForm } from '../../http/authentication.ts'
import { parseForms } from '../../http/forms.ts'
import { html, page } from '../../http/page.ts'
import { asProblem } from '../../http/problems.ts'
import type { Services } from '../../services.ts'
import { loginRoutes } from './login.ts'
import { logoutRoutes } from './logout.ts'
import { profileRoutes } from './profile.ts'
import { refreshRoutes } from './refresh.ts'
import { sessionRoutes } from './sessions.ts'

/** Signing in and out of a browser session. The tokens themselves never leave their cookies. */
export const identityRoutes: FastifyPluginAsyncZod<Services> = async (app, services) => {
  parseForms(app)

  app.addHook('onRequest', async (_request, reply) => {
    reply.header('Cache-Control', 'no-store')
  })

  app.setErrorHandler((error, request, reply) => {
    if (!opensPage(request) && !sendsForm(request)) throw error
    const { status, title, detail } = asProblem(error, request)
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .send(page({ title, lead: detail, body: tryAgain(request) }))
  })

  await app.register(loginRoutes, services)
  await app.register(refreshRoutes, services)
  await app.register(profileRoutes, services)
  await app.register(logoutRoutes, services)
  await app.register(sessionRoutes, services)
}

const tryAgain = ({ query }: FastifyRequest) => {
  const { returnTo } = (query ?? {}) as { returnTo?: string }
  const again = returnTo ? `/auth/login?${new URLSearchParams({ returnTo })}` : '/auth/login'
  return html`<p><a class="button button-wide" href="${again}">Sign in again</a></p>`
}
