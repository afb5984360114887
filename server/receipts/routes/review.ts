import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { caller } from '../../http/route.ts'
import type { Receipts } from '../index.ts'
import { changeConfig, changeSchema, createAnswer, targetOf } from './answer.ts'
import { editable, receiptPath, receiptView } from './schemas.ts'

const patch = editable.partial().extend({
  proposal: z.null().optional().meta({ description: '`null` dismisses the proposal of a later reading' }),
})

/** A person looks at a receipt and corrects it. */
export const reviewRoutes: FastifyPluginAsyncZod<{ receipts: Receipts }> = async (app, { receipts }) => {
  const { review } = receipts
  const answer = createAnswer(receipts)

  app.get(
    '/receipts/:id',
    {
      schema: {
        operationId: 'getReceipt',
        tags: ['receipts'],
        summary: 'Get a receipt',
        params: receiptPath,
        response: { 200: receiptView },
      },
    },
    async (request, reply) => {
      const { receipt, damaged } = await review.findRecord(caller(request).sub, request.params.id)
      return answer(reply, receipt, damaged.length > 0)
    },
  )

  app.patch(
    '/receipts/:id',
    {
      config: changeConfig(600),
      schema: {
        operationId: 'correctReceipt',
        ...changeSchema,
        tags: ['receipts'],
        summary: 'Correct a receipt',
        description: 'The body is a JSON merge patch (RFC 7396). Every correction is kept in `history`.',
        consumes: ['application/merge-patch+json', 'application/json'],
        body: patch,
      },
    },
    async (request, reply) => answer(reply, await review.correct(targetOf(request), request.body)),
  )
}
