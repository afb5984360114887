import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { caller, changeLimit } from '../../http/route.ts'
import { yearOf, yearPath } from '../../taxpayer/routes/year.ts'
import { enteredBody, taxReturnView } from '../tax-return/views.ts'
import type { ClaimRoutesDeps } from './deps.ts'

/** What is entered in the form, and what of it is entered already. */
export const taxReturnRoutes: FastifyPluginAsyncZod<ClaimRoutesDeps> = async (app, { claims, law }) => {
  app.get(
    '/tax-years/:ya/return',
    {
      schema: {
        operationId: 'getTaxReturn',
        tags: ['claims'],
        summary: 'Get the lines of a year’s return',
        description:
          'The lines of Form BE or B in their order, each with the amount to enter, where it comes from, and the number of ' +
          'the item where it is known. Only confirmed receipts count.',
        params: yearPath,
        response: { 200: taxReturnView },
      },
    },
    async (request) => claims.taxReturn(caller(request).sub, yearOf(law, request.params.ya)),
  )

  app.post(
    '/tax-years/:ya/return/entered',
    {
      config: { ...changeLimit(300), refusals: ['version_conflict'] },
      schema: {
        operationId: 'recordEnteredLines',
        tags: ['claims'],
        summary: 'Say which lines of the return are entered in e-Filing',
        description:
          'Lines that the body does not name stay as they are, so changes of two devices do not conflict. The amount says ' +
          'what was entered: if the claim changes later, the line shows that.',
        params: yearPath,
        body: enteredBody,
        response: { 200: taxReturnView },
      },
    },
    async (request) => {
      const { entered = {} } = request.body ?? {}
      return claims.recordEntered(caller(request).sub, yearOf(law, request.params.ya), entered)
    },
  )
}
