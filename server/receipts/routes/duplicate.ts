import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Receipts } from '../index.ts'
import { verdictSchema } from '../parts.ts'
import { changeConfig, changeSchema, createAnswer, targetOf } from './answer.ts'

/** A person decides whether two receipts are the same. */
export const duplicateRoutes: FastifyPluginAsyncZod<{ receipts: Receipts }> = async (app, { receipts }) => {
  const answer = createAnswer(receipts)

  app.post(
    '/receipts/:id/duplicate',
    {
      config: changeConfig(600),
      schema: {
        operationId: 'settleDuplicate',
        ...changeSchema,
        tags: ['receipts'],
        summary: 'Say whether a suspected duplicate is one',
        description:
          'Two receipts called different are not suspected again. Two called the same both count until one is in the trash.',
        body: z.strictObject({ ...verdictSchema.shape, of: z.uuid() }),
      },
    },
    async (request, reply) =>
      answer(reply, await receipts.review.settleDuplicate(targetOf(request), request.body)),
  )
}
