import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../../errors.ts'
import { everyRoutePublic } from '../../../http/authentication.ts'
import { requireSameOrigin } from '../../../http/csrf.ts'
import { parseForms } from '../../../http/forms.ts'
import { byNetwork } from '../../../http/network.ts'
import { pageLanguage, rememberLanguage } from '../../../http/page-language.ts'
import { FormError } from '../../../identity/local/accounts.ts'
import { usedCredentialSchema } from '../../../identity/local/factors/credentials.ts'
import { parseJson } from '../../../stored-record.ts'
import { say } from '../../../texts/index.ts'
import { MOUNT, SESSION_COOKIE } from '../names.ts'
import {
  type FormErrors,
  failedPage,
  linkOverPage,
  resetDonePage,
  resetPage,
  signInPage,
  signUpPage,
} from './html.ts'
import type { PagesOptions } from './options.ts'
import {
  AS_BEFORE,
  actionOf,
  exchange,
  formOf,
  forTheForm,
  pathOf,
  type SignIn,
  settingOf,
  tooOld,
} from './requests.ts'
import { createSecondStep } from './second-step.ts'
import { storageProblem } from './storage-problem.ts'

const INVITATION = 'invitation'

type WithCode = { Params: { code: string } }

/** The provider's pages: sign in, sign up, choose a new password, sign out. */
export async function providerPages(app: FastifyInstance, options: PagesOptions) {
  const { interactions, accounts, factors, knownDevices, publicUrl, securityLog, isFromThisMachine } = options
  const { passkeys } = factors
  const cookieOptions: CookieSerializeOptions = {
    path: MOUNT,
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
  }
  const second = createSecondStep({ ...options, cookieOptions })

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
      return enter(request, reply, showSignIn, async (form) => {
        const known = accounts.findByEmail(form.email)
        const device = known && (await knownDevices.find(known.id, request.cookies))
        const account = await accounts.signIn(form, request.ip, device)
        return second.letIn(request, reply, account, ['password'])
      })
    })

    second.routes(scope)
    passkeyRoutes(scope)

    scope.get<SignIn>('/sign-in/:uid/sign-up', async (request, reply) => {
      if (!(await interactions.waitingFor(exchange(request, reply)))) return tooOld(request, reply)
      return showSignUp(request)
    })

    scope.post<SignIn>('/sign-in/:uid/sign-up', async (request, reply) => {
      if (!(await interactions.waitingFor(exchange(request, reply)))) return tooOld(request, reply)
      const invitation = request.cookies[INVITATION]
      return enter(request, reply, showSignUp, async (form) => {
        const sender = { address: request.ip, isThisMachine: isFromThisMachine(request) }
        const account = await accounts.signUp({ ...form, invitation }, sender)
        if (invitation) reply.clearCookie(INVITATION, cookieOptions)
        const details = { account: account.id, network: byNetwork(request), methods: ['password'] as const }
        securityLog.record('account_created', details)
        return interactions.finish(exchange(request, reply), account)
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

  function passkeyRoutes(scope: FastifyInstance) {
    const config = { rateLimit: { max: 60, timeWindow: '1 minute', keyGenerator: byNetwork } }

    scope.post<SignIn>('/sign-in/:uid/passkey/options', { config }, async (request, reply) => {
      if (!(await interactions.waitingFor(exchange(request, reply)))) return tooOld(request, reply)
      return reply.type('application/json; charset=utf-8').send(await passkeys.optionsToSignIn())
    })

    scope.post<SignIn>('/sign-in/:uid/passkey', { config }, async (request, reply) => {
      if (!(await interactions.waitingFor(exchange(request, reply)))) return tooOld(request, reply)
      return enter(request, reply, showSignIn, async () => {
        const credential = credentialIn(request)
        const account = credential && (await passkeys.signIn(credential))
        if (!account) throw new FormError({ form: 'wrong_passkey' })
        return second.letIn(request, reply, account, ['passkey'])
      })
    })
  }

  /** Handles a form: redirects to where `admit` says, or shows the form again with its errors. */
  async function enter(
    request: FastifyRequest<SignIn>,
    reply: FastifyReply,
    show: (request: FastifyRequest<SignIn>, again: Again) => string,
    admit: (form: ReturnType<typeof formOf>) => Promise<string>,
  ) {
    const form = formOf(request)
    try {
      return reply.redirect(await admit(form), 303)
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
    return signInPage({
      language,
      self: `${action}${AS_BEFORE}`,
      action,
      signUp,
      passkey: passkeys.isOffered() ? `${action}/passkey` : undefined,
      noPasskeys: passkeys.hasAny() ? passkeys.addressProblem : undefined,
      ...again,
    })
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
}

type Again = { email?: string; code?: string; errors: FormErrors }

function credentialIn({ body }: FastifyRequest) {
  const { credential } = (body ?? {}) as { credential?: unknown }
  return usedCredentialSchema.safeParse(parseJson(String(credential))).data
}

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
