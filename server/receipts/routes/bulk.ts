import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { answerLanguage } from '../../http/language.ts'
import { problemSchema } from '../../http/problem-schema.ts'
import { problemBody } from '../../http/problems.ts'
import { caller, changeLimit } from '../../http/route.ts'
import type { Receipts } from '../index.ts'
import { bulkActions } from '../review/bulk.ts'
import { day } from '../values.ts'

const MAX_RECEIPTS = 100

const body = z.strictObject({
  action: z.enum(bulkActions),
  receipts: z
    .array(z.strictObject({ id: z.uuid(), version: z.int() }))
    .min(1)
    .max(MAX_RECEIPTS)
    .meta({ description: 'Each with the version the change is based on' }),
  acknowledgedUntil: day.optional().meta({
    description: 'With `trash`: the `retainUntil` of an earlier answer, once the person has seen it',
  }),
})

const result = z.discriminatedUnion('status', [
  z.object({ id: z.string(), status: z.literal('done'), version: z.int() }),
  z.object({ id: z.string(), status: z.literal('refused'), problem: problemSchema }),
])

const bulkView = z.object({ results: z.array(result) }).meta({ id: 'BulkResults' })

/** A person does the same to several receipts. */
export const bulkRoutes: FastifyPluginAsyncZod<{ receipts: Receipts }> = async (app, { receipts }) => {
  const { review, work } = receipts

  app.post(
    '/receipts/bulk',
    {
      config: changeLimit(60),
      schema: {
        operationId: 'changeReceipts',
        tags: ['receipts'],
        summary: 'Confirm, trash or restore several receipts, or take confirmations back',
        description:
          'The answer has a result for each receipt, in the order of the request: done, or the problem that the single ' +
          'request would have been answered with.',
        body,
        response: { 200: bulkView },
      },
    },
    async (request, reply) => {
      const language = await answerLanguage(request, reply)
      const outcomes = await review.bulk(caller(request).sub, request.body)
      const results = outcomes.map((outcome): z.input<typeof result> => {
        if ('error' in outcome) {
          return { id: outcome.id, status: 'refused', problem: problemBody(outcome.error, request, language) }
        }
        const { id, version, unreadFileIds, trashedAt, userId } = outcome.receipt
        if (request.body.action === 'restore' && unreadFileIds.length > 0 && !trashedAt)
          void work.offer({ userId, id })
        return { id, status: 'done', version }
      })
      return { results }
    },
  )
}
