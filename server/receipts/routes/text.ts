import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { caller, problems } from '../../http/route.ts'
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
  })
  .meta({ id: 'ReceiptText' })

/** The text of a receipt's pages. */
export const textRoutes: FastifyPluginAsyncZod<{ receipts: Receipts }> = async (app, { receipts }) => {
  const { review, texts } = receipts

  app.get(
    '/receipts/:id/text',
    {
      schema: {
        tags: ['receipts'],
        summary: 'Get the text of the pages of a receipt, line by line',
        params: receiptPath,
        response: { 200: textView, ...problems },
      },
    },
    async (request) => {
      const { receipt } = await review.findRecord(caller(request).sub, request.params.id)
      const pages: z.output<typeof textView>['pages'] = []
      for (const file of receipt.files.filter((f) => f.role === 'receipt')) {
        for (const page of (await texts.get(receipt, file.id)) ?? []) pages.push({ fileId: file.id, ...page })
      }
      return { pages }
    },
  )
}
