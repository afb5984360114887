import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { answerLanguage } from '../../http/language.ts'
import { caller, changeLimit } from '../../http/route.ts'
import { yearOf, yearPath } from '../../taxpayer/routes/year.ts'
import { enteredBody, returnQuery, taxReturnView } from '../tax-return/views.ts'
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
          'The lines of Form BE or B in their order, each with the amount to enter, where it comes from, the number of the ' +
          'item where it is known, and what belongs in it; then what the form works out itself. Only confirmed receipts ' +
          'count. A line about which nothing was entered has no amount and says what is missing.',
        params: yearPath,
        querystring: returnQuery,
        response: { 200: taxReturnView },
      },
    },
    async (request, reply) => {
      const { sub } = caller(request)
      const year = yearOf(law, request.params.ya)
      return claims.taxReturn(sub, year, {
        language: await answerLanguage(request, reply),
        form: request.query.form,
      })
    },
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
        querystring: returnQuery,
        body: enteredBody,
        response: { 200: taxReturnView },
      },
    },
    async (request, reply) => {
      const { entered = {} } = request.body ?? {}
      const { sub } = caller(request)
      const year = yearOf(law, request.params.ya)
      const language = await answerLanguage(request, reply)
      return claims.recordEntered(sub, year, entered, { language, form: request.query.form })
    },
  )
}
