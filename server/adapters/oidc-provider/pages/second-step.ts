import { createHash } from 'node:crypto'
import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../../errors.ts'
import { byNetwork } from '../../../http/network.ts'
import { FormError } from '../../../identity/local/accounts.ts'
import type { Account } from '../../../identity/local/ports.ts'
import type { SignInMethod } from '../../../identity/security-log.ts'
import type { FormErrors } from './html.ts'
import type { PagesOptions } from './options.ts'
import {
  AS_BEFORE,
  actionOf,
  exchange,
  formOf,
  forTheForm,
  type SignIn,
  settingOf,
  tooOld,
} from './requests.ts'
import { codePage, toldPage } from './second-step-html.ts'

const COOKIE = 'sign_in_step'
const MINUTES = 10

interface SecondStepOptions extends PagesOptions {
  cookieOptions: CookieSerializeOptions
}

/** Who has given which proof at a sign-in that is not complete yet. */
interface Waiting {
  account: Account
  methods: SignInMethod[]
}

/**
 * What follows the password at a sign-in: the code of an authenticator app, and what the person has to be told. Who has
 * got how far is kept in a sealed cookie of this sign-in, for ten minutes.
 */
export function createSecondStep(options: SecondStepOptions) {
  const { interactions, accounts, factors, secondSteps, clock, securityLog } = options

  /** Signs a person in, or leads them to the next step. Resolves to the address to redirect the browser to. */
  async function letIn(
    request: FastifyRequest<SignIn>,
    reply: FastifyReply,
    account: Account,
    methods: SignInMethod[],
  ): Promise<string> {
    if (!nextStep({ account, methods })) {
      securityLog.record('sign_in_succeeded', { account: account.id, network: byNetwork(request), methods })
      reply.clearCookie(COOKIE, cookieOf(request))
      return interactions.finish(exchange(request, reply), account)
    }
    const claims = { account: account.id, methods, password: fingerprint(account) }
    const expiresAt = new Date(clock.now().getTime() + MINUTES * 60_000)
    const sealed = await secondSteps.seal(request.params.uid, claims, expiresAt)
    reply.setCookie(COOKIE, sealed, { ...cookieOf(request), maxAge: MINUTES * 60 })
    return `${actionOf(request)}/second`
  }

  function nextStep({ account, methods }: Waiting): 'code' | 'notice' | undefined {
    if (methods.every((method) => method === 'password') && factors.needsCode(account.id)) return 'code'
    return factors.notices(account.id).length > 0 ? 'notice' : undefined
  }

  /** Undefined where it is too long ago, of another sign-in, or the password has changed since. */
  async function waitingIn(request: FastifyRequest<SignIn>): Promise<Waiting | undefined> {
    const sealed = request.cookies[COOKIE]
    const claims = sealed ? await secondSteps.open(request.params.uid, sealed) : undefined
    const account = claims && accounts.find(String(claims.account))
    if (!account || claims.password !== fingerprint(account)) return undefined
    return { account, methods: claims.methods as SignInMethod[] }
  }

  function show(request: FastifyRequest<SignIn>, { account, methods }: Waiting, errors?: FormErrors) {
    const action = `${actionOf(request)}/second`
    const setting = { ...settingOf(request), action }
    if (nextStep({ account, methods }) === 'notice')
      return toldPage({ ...setting, notices: factors.notices(account.id) })
    const isPasskeyOffered = factors.passkeys.isOffered() && factors.of(account.id).passkeys.length > 0
    const passkey = isPasskeyOffered ? `${actionOf(request)}/passkey` : undefined
    return codePage({ ...setting, passkey, errors })
  }

  async function take(request: FastifyRequest<SignIn>, { account, methods }: Waiting): Promise<Waiting> {
    if (nextStep({ account, methods }) === 'notice') {
      factors.noticesRead(account.id)
      return { account, methods }
    }
    const device = await options.knownDevices.find(account.id, request.cookies)
    const accepted = await factors.checkCode(account, formOf(request).code, request.ip, device)
    if (accepted === 'unreadable') throw new FormError({ form: 'codes_unreadable' })
    if (!accepted) throw new FormError({ code: 'wrong_second_code' })
    return { account, methods: [...methods, accepted] }
  }

  function recordFailure(request: FastifyRequest<SignIn>, { account }: Waiting, error: unknown) {
    const event = error instanceof Refusal ? 'sign_in_throttled' : 'second_factor_failed'
    const reason = error instanceof FormError ? (error.fields.form ?? error.fields.code) : undefined
    securityLog.record(event, { account: account.id, network: byNetwork(request), reason })
  }

  const cookieOf = (request: FastifyRequest<SignIn>) => ({
    ...options.cookieOptions,
    path: actionOf(request),
  })

  return {
    letIn,

    routes(scope: FastifyInstance) {
      scope.get<SignIn>('/sign-in/:uid/second', async (request, reply) => {
        if (!(await interactions.waitingFor(exchange(request, reply)))) return tooOld(request, reply)
        const waiting = await waitingIn(request)
        return waiting ? show(request, waiting) : reply.redirect(`${actionOf(request)}${AS_BEFORE}`, 303)
      })

      scope.post<SignIn>('/sign-in/:uid/second', async (request, reply) => {
        if (!(await interactions.waitingFor(exchange(request, reply)))) return tooOld(request, reply)
        const waiting = await waitingIn(request)
        if (!waiting) return reply.redirect(`${actionOf(request)}${AS_BEFORE}`, 303)
        try {
          const { account, methods } = await take(request, waiting)
          return reply.redirect(await letIn(request, reply, account, methods), 303)
        } catch (error) {
          const { status, errors, retryAfter } = forTheForm(error)
          recordFailure(request, waiting, error)
          if (retryAfter) reply.header('Retry-After', retryAfter)
          return reply.code(status).send(show(request, waiting, errors))
        }
      })
    },
  }
}

/** Says whether the password is still the one that was given, and nothing else about it. */
const fingerprint = ({ passwordHash }: Account) =>
  createHash('sha256').update(passwordHash).digest('base64url')
