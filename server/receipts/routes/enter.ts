import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { caller, changeLimit } from '../../http/route.ts'
import type { Receipts } from '../index.ts'
import { createCreatedAnswer } from './answer.ts'
import { editable, receiptView } from './schemas.ts'

/** A person types a receipt. */
export const enterRoutes: FastifyPluginAsyncZod<{ receipts: Receipts }> = async (app, { receipts }) => {
  const created = createCreatedAnswer(receipts)

  app.post(
    '/receipts',
    {
      config: changeLimit(120),
      schema: {
        operationId: 'enterReceipt',
        tags: ['receipts'],
        summary: 'Enter a receipt without a picture',
        body: editable.partial(),
        response: { 201: receiptView },
      },
    },
    async (request, reply) =>
      created(reply, await receipts.intake.enter(caller(request).sub, request.body), 201),
  )
}
