import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { fromCursor, pageQuery, toCursor } from '../../http/paging.ts'
import { caller, changeLimit } from '../../http/route.ts'
import { type AnswerDeps, createView } from '../../receipts/routes/answer.ts'
import { yearOf, yearPath } from '../../taxpayer/routes/year.ts'
import {
  answerBody,
  enteredMonths,
  enterMonthsBody,
  recurringPage,
  recurringView,
} from '../recurring/views.ts'
import type { ClaimRoutesDeps } from './deps.ts'

const seriesPath = yearPath.extend({
  id: z.string().max(60).meta({ description: 'The id of a recurring claim' }),
})

const position = z.object({ from: z.int().min(0) })

/** Payments that come again and again, the months that are missing, and what a person says of them. */
export const recurringRoutes: FastifyPluginAsyncZod<ClaimRoutesDeps & { receipts: AnswerDeps }> = async (
  app,
  { law, claims, receipts },
) => {
  const viewOf = createView(receipts)

  app.get(
    '/tax-years/:ya/recurring',
    {
      schema: {
        operationId: 'listRecurringClaims',
        tags: ['claims'],
        summary: 'List payments that come again and again, with the months that are missing',
        description:
          'Series of confirmed receipts of one merchant for one relief, such as premiums, gym, broadband, nursery or tuition: ' +
          'monthly, quarterly, half-yearly, or yearly. Last year’s receipts tell what is due this year. Those with most ' +
          'relief at stake come first.',
        params: yearPath,
        querystring: z.object(pageQuery),
        response: { 200: recurringPage },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const year = yearOf(law, request.params.ya)
      const from = cursor === undefined ? 0 : fromCursor(cursor, position).from
      const to = from + limit
      const { recurring, total } = await claims.recurring.list(caller(request).sub, year, { from, to })
      return { year: year.year, recurring, nextCursor: to < total ? toCursor({ from: to }) : null, total }
    },
  )

  app.post(
    '/tax-years/:ya/recurring/:id/receipts',
    {
      config: { ...changeLimit(60), refusals: ['version_conflict'] },
      schema: {
        operationId: 'enterRecurringMonths',
        tags: ['claims'],
        summary: 'Enter missing months like the one before',
        description:
          'Makes a receipt to be checked for each month, with the merchant, the amount and the relief of the month before. It ' +
          'cannot be confirmed, and does not count, until its paper is attached with `POST /receipts/{id}/files`; what the ' +
          'paper says replaces what was expected. A month that has a receipt by now is left out. To take it back, move ' +
          'the receipts to the trash.',
        params: seriesPath,
        body: enterMonthsBody,
        response: { 201: enteredMonths },
      },
    },
    async (request, reply) => {
      const { ya, id } = request.params
      const made = await claims.recurring.enter(caller(request).sub, yearOf(law, ya), id, request.body.months)
      const views = await Promise.all(made.receipts.map((receipt) => viewOf(reply, receipt)))
      return reply.code(201).send({ receipts: views, recurring: made.series })
    },
  )

  app.post(
    '/tax-years/:ya/recurring/:id/answer',
    {
      config: { ...changeLimit(120), refusals: ['version_conflict'] },
      schema: {
        operationId: 'answerRecurringClaim',
        tags: ['claims'],
        summary: 'Say that a month was not paid, or that the payments have ended',
        description:
          'Nothing is asked again about such a month. Months that the body does not name stay as they are; `null` and ' +
          '`ended: false` take an answer back.',
        params: seriesPath,
        body: answerBody,
        response: { 200: z.object({ recurring: recurringView.nullable() }) },
      },
    },
    async (request) => {
      const { ya, id } = request.params
      const answered = await claims.recurring.answer(
        caller(request).sub,
        yearOf(law, ya),
        id,
        request.body ?? {},
      )
      return { recurring: answered }
    },
  )
}
