import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Receipts } from '../index.ts'
import { day } from '../values.ts'
import { changeConfig, changeSchema, createAnswer, targetOf } from './answer.ts'

const trashQuery = z.object({
  acknowledgedUntil: day
    .optional()
    .meta({ description: 'The `retainUntil` of that answer, once the person has seen it' }),
})

/** A person moves a receipt to the trash, or restores it. */
export const trashRoutes: FastifyPluginAsyncZod<{ receipts: Receipts }> = async (app, { receipts }) => {
  const { review, work } = receipts
  const answer = createAnswer(receipts)

  app.delete(
    '/receipts/:id',
    {
      config: changeConfig(600, 'confirmation_needed'),
      schema: {
        operationId: 'trashReceipt',
        ...changeSchema,
        tags: ['receipts'],
        summary: 'Move a receipt to the trash',
        description:
          'The receipt is purged after 30 days, but a confirmed one never before the law allows it. For one that must ' +
          'still be kept the first request answers 409 `confirmation_needed` with `retainUntil`; repeat it with that ' +
          'date as `acknowledgedUntil`.',
        querystring: trashQuery,
      },
    },
    async (request, reply) =>
      answer(reply, await review.trash(targetOf(request), request.query.acknowledgedUntil)),
  )

  app.post(
    '/receipts/:id/restore',
    {
      config: changeConfig(600),
      schema: {
        operationId: 'restoreReceipt',
        ...changeSchema,
        tags: ['receipts'],
        summary: 'Restore a receipt from the trash',
      },
    },
    async (request, reply) => {
      const restored = await review.restore(targetOf(request))
      if (restored.unreadFileIds.length > 0) void work.offer(restored)
      return answer(reply, restored)
    },
  )
}
