import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../../errors.ts'
import { everyRoutePublic } from '../../../http/authentication.ts'
import { requireSameOrigin } from '../../../http/csrf.ts'
import { parseForms } from '../../../http/forms.ts'
import { byNetwork } from '../../../http/network.ts'
import { pageLanguage, rememberLanguage } from '../../../http/page-language.ts'
import { type Accounts, FormError } from '../../../identity/local/accounts.ts'
import type { Account } from '../../../identity/local/ports.ts'
import type { SecurityEvent, SecurityLog } from '../../../identity/security-log.ts'
import { say } from '../../../texts/index.ts'
import type { Interactions } from '../interactions.ts'
import { MOUNT, SESSION_COOKIE } from '../names.ts'
import {
  expiredPage,
  type FormErrors,
  failedPage,
  linkOverPage,
  resetDonePage,
  resetPage,
  signInPage,
  signUpPage,
} from './html.ts'
import { storageProblem } from './storage-problem.ts'

const INVITATION = 'invitation'

export interface PagesOptions {
  interactions: Interactions
  accounts: Accounts
  publicUrl: string
  securityLog: SecurityLog
  /** Whether a request comes from the machine the server runs on. */
  isFromThisMachine(request: FastifyRequest): boolean
  /** The only client, and where its users may be redirected after signing out. */
  clientId: string
  afterLogout: string
}

type SignIn = { Params: { uid: string }; Querystring: { here?: string } }
type WithCode = { Params: { code: string } }

/** The provider's pages: sign in, sign up, choose a new password, sign out. */
export async function providerPages(app: FastifyInstance, options: PagesOptions) {
  const { interactions, accounts, publicUrl, securityLog, isFromThisMachine } = options

  await app.register(pages, { prefix: MOUNT })

  async function pages(scope: FastifyInstance) {
    everyRoutePublic(scope)
    parseForms(scope)
    scope.addHook('onRequest', async (request, reply) => {
      reply.header('Cache-Control', 'no-store').type('text/html; charset=utf-8')
      rememberLanguage(request, reply, publicUrl)
      requireSameOrigin(request, publicUrl)
    })
    scope.setErrorHandler(showError)

    scope.get<SignIn>('/sign-in/:uid', async (request, reply) => {
      const purpose = await interactions.waitingFor(exchange(request, reply))
      if (!purpose) return tooOld(request, reply)
      const by = accounts.signUpFor(request.cookies[INVITATION])
      const isExpected = by === 'invitation' || purpose === 'sign-up'
      const isNewcomer = by === 'being_first' || (isExpected && request.query.here === undefined)
      return isNewcomer ? showSignUp(request) : showSignIn(request)
    })

    scope.post<SignIn>('/sign-in/:uid', async (request, reply) => {
      if (!(await interactions.waitingFor(exchange(request, reply)))) return tooOld(request, reply)
      return enter(request, reply, showSignIn, 'sign_in_succeeded', (form) =>
        accounts.signIn(form, request.ip),
      )
    })

    scope.get<SignIn>('/sign-in/:uid/sign-up', async (request, reply) => {
      if (!(await interactions.waitingFor(exchange(request, reply)))) return tooOld(request, reply)
      return showSignUp(request)
    })

    scope.post<SignIn>('/sign-in/:uid/sign-up', async (request, reply) => {
      if (!(await interactions.waitingFor(exchange(request, reply)))) return tooOld(request, reply)
      const invitation = request.cookies[INVITATION]
      return enter(request, reply, showSignUp, 'account_created', async (form) => {
        const sender = { address: request.ip, isThisMachine: isFromThisMachine(request) }
        const account = await accounts.signUp({ ...form, invitation }, sender)
        if (invitation) reply.clearCookie(INVITATION, cookieOptions)
        return account
      })
    })

    scope.get<WithCode>('/invitation/:code', async (request, reply) => {
      const { code } = request.params
      if (!accounts.signUpFor(code))
        return reply.code(404).send(linkOverPage('invitation', settingOf(request)))
      reply.setCookie(INVITATION, code, { ...cookieOptions, maxAge: 3_600 })
      return reply.redirect(`${publicUrl}/auth/login`, 303)
    })

    scope.get<WithCode>('/reset/:code', async (request, reply) => {
      const account = accounts.resetFor(request.params.code)
      if (!account) return reply.code(404).send(linkOverPage('reset', settingOf(request)))
      return resetPage({ ...settingOf(request), action: pathOf(request), email: account.email })
    })

    scope.post<WithCode>('/reset/:code', async (request, reply) => {
      const account = accounts.resetFor(request.params.code)
      if (!account) return reply.code(404).send(linkOverPage('reset', settingOf(request)))
      try {
        const changed = await accounts.reset(request.params.code, formOf(request).password)
        securityLog.record('password_reset', { account: changed.id, network: byNetwork(request) })
        return resetDonePage(settingOf(request))
      } catch (error) {
        const { status, errors } = forTheForm(error)
        const form = { ...settingOf(request), action: pathOf(request), email: account.email, errors }
        return reply.code(status).send(resetPage(form))
      }
    })

    // Ends the browser's session at the provider as Cognito does: revokes nothing and redirects.
    scope.get<{ Querystring: { client_id?: string; logout_uri?: string } }>(
      '/logout',
      async (request, reply) => {
        const { client_id: clientId, logout_uri: logoutUri } = request.query
        if (clientId !== options.clientId || logoutUri !== options.afterLogout) {
          throw new Refusal(
            'bad_request',
            say(({ refusals }) => refusals.signOutAddress),
          )
        }
        await interactions.signOut(exchange(request, reply))
        for (const name of [SESSION_COOKIE, `${SESSION_COOKIE}.sig`]) reply.clearCookie(name, cookieOptions)
        return reply.redirect(options.afterLogout, 303)
      },
    )
  }

  /** Handles a form: redirects, or shows the form again with its errors. */
  async function enter(
    request: FastifyRequest<SignIn>,
    reply: FastifyReply,
    show: (request: FastifyRequest<SignIn>, again: Again) => string,
    event: Extract<SecurityEvent, 'sign_in_succeeded' | 'account_created'>,
    admit: (form: ReturnType<typeof formOf>) => Promise<Account>,
  ) {
    const form = formOf(request)
    try {
      const account = await admit(form)
      securityLog.record(event, { account: account.id, network: byNetwork(request), methods: ['password'] })
      return reply.redirect(await interactions.finish(exchange(request, reply), account), 303)
    } catch (error) {
      const { status, errors, retryAfter } = forTheForm(error)
      recordFailure(request, error)
      if (retryAfter) reply.header('Retry-After', retryAfter)
      return reply.code(status).send(show(request, { email: form.email, code: form.code, errors }))
    }
  }

  /** Values that were only mistyped, such as a password that is too short, are no failure. */
  function recordFailure(request: FastifyRequest, error: unknown) {
    const reason = error instanceof FormError ? (error.fields.form ?? error.fields.code) : undefined
    const isThrottled = error instanceof Refusal
    if (!isThrottled && !reason) return
    const account = accounts.findByEmail(formOf(request).email)?.id
    const event = isThrottled ? 'sign_in_throttled' : 'sign_in_failed'
    securityLog.record(event, { account, network: byNetwork(request), reason })
  }

  function showSignIn(request: FastifyRequest<SignIn>, again?: Again) {
    const action = actionOf(request)
    const signUp = accounts.signUpFor(request.cookies[INVITATION]) && `${action}/sign-up`
    const language = pageLanguage(request)
    return signInPage({ language, self: `${action}${AS_BEFORE}`, action, signUp, ...again })
  }

  function showSignUp(request: FastifyRequest<SignIn>, again?: Again) {
    const by = accounts.signUpFor(request.cookies[INVITATION])
    if (!by) return showSignIn(request, { errors: { form: 'sign_up_closed' }, ...again })
    const signIn = actionOf(request)
    const action = `${signIn}/sign-up`
    return signUpPage({
      language: pageLanguage(request),
      self: action,
      action,
      signIn: `${signIn}${AS_BEFORE}`,
      by,
      needsCode: by === 'being_first' && !isFromThisMachine(request),
      ...again,
    })
  }

  const cookieOptions: CookieSerializeOptions = {
    path: MOUNT,
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
  }
}

