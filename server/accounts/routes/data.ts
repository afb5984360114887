import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import type { Config } from '../../config/config.ts'
import { download } from '../../http/downloads.ts'
import { destroyWhenIdle } from '../../http/idle-timeout.ts'
import { caller, changeLimit } from '../../http/route.ts'
import type { Identity } from '../../identity/identity.ts'
import { setCookies } from '../../identity/routes/set-cookies.ts'
import type { Accounts } from '../index.ts'

export interface DataRoutesDeps {
  accounts: Accounts
  identity: Pick<Identity, 'clearedCookies'>
  config: Pick<Config, 'publicUrl'>
  clock: Clock
}

const confirmationHeader = z.object({
  confirmation: z.string().max(1_000).optional().meta({
    description: 'The `confirmation` of the first answer. Without it nothing is erased',
  }),
})

const erased = z
  .object({
    state: z.enum(['erased', 'erasing']).meta({
      description: '`erasing`: the erasure continues in the background',
    }),
    lockedUntil: z.string().nullable().meta({
      description:
        'The last day on which originals are locked (Object Lock); they are deleted automatically afterwards',
      format: 'date',
    }),
    signIn: z.enum(['erased', 'kept_at_provider']).meta({
      description: 'Whether the sign-in account is erased too; one at an outside provider stays there',
    }),
  })
  .meta({ id: 'Erasure' })

/** Exports and erases all of a person's data. */
export const dataRoutes: FastifyPluginAsyncZod<DataRoutesDeps> = async (
  app,
  { accounts, identity, config, clock },
) => {
  app.get(
    '/me/export',
    {
      config: changeLimit(60),
      // A HEAD request would read everything and send nothing.
      exposeHeadRoute: false,
      schema: {
        operationId: 'exportAccount',
        tags: ['account'],
        summary: 'Export all your data as one zip',
        description:
          'Receipts with their history, including the trash; originals; page texts; your facts and statements by year; ' +
          'and a manifest with the SHA-256 of each file. One export at a time for each person.',
        response: { 200: download('The archive', ['application/zip']) },
      },
    },
    async (request, reply) => {
      const archive = await accounts.export(caller(request))
      const day = clock.now().toISOString().slice(0, 10)
      destroyWhenIdle(reply)
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
      config: { ...changeLimit(12), mayBeErased: true, refusals: ['confirmation_needed'] },
      schema: {
        operationId: 'eraseAccount',
        tags: ['account'],
        summary: 'Erase all your data',
        description:
          'Takes two requests. The first answers 409 `confirmation_needed` with what would be erased (`erases`), until ' +
          'when the law requires some of it to be kept (`retainUntil`), until when originals are locked (`lockedUntil`), ' +
          'and a `confirmation`. The second sends that as the header `Confirmation` within ten minutes.',
        headers: confirmationHeader,
        response: { 200: erased, 202: erased },
      },
    },
    async (request, reply) => {
      const outcome = await accounts.erase(caller(request), request.headers.confirmation)
      if (caller(request).via === 'cookie') {
        setCookies(reply, identity.clearedCookies(request.cookies), config.publicUrl)
      }
      return reply.code(outcome.state === 'erased' ? 200 : 202).send(outcome)
    },
  )
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the route may be called while the caller's data is being erased. */
    mayBeErased?: boolean
  }
}
