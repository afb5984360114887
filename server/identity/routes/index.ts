import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { credentials, opensPage, sendsForm } from '../../http/authentication.ts'
import { parseForms } from '../../http/forms.ts'
import { languageOf } from '../../http/language.ts'
import { html, page } from '../../http/page.ts'
import { asProblem } from '../../http/problems.ts'
import type { IdentityRoutesDeps } from './deps.ts'
import { loginRoutes } from './login.ts'
import { logoutRoutes } from './logout.ts'
import { profileRoutes } from './profile.ts'
import { refreshRoutes } from './refresh.ts'
import { sessionRoutes } from './sessions.ts'

/** Signs browsers in and out. The tokens themselves appear in cookies only. */
export const identityRoutes: FastifyPluginAsyncZod<IdentityRoutesDeps> = async (app, deps) => {
  parseForms(app)

  app.addHook('onRequest', async (request, reply) => {
    reply.header('Cache-Control', 'no-store')
    deps.identity.refuseDuplicateCookies(credentials(request))
  })

  app.setErrorHandler(async (error, request, reply) => {
    if (!opensPage(request) && !sendsForm(request)) throw error
    const { status, title, detail } = asProblem(error, request, await languageOf(request))
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .send(page({ title, lead: detail, body: tryAgain(request) }))
  })

  await app.register(loginRoutes, deps)
  await app.register(refreshRoutes, deps)
  await app.register(profileRoutes, deps)
  await app.register(logoutRoutes, deps)
  await app.register(sessionRoutes, deps)
}

/** A link to sign in again, back to the page that was asked for. */
const tryAgain = ({ query }: FastifyRequest) => {
  const { returnTo } = (query ?? {}) as { returnTo?: string }
  const again = returnTo ? `/auth/login?${new URLSearchParams({ returnTo })}` : '/auth/login'
  return html`<p><a class="button button-wide" href="${again}">Sign in again</a></p>`
}
