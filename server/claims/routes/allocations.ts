import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { expectedVersion, ifMatchHeader, setETag } from '../../http/preconditions.ts'
import { caller, changeLimit, problems } from '../../http/route.ts'
import { allocationSchema } from '../../receipts/allocation.ts'
import type { Receipts } from '../../receipts/index.ts'
import { receiptPath, receiptView, viewOf } from '../../receipts/routes/schemas.ts'
import type { Claims } from '../index.ts'

const { relief, sen, person } = allocationSchema.shape

const MAX_PARTS = 50
const MAX_PLAN_MONTHS = 120

const allocationInput = z.strictObject({
  relief,
  sen,
  person: person.optional(),
  year: z.int().optional().meta({
    description: 'The year whose claim a refund or credit note reverses, if it is not its own year',
  }),
  plan: z
    .strictObject({
      from: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month as YYYY-MM'),
      months: z.int().min(1).max(MAX_PLAN_MONTHS),
    })
    .optional()
    .meta({
      description: 'A plan paid in advance: the amount is apportioned by months to the years it covers',
    }),
})

const body = z.strictObject({
  allocations: z.array(allocationInput).max(MAX_PARTS).meta({
    description: 'All parts of the receipt. The rest of the amount stays undecided',
  }),
})

export interface AllocationRoutesDeps {
  claims: Claims
  receipts: Pick<Receipts, 'retainUntil'>
}

export const allocationRoutes: FastifyPluginAsyncZod<AllocationRoutesDeps> = async (
  app,
  { claims, receipts },
) => {
  app.put(
    '/receipts/:id/allocations',
    {
      config: changeLimit(600),
      schema: {
        tags: ['claims'],
        summary: 'Allocate a receipt to reliefs',
        description:
          'Splits the ringgit amount into parts, each for a relief, gift or rebate of the year, or for none ' +
          '(`relief: null`). The parts may not exceed the amount. They count once the receipt is confirmed.',
        params: receiptPath,
        headers: ifMatchHeader,
        body,
        response: { 200: receiptView, ...problems },
      },
    },
    async (request, reply) => {
      const target = { userId: caller(request).sub, id: request.params.id, version: expectedVersion(request) }
      const receipt = await claims.allocate(target, request.body.allocations)
      setETag(reply, receipt.version)
      return viewOf(receipt, await receipts.retainUntil(receipt))
    },
  )
}
