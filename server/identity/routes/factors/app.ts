import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { byNetwork } from '../../../http/network.ts'
import { caller, changeLimit } from '../../../http/route.ts'
import { RECOVERY_CODES } from '../../local/factors/index.ts'
import type { IdentityRoutesDeps } from '../deps.ts'
import { factorsOf, proofHeader } from './common.ts'

const recoveryCodes = z
  .object({
    recoveryCodes: z.array(z.string()).length(RECOVERY_CODES).meta({
      description: 'Each signs in once in place of a code of the app. They are not shown again',
    }),
  })
  .meta({ id: 'RecoveryCodes' })

const setup = z
  .object({
    secret: z.string().meta({ description: 'For typing into the app, in Base32' }),
    uri: z.string().meta({ description: 'The same as a QR code has it (`otpauth:`)' }),
    setup: z.string().meta({ description: 'To be sent back with a code of the app, within 30 minutes' }),
  })
  .meta({ id: 'AuthenticatorSetup' })

export const appRoutes: FastifyPluginAsyncZod<IdentityRoutesDeps> = async (
  app,
  { identity, securityLog },
) => {
  app.post(
    '/me/factors/authenticator-app/setup',
    {
      config: { ...changeLimit(30), refusals: ['not_found', 'proof_needed', 'wrong_state'] },
      schema: {
        operationId: 'beginAuthenticatorApp',
        tags: ['identity'],
        summary: 'Begin to set an authenticator app up',
        description: 'Nothing changes before a code of the app comes back. Needs `Proof`.',
        headers: proofHeader,
        response: { 200: setup },
      },
    },
    async (request) => factorsOf(identity).beginApp(caller(request), request.headers.proof),
  )

  app.put(
    '/me/factors/authenticator-app',
    {
      config: { ...changeLimit(30), refusals: ['not_found', 'proof_needed', 'wrong_code', 'wrong_state'] },
      schema: {
        operationId: 'addAuthenticatorApp',
        tags: ['identity'],
        summary: 'Set an authenticator app up: from now on the password alone is not enough',
        description: 'Needs `Proof`.',
        headers: proofHeader,
        body: z.strictObject({ setup: z.string().max(2_000), code: z.string().max(20) }),
        response: { 200: recoveryCodes },
      },
    },
    async (request) => {
      const person = caller(request)
      const codes = await factorsOf(identity).addApp(person, request.headers.proof, request.body)
      const details = { account: person.sub, network: byNetwork(request) }
      securityLog.record('second_factor_added', { ...details, methods: ['totp'] })
      securityLog.record('recovery_codes_created', details)
      return { recoveryCodes: codes }
    },
  )

  app.delete(
    '/me/factors/authenticator-app',
    {
      config: { ...changeLimit(30), refusals: ['not_found', 'proof_needed', 'wrong_state'] },
      schema: {
        operationId: 'removeAuthenticatorApp',
        tags: ['identity'],
        summary: 'Remove the authenticator app and the recovery codes: the password is enough again',
        description: 'Needs `Proof`. The person is told at the next sign-in.',
        headers: proofHeader,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const person = caller(request)
      await factorsOf(identity).removeApp(person, request.headers.proof)
      const details = { account: person.sub, network: byNetwork(request) }
      securityLog.record('second_factor_removed', { ...details, methods: ['totp', 'recovery_code'] })
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/me/factors/recovery-codes',
    {
      config: { ...changeLimit(30), refusals: ['not_found', 'proof_needed', 'wrong_state'] },
      schema: {
        operationId: 'renewRecoveryCodes',
        tags: ['identity'],
        summary: 'Make new recovery codes; the old ones no longer work',
        description: 'Needs `Proof`, and an authenticator app.',
        headers: proofHeader,
        response: { 200: recoveryCodes },
      },
    },
    async (request) => {
      const person = caller(request)
      const codes = await factorsOf(identity).renewRecoveryCodes(person, request.headers.proof)
      securityLog.record('recovery_codes_created', { account: person.sub, network: byNetwork(request) })
      return { recoveryCodes: codes }
    },
  )
}
