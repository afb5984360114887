import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { DamagedRecordError } from '../../errors.ts'
import { caller } from '../../http/route.ts'
import type { Receipts } from '../index.ts'
import { boxSchema } from '../parts.ts'
import { receiptPath } from './schemas.ts'

export const textView = z
  .object({
    pages: z.array(
      z.object({
        fileId: z.string(),
        page: z.int(),
        width: z.number().meta({ description: 'Pixels of the page once upright' }),
        height: z.number(),
        turned: z
          .int()
          .optional()
          .meta({ description: 'Degrees the picture was turned clockwise to be upright' }),
        slope: z
          .number()
          .optional()
          .meta({ description: 'Slope of the lines: pixels down per pixel to the right' }),
        lines: z.array(z.object({ text: z.string(), confidence: z.number(), box: boxSchema })),
      }),
    ),
    damaged: z.array(z.string()).meta({
      description:
        'Ids of files whose stored text cannot be read. `POST /receipts/{id}/read` reads them again',
    }),
  })
  .meta({ id: 'ReceiptText' })

/** The text of a receipt's pages. */
export const textRoutes: FastifyPluginAsyncZod<{ receipts: Receipts }> = async (app, { receipts }) => {
  const { review, texts } = receipts

  app.get(
    '/receipts/:id/text',
    {
      schema: {
        operationId: 'getReceiptText',
        tags: ['receipts'],
        summary: 'Get the text of the pages of a receipt, line by line',
        params: receiptPath,
        response: { 200: textView },
      },
    },
    async (request) => {
      const { receipt } = await review.findRecord(caller(request).sub, request.params.id)
      const found: z.output<typeof textView> = { pages: [], damaged: [] }
      for (const { id: fileId } of receipt.files.filter(({ role }) => role === 'receipt')) {
        try {
          const pages = (await texts.getIntact(receipt, fileId)) ?? []
          found.pages.push(...pages.map((page) => ({ fileId, ...page })))
        } catch (error) {
          if (!(error instanceof DamagedRecordError)) throw error
          found.damaged.push(fileId)
        }
      }
      return found
    },
  )
}
