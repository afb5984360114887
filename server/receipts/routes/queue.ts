import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { fromCursor, pageQuery, toCursor } from '../../http/paging.ts'
import { wholeNumber } from '../../http/query-values.ts'
import { caller } from '../../http/route.ts'
import type { Receipts } from '../index.ts'
import { queueReasons } from '../queue/reasons.ts'
import { receiptSummary, shownStatus } from './schemas.ts'

const queueQuery = z.object({
  yearOfAssessment: wholeNumber(z.int().min(1900).max(2199))
    .optional()
    .meta({ description: 'Only receipts of this year and those without a date. Default: of all years' }),
  ...pageQuery,
})

export const queueView = z
  .object({
    count: z.int().meta({ description: 'How many receipts the whole queue has' }),
    receipts: z.array(
      receiptSummary.extend({ reasons: z.array(z.enum(queueReasons)) }).meta({ id: 'QueuedReceipt' }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'ReceiptQueue' })

const position = z.object({ rank: z.enum(['r', 'u']), id: z.uuid() })

/** What needs a person. */
export const queueRoutes: FastifyPluginAsyncZod<{ receipts: Receipts }> = async (app, { receipts }) => {
  app.get(
    '/receipts/queue',
    {
      schema: {
        operationId: 'listQueue',
        tags: ['receipts'],
        summary: 'List the receipts that need you, newest upload first',
        description:
          'Receipts to check, and confirmed ones with an open question: see `reasons`. Those that could not be read come ' +
          'last. A receipt that is still being read is not among them.',
        querystring: queueQuery,
        response: { 200: queueView },
      },
    },
    async (request) => {
      const { yearOfAssessment: year, limit, cursor } = request.query
      const after = cursor === undefined ? undefined : fromCursor(cursor, position)
      const page = await receipts.queue(caller(request).sub, { year, limit, after })
      return {
        count: page.count,
        receipts: page.receipts.map((row) => ({ ...row, status: shownStatus.parse(row.status) })),
        nextCursor: page.next && toCursor(page.next),
      }
    },
  )
}
