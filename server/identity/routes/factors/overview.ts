import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { byNetwork } from '../../../http/network.ts'
import { caller, changeLimit } from '../../../http/route.ts'
import { usedCredentialSchema } from '../../local/factors/credentials.ts'
import type { IdentityRoutesDeps } from '../deps.ts'
import { factorsOf, passkeyOf } from './common.ts'
import { factorsSchema } from './views.ts'

const proofBody = z.union([
  z.strictObject({ password: z.string().max(1_000) }),
  z.strictObject({ passkey: usedCredentialSchema }),
])

/** What a browser takes; its members are those of WebAuthn. */
export const webauthnOptions = z.looseObject({ challenge: z.string() })

export const overviewRoutes: FastifyPluginAsyncZod<IdentityRoutesDeps> = async (
  app,
  { identity, securityLog },
) => {
  app.get(
    '/me/factors',
    {
      schema: {
        operationId: 'getFactors',
        tags: ['identity'],
        summary: 'What you sign in with besides your password',
        response: { 200: factorsSchema },
      },
    },
    async (request) => {
      const { sub } = caller(request)
      const { factors } = identity
      if (!factors) return { here: false, authenticatorApp: null, passkeys: [], noPasskeys: null }
      const { app, recoveryCodesLeft, passkeys } = factors.of(sub)
      return {
        here: true,
        authenticatorApp: app ? { addedAt: app.addedAt.toISOString(), recoveryCodesLeft } : null,
        passkeys: passkeys.map(passkeyOf),
        noPasskeys: factors.passkeys.addressProblem ?? null,
      }
    },
  )

  app.post(
    '/me/factors/proof',
    {
      config: { ...changeLimit(30), refusals: ['not_found', 'proof_refused'] },
      schema: {
        operationId: 'proveIdentity',
        tags: ['identity'],
        summary: 'Give the password or a passkey again, for changes that need it',
        description:
          'Wrong ones count as failed sign-ins. The `proof` is good for ten minutes and for this session; send it as the header `Proof`.',
        body: proofBody,
        response: { 200: z.object({ proof: z.string(), expiresAt: z.iso.datetime() }) },
      },
    },
    async (request) => {
      const person = caller(request)
      const factors = factorsOf(identity)
      try {
        const { proof, expiresAt } = await factors.prove(person, request.body, request.ip)
        return { proof, expiresAt: expiresAt.toISOString() }
      } catch (error) {
        securityLog.record('reauthentication_failed', { account: person.sub, network: byNetwork(request) })
        throw error
      }
    },
  )

  app.post(
    '/me/factors/proof/passkey-options',
    {
      config: { ...changeLimit(30), refusals: ['not_found', 'wrong_state'] },
      schema: {
        operationId: 'getOptionsToProve',
        tags: ['identity'],
        summary: 'What a browser needs to ask for one of your passkeys',
        description: 'For `PublicKeyCredential.parseRequestOptionsFromJSON()`. Good once, for five minutes.',
        response: { 200: webauthnOptions },
      },
    },
    async (request) => ({ ...(await factorsOf(identity).optionsToProve(caller(request))) }),
  )
}
