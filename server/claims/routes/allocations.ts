import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  type AnswerDeps,
  changeConfig,
  changeSchema,
  createAnswer,
  targetOf,
} from '../../receipts/routes/answer.ts'
import type { Claims } from '../index.ts'
import { allocationInputs } from './allocation-input.ts'

const body = z.strictObject({ allocations: allocationInputs })

export interface AllocationRoutesDeps {
  claims: Claims
  receipts: AnswerDeps
}

export const allocationRoutes: FastifyPluginAsyncZod<AllocationRoutesDeps> = async (
  app,
  { claims, receipts },
) => {
  const answer = createAnswer(receipts)

  app.put(
    '/receipts/:id/allocations',
    {
      config: changeConfig(600),
      schema: {
        operationId: 'allocateReceipt',
        ...changeSchema,
        tags: ['claims'],
        summary: 'Allocate a receipt to reliefs',
        description:
          'Splits the ringgit amount into parts, each for a relief, gift or rebate of the year, or for none ' +
          '(`relief: null`). The parts may not exceed the amount. They count once the receipt is confirmed.',
        body,
      },
    },
    async (request, reply) =>
      answer(reply, await claims.allocate(targetOf(request), request.body.allocations)),
  )
}
