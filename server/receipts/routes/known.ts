import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { caller, changeLimit } from '../../http/route.ts'
import { texts } from '../../texts/index.ts'
import type { Receipts } from '../index.ts'
import { knownFiles } from '../known-files.ts'

const MAX_HASHES = 50

const hash = z.string().regex(/^[\da-f]{64}$/i, texts.en.values.hash)

const knownQuery = z.object({
  sha256: z
    .union([z.string(), z.array(z.string())])
    .transform((given) =>
      [given]
        .flat()
        .flatMap((text) => text.split(','))
        .map((text) => text.trim().toLowerCase()),
    )
    .pipe(z.array(hash).min(1).max(MAX_HASHES))
    .meta({
      description: `Hex SHA-256 of the bytes of a file; repeated or separated by commas, at most ${MAX_HASHES}`,
      example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    }),
})

const knownView = z
  .object({
    known: z.array(
      z.object({
        sha256: z.string(),
        receiptId: z.string(),
        merchant: z.string().nullable(),
        paidOn: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'KnownFiles' })

/** Whether a file was uploaded before. */
export const knownRoutes: FastifyPluginAsyncZod<{ receipts: Receipts }> = async (app, { receipts }) => {
  app.get(
    '/receipts/known',
    {
      config: changeLimit(240),
      schema: {
        operationId: 'findKnownFiles',
        tags: ['receipts'],
        summary: 'Find out which files you have already',
        description: 'Names the files that one of your receipts outside the trash has, in any role.',
        querystring: knownQuery,
        response: { 200: knownView },
      },
    },
    async (request) => ({
      known: await knownFiles(receipts.store, caller(request).sub, request.query.sha256),
    }),
  )
}
