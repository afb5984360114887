import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { Config } from '../config/config.ts'
import { isSafe } from '../http/csrf.ts'
import { giveUpWhenIdle } from '../http/patience.ts'
import { caller, changeLimit, problems } from '../http/route.ts'
import type { Identity } from '../identity/identity.ts'
import { setCookies } from '../identity/routes/set-cookies.ts'
import type { Accounts } from './index.ts'

export interface AccountRoutesDeps {
  accounts: Accounts
  identity: Pick<Identity, 'cleared'>
  config: Pick<Config, 'publicUrl'>
  clock: Clock
}

const confirmationHeader = z.object({
  confirmation: z.string().max(500).optional().meta({
    description: '`confirmation` of the answer to the first call; without it nothing is erased',
  }),
})

const erased = z
  .object({
    state: z.enum(['erased', 'erasing']).meta({
      description: '`erasing`: so much that it goes on by itself',
    }),
    lockedUntil: z.string().nullable().meta({
      description:
        'The last day until which the store holds originals (Object Lock); they go by themselves then',
      format: 'date',
    }),
    signIn: z.enum(['erased', 'kept_at_provider']).meta({
      description: 'What becomes of the account you sign in with: one at an outside provider is kept there',
    }),
  })
  .meta({ id: 'Erasure' })

/** All of a person's data: to have, and to have erased. */
export const accountRoutes: FastifyPluginAsyncZod<AccountRoutesDeps> = async (
  app,
  { accounts, identity, config, clock },
) => {
  app.get(
    '/me/export',
    {
      config: changeLimit(60),
      // A HEAD would read everything for nothing.
      exposeHeadRoute: false,
      schema: {
        tags: ['account'],
        summary: 'Get everything of yours as one zip',
        description:
          'Receipts with their history, trash included, originals, texts, what you said of yourself by year, and a ' +
          'manifest with the SHA-256 of each file. One at a time.',
        response: problems,
      },
    },
    async (request, reply) => {
      const archive = accounts.export(caller(request))
      const day = clock.now().toISOString().slice(0, 10)
      giveUpWhenIdle(reply)
      reply
        .header('Cache-Control', 'no-store')
        .header('Content-Disposition', `attachment; filename="tax-tracker-${day}.zip"`)
        .type('application/zip')
      return reply.send(archive as never)
    },
  )

  app.delete(
    '/me',
    {
      config: { ...changeLimit(12), mayBeErased: true },
      schema: {
        tags: ['account'],
        summary: 'Erase everything of yours',
        description:
          'In two steps: the first answers 409 `confirmation_needed` with what would be erased (`erases`), until when ' +
          'the law wants it kept (`retainUntil`), until when the store holds it (`lockedUntil`), and `confirmation`, which ' +
          'the second sends as the header of that name within ten minutes.',
        headers: confirmationHeader,
        response: { 200: erased, 202: erased, ...problems },
      },
    },
    async (request, reply) => {
      const outcome = await accounts.erase(caller(request), request.headers.confirmation)
      if (caller(request).via === 'cookie') {
        setCookies(reply, identity.cleared(request.cookies), config.publicUrl)
      }
      return reply.code(outcome.state === 'erased' ? 200 : 202).send(outcome)
    },
  )
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** May be asked for by somebody whose everything is being erased. */
    mayBeErased?: boolean
  }
}

/** Nobody changes anything while everything of theirs is being erased: it would go with the rest, or outlive it. */
export const whileErasing = (accounts: Pick<Accounts, 'mayChange'>) => async (request: FastifyRequest) => {
  if (isSafe(request.method) || !request.principal || request.routeOptions.config.mayBeErased) return
  await accounts.mayChange(request.principal)
}
