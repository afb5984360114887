import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { byNetwork } from '../../../http/network.ts'
import { caller, changeLimit } from '../../../http/route.ts'
import { newCredentialSchema } from '../../local/factors/credentials.ts'
import type { IdentityRoutesDeps } from '../deps.ts'
import { factorsOf, passkeyOf, proofHeader } from './common.ts'
import { webauthnOptions } from './overview.ts'
import { passkeySchema } from './views.ts'

const name = z.string().trim().min(1).max(60).meta({ description: 'What its owner calls it' })
const params = z.object({ id: z.string().max(100) })

export const passkeyRoutes: FastifyPluginAsyncZod<IdentityRoutesDeps> = async (
  app,
  { identity, securityLog },
) => {
  const details = (request: FastifyRequest) => ({
    account: caller(request).sub,
    network: byNetwork(request),
    methods: ['passkey'] as const,
  })

  app.post(
    '/me/factors/passkeys/options',
    {
      config: { ...changeLimit(30), refusals: ['not_found', 'proof_needed', 'wrong_state'] },
      schema: {
        operationId: 'getOptionsToAddPasskey',
        tags: ['identity'],
        summary: 'What a browser needs to make a passkey',
        description:
          'For `PublicKeyCredential.parseCreationOptionsFromJSON()`. Good once, for five minutes. Needs `Proof`.',
        headers: proofHeader,
        response: { 200: webauthnOptions },
      },
    },
    async (request) => ({
      ...(await factorsOf(identity).optionsToAddPasskey(caller(request), request.headers.proof)),
    }),
  )

  app.post(
    '/me/factors/passkeys',
    {
      config: {
        ...changeLimit(30),
        refusals: ['not_found', 'proof_needed', 'passkey_refused', 'wrong_state'],
      },
      schema: {
        operationId: 'addPasskey',
        tags: ['identity'],
        summary: 'Add a passkey, which signs in by itself',
        description: 'Needs `Proof`.',
        headers: proofHeader,
        body: z.strictObject({ name, credential: newCredentialSchema }),
        response: { 201: passkeySchema },
      },
    },
    async (request, reply) => {
      const passkey = await factorsOf(identity).addPasskey(
        caller(request),
        request.headers.proof,
        request.body,
      )
      securityLog.record('second_factor_added', details(request))
      return reply.code(201).send(passkeyOf(passkey))
    },
  )

  app.patch(
    '/me/factors/passkeys/:id',
    {
      config: changeLimit(60),
      schema: {
        operationId: 'renamePasskey',
        tags: ['identity'],
        summary: 'Rename a passkey',
        params,
        body: z.strictObject({ name }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      factorsOf(identity).renamePasskey(caller(request), request.params.id, request.body.name)
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/me/factors/passkeys/:id',
    {
      config: { ...changeLimit(60), refusals: ['proof_needed'] },
      schema: {
        operationId: 'removePasskey',
        tags: ['identity'],
        summary: 'Remove a passkey; it no longer signs in',
        description: 'Needs `Proof`.',
        params,
        headers: proofHeader,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await factorsOf(identity).removePasskey(caller(request), request.headers.proof, request.params.id)
      securityLog.record('second_factor_removed', details(request))
      return reply.code(204).send(null)
    },
  )
}
