import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { credentials, opensPage, sendsForm } from '../../http/authentication.ts'
import { parseForms } from '../../http/forms.ts'
import { html, page } from '../../http/page.ts'
import { pageLanguage, rememberLanguage } from '../../http/page-language.ts'
import { asProblem } from '../../http/problems.ts'
import type { Language } from '../../language.ts'
import { credentialRoutes } from './credentials.ts'
import type { IdentityRoutesDeps } from './deps.ts'
import { factorRoutes } from './factors/index.ts'
import { loginRoutes } from './login.ts'
import { logoutRoutes } from './logout.ts'
import { profileRoutes } from './profile.ts'
import { refreshRoutes } from './refresh.ts'
import { sessionRoutes } from './sessions.ts'
import { words } from './words.ts'

/** Signs browsers in and out. The tokens themselves appear in cookies only. */
export const identityRoutes: FastifyPluginAsyncZod<IdentityRoutesDeps> = async (app, deps) => {
  parseForms(app)

  app.addHook('onRequest', async (request, reply) => {
    reply.header('Cache-Control', 'no-store')
    rememberLanguage(request, reply, deps.identity.publicUrl)
    deps.identity.refuseDuplicateCookies(credentials(request))
  })

  app.setErrorHandler((error, request, reply) => {
    if (!opensPage(request) && !sendsForm(request)) throw error
    const language = pageLanguage(request)
    const { status, title, detail } = asProblem(error, request, language)
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .send(page({ language, self: selfOf(request), title, lead: detail, body: tryAgain(request, language) }))
  })

  await app.register(loginRoutes, deps)
  await app.register(refreshRoutes, deps)
  await app.register(profileRoutes, deps)
  await app.register(logoutRoutes, deps)
  await app.register(sessionRoutes, deps)
  await app.register(credentialRoutes, deps)
  await app.register(factorRoutes, deps)
}

/** A link to sign in again, back to the page that was asked for. */
function tryAgain(request: FastifyRequest, language: Language) {
  const again = `/auth/login${returnTo(request)}`
  return html`<p><a class="button" href="${again}">${words[language].signInAgain}</a></p>`
}

/** The page can be opened again in the other language, without the code that a provider may have put into its address. */
const selfOf = (request: FastifyRequest) =>
  request.method === 'GET' ? `${request.url.split('?', 1)[0]}${returnTo(request)}` : undefined

function returnTo({ query }: FastifyRequest) {
  const { returnTo: path } = (query ?? {}) as { returnTo?: string }
  return path ? `?${new URLSearchParams({ returnTo: path })}` : ''
}
