import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { caller } from '../../http/route.ts'
import type { Receipts } from '../index.ts'
import type { Summary } from '../record.ts'
import { changeConfig, changeSchema, createAnswer, targetOf } from './answer.ts'
import { receiptPath, refundsView, shownStatus } from './schemas.ts'

const shown = (row: Summary) => ({ ...row, status: shownStatus.parse(row.status) })

/** Which receipt gives money back for which. */
export const refundRoutes: FastifyPluginAsyncZod<{ receipts: Receipts }> = async (app, { receipts }) => {
  const { review } = receipts
  const answer = createAnswer(receipts)

  app.get(
    '/receipts/:id/refunds',
    {
      schema: {
        operationId: 'getRefunds',
        tags: ['receipts'],
        summary: 'Get what a receipt gives money back for, and what gives money back for it',
        params: receiptPath,
        response: { 200: refundsView },
      },
    },
    async (request) => {
      const { original, refunds } = await review.refunds(caller(request).sub, request.params.id)
      return { original: original && shown(original), refunds: refunds.map(shown) }
    },
  )

  app.put(
    '/receipts/:id/refund-of',
    {
      config: changeConfig(600),
      schema: {
        operationId: 'linkRefund',
        ...changeSchema,
        tags: ['receipts'],
        summary: 'Say which purchase a receipt gives money back for',
        description:
          'For a credit or refund note, or a receipt with a negative amount. What is suggested then takes back what the ' +
          'purchase counts for. It replaces the reference of an e-invoice.',
        body: z.strictObject({
          receiptId: z.uuid().nullable().meta({ description: 'The purchase; `null`: none of your receipts' }),
        }),
      },
    },
    async (request, reply) =>
      answer(reply, await review.linkRefund(targetOf(request), request.body.receiptId)),
  )
}