type Again = { email?: string; code?: string; errors: FormErrors }

/** The page is asked for by somebody who has an account, whatever else would show the one that creates it. */
const AS_BEFORE = '?here=before'

const actionOf = ({ params }: FastifyRequest<SignIn>) => `${MOUNT}/sign-in/${encodeURIComponent(params.uid)}`

const pathOf = ({ url }: FastifyRequest) => url.split('?', 1)[0] ?? url

const settingOf = (request: FastifyRequest) => ({ language: pageLanguage(request), self: pathOf(request) })

const exchange = (request: FastifyRequest, reply: FastifyReply) => ({ req: request.raw, res: reply.raw })

function formOf({ body }: FastifyRequest) {
  const fields = (body ?? {}) as Record<string, unknown>
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return { email: text(fields.email), password: text(fields.password), code: text(fields.code) }
}

/** The status and errors of a form that was refused; other errors are rethrown to the error page. */
function forTheForm(error: unknown): { status: number; errors: FormErrors; retryAfter?: number } {
  if (error instanceof FormError) return { status: 422, errors: error.fields }
  if (error instanceof Refusal && error.code === 'too_many_requests') {
    const retryAfter = error.retryAfter ?? 60
    return { status: 429, errors: { waitMinutes: Math.ceil(retryAfter / 60) }, retryAfter }
  }
  throw error
}

const tooOld = (request: FastifyRequest, reply: FastifyReply) =>
  reply.code(400).send(expiredPage(settingOf(request)))

function showError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const status = statusOf(error)
  if (status >= 500) request.log.error({ err: error }, 'A sign-in page failed')
  const usual = status >= 500 || status === 429 ? 'lead' : status === 403 ? 'otherSite' : 'address'
  const why = storageProblem(error)?.why ?? usual
  const language = pageLanguage(request)
  return reply.code(status).type('text/html; charset=utf-8').send(failedPage(why, { language }))
}

function statusOf(error: FastifyError) {
  if (error instanceof Refusal) return error.code === 'cross_site_request' ? 403 : 400
  return error.statusCode ?? storageProblem(error)?.status ?? 500
}
