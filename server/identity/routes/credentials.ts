import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Refusal, type ValueError } from '../../errors.ts'
import { byNetwork } from '../../http/network.ts'
import { caller, changeLimit } from '../../http/route.ts'
import type { Text } from '../../language.ts'
import { say } from '../../texts/index.ts'
import {
  type Accounts,
  type FieldErrors,
  FormError,
  LONGEST_PASSWORD,
  type Owner,
  SHORTEST_PASSWORD,
} from '../local/accounts.ts'
import type { IdentityRoutesDeps } from './deps.ts'

const currentPassword = z
  .string()
  .max(LONGEST_PASSWORD)
  .meta({ description: 'Asked again. Wrong ones count as failed sign-ins of this session' })

const newPassword = z.strictObject({
  currentPassword,
  newPassword: z.string().meta({
    description: `At least ${SHORTEST_PASSWORD} characters; neither a common one nor made of the address`,
  }),
})

const newEmail = z.strictObject({ currentPassword, email: z.string().max(1_000) })

const signInName = z
  .object({
    email: z.string().meta({ description: 'The address to sign in with from now on, in lower case' }),
  })
  .meta({ id: 'SignInName' })

/** What a person signs in with, where their account is kept on this server. */
export const credentialRoutes: FastifyPluginAsyncZod<IdentityRoutesDeps> = async (app, deps) => {
  const { identity, securityLog } = deps

  app.put(
    '/me/password',
    {
      config: { ...changeLimit(30), refusals: ['not_found', 'proof_refused'] },
      schema: {
        operationId: 'changePassword',
        tags: ['identity'],
        summary: 'Change your password; you are signed out everywhere else',
        body: newPassword,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { currentPassword: password, newPassword: next } = request.body
      await recorded(request, 'password_changed', '/newPassword', (accounts, owner) =>
        accounts.changePassword(owner, { password, next }),
      )
      return reply.code(204).send(null)
    },
  )

  app.put(
    '/me/email',
    {
      config: { ...changeLimit(30), refusals: ['not_found', 'proof_refused'] },
      schema: {
        operationId: 'changeEmail',
        tags: ['identity'],
        summary: 'Change the address you sign in with; you are signed out everywhere else',
        description:
          'The former address signs in no longer. `/auth/me` has the new one after the next `POST /auth/refresh`.',
        body: newEmail,
        response: { 200: signInName },
      },
    },
    async (request) => {
      const { currentPassword: password, email } = request.body
      const changed = await recorded(request, 'email_changed', '/email', (accounts, owner) =>
        accounts.changeOwnEmail(owner, { password, email }),
      )
      return { email: changed }
    },
  )

  async function recorded<T>(
    request: FastifyRequest,
    event: 'password_changed' | 'email_changed',
    path: string,
    change: (accounts: Accounts, owner: Owner) => Promise<T>,
  ): Promise<T> {
    const { sub: id, sessionId } = caller(request)
    if (!identity.accounts) throw keptElsewhere()
    const who = { account: id, network: byNetwork(request) }
    try {
      const changed = await change(identity.accounts, { id, sessionId, address: request.ip })
      securityLog.record(event, who)
      return changed
    } catch (error) {
      if (error instanceof FormError) throw invalid(path, error.fields)
      if (error instanceof Refusal)
        securityLog.record('reauthentication_failed', { ...who, reason: error.code })
      throw error
    }
  }
}

function invalid(path: string, { email, password }: FieldErrors) {
  const errors = [email, password].flatMap((problem): ValueError[] =>
    problem ? [{ path, message: textOf(problem) }] : [],
  )
  return new Refusal(
    'validation_failed',
    say(({ refusals }) => refusals.seeErrors),
    { errors },
  )
}

function textOf(problem: NonNullable<FieldErrors['email'] | FieldErrors['password']>): Text {
  return say(({ identity }) => {
    if (problem === 'too_short') return identity.too_short(SHORTEST_PASSWORD)
    if (problem === 'too_long') return identity.too_long(LONGEST_PASSWORD)
    return identity[problem]
  })
}

const keptElsewhere = () =>
  new Refusal(
    'not_found',
    say(({ identity }) => identity.accountElsewhere),
  )
