import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { changeConfig, changeSchema, createAnswer, targetOf } from '../../receipts/routes/answer.ts'
import { editable } from '../../receipts/routes/schemas.ts'
import { allocationInputs } from './allocation-input.ts'
import type { AllocationRoutesDeps } from './allocations.ts'

const alsoChange = z.strictObject({
  changes: editable.partial().optional().meta({ description: 'Values to set, as with PATCH' }),
  allocations: allocationInputs.optional().meta({
    description:
      'All parts of the receipt, as with PUT allocations. Without it the allocations stay as they are',
  }),
})

const confirmBody = alsoChange.nullish().meta({ description: 'What else to change in the same write' })

const unconfirmBody = z
  .strictObject({
    restore: alsoChange
      .optional()
      .meta({ description: 'What the confirmation had changed, as it was before' }),
  })
  .nullish()

/** A person confirms a receipt with what it counts for, and takes the confirmation back. */
export const confirmRoutes: FastifyPluginAsyncZod<AllocationRoutesDeps> = async (
  app,
  { claims, receipts },
) => {
  const answer = createAnswer(receipts)
  const config = changeConfig(600)

  app.post(
    '/receipts/:id/confirm',
    {
      config: changeConfig(600, 'file_not_evidence', 'paper_needed', 'currency_unconfirmed'),
      schema: {
        operationId: 'confirmReceipt',
        ...changeSchema,
        tags: ['receipts'],
        summary: 'Confirm that a receipt is right',
        description:
          'A receipt counts only once it is confirmed. It must have a merchant, a date and an amount in a known currency. ' +
          'The body may correct and allocate it in the same write: either all of it is stored, or nothing.',
        body: confirmBody,
      },
    },
    async (request, reply) => answer(reply, await claims.confirm(targetOf(request), request.body ?? {})),
  )

  app.post(
    '/receipts/:id/unconfirm',
    {
      config,
      schema: {
        operationId: 'unconfirmReceipt',
        ...changeSchema,
        tags: ['receipts'],
        summary: 'Take a confirmation back',
        description:
          'The receipt is to be checked again and no longer counts. It must still be kept as long as a confirmed one.',
        body: unconfirmBody,
      },
    },
    async (request, reply) =>
      answer(reply, await claims.unconfirm(targetOf(request), request.body?.restore ?? {})),
  )
}
