import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { answerLanguage } from '../../http/language.ts'
import { fromCursor, pageQuery, toCursor } from '../../http/paging.ts'
import { caller } from '../../http/route.ts'
import { keptWith } from '../../kept-with.ts'
import { yearOf, yearPath } from '../../taxpayer/routes/year.ts'
import { type ClaimSummary, claimsView, withWarningsIn } from '../claim-views.ts'
import { overviewView } from '../overview/views.ts'
import { toReceiptBehind } from '../receipts-behind.ts'
import { receiptsBehindView } from '../receipts-behind-views.ts'
import { reminderView } from '../reminder-views.ts'
import { withoutReceipts } from '../summary.ts'
import type { ClaimRoutesDeps } from './deps.ts'
import { codesOfHead, reliefPath } from './relief-path.ts'

const claimQuery = z.object({
  receipts: z
    .enum(['listed', 'omitted'])
    .default('listed')
    .meta({
      description:
        '`omitted`: the receipts behind each line, and those of a warning after its second, are left out, so that the ' +
        'answer stays small in a year with thousands. ' +
        '`GET /tax-years/{ya}/reliefs/{code}/receipts` has them page by page',
    }),
})

const position = z.object({ from: z.int().min(0) })

/** The claim of a year, and reminders. */
export const claimsRoutes: FastifyPluginAsyncZod<ClaimRoutesDeps> = async (app, { law, claims }) => {
  // As they are sent: writing that of 50,000 receipts takes 100 ms.
  const answerOf = keptWith<ClaimSummary, Buffer>()

  app.get(
    '/tax-years/:ya/claims',
    {
      schema: {
        operationId: 'getClaim',
        tags: ['claims'],
        summary: 'Get the claim of a year, relief by relief',
        description:
          'Only confirmed receipts count. Each relief has the spending, the amount allowed, the limit, the remaining ' +
          'amount, its receipts and the item of the e-Filing form. Unconfirmed receipts and warnings are listed ' +
          'separately.',
        params: yearPath,
        querystring: claimQuery,
        response: { 200: claimsView },
      },
    },
    async (request, reply) => {
      const { receipts } = request.query
      const summary = await claims.summary(caller(request).sub, yearOf(law, request.params.ya))
      const language = await answerLanguage(request, reply)
      const answer = answerOf(summary, `${language} ${receipts}`, () => {
        const shown = receipts === 'omitted' ? withoutReceipts(summary) : summary
        return Buffer.from(String(reply.serialize(withWarningsIn(language, shown))))
      })
      return reply.type('application/json; charset=utf-8').send(answer as never)
    },
  )

  app.get(
    '/tax-years/:ya/reliefs/:code/receipts',
    {
      schema: {
        operationId: 'listReceiptsOfRelief',
        tags: ['claims'],
        summary: 'List the receipts behind a relief',
        description:
          'Those with a part for this relief, gift or rebate, or for a relief below it: first the unconfirmed ones where it ' +
          'is suggested, then the confirmed ones, newest first. A receipt of another year is among them where a part of it ' +
          'is claimed in this one.',
        params: reliefPath,
        querystring: z.object(pageQuery),
        response: { 200: receiptsBehindView },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const year = yearOf(law, request.params.ya)
      const codes = codesOfHead(year, request.params.code)
      const behind = await claims.receiptsBehind(caller(request).sub, year, codes)
      const from = cursor === undefined ? 0 : fromCursor(cursor, position).from
      const to = from + limit
      return {
        receipts: behind.slice(from, to).map(toReceiptBehind),
        nextCursor: to < behind.length ? toCursor({ from: to }) : null,
        total: behind.length,
      }
    },
  )

  app.get(
    '/tax-years/:ya/overview',
    {
      schema: {
        operationId: 'getOverview',
        tags: ['claims'],
        summary: 'Get a year in a few figures',
        description:
          'Relief found and tax saved, with and without the suggestions; the limits nearest to full; what the law changed.',
        params: yearPath,
        response: { 200: overviewView },
      },
    },
    async (request) => claims.overview(caller(request).sub, yearOf(law, request.params.ya)),
  )

  app.get(
    '/me/reminders',
    {
      schema: {
        operationId: 'listReminders',
        tags: ['claims'],
        summary: 'List reminders',
        description:
          'Filing deadlines, the last day to ask a shop for an e-invoice, limits that are nearly used, and receipts to confirm.',
        response: { 200: z.object({ reminders: z.array(reminderView) }) },
      },
    },
    async (request) => ({ reminders: await claims.reminders(caller(request).sub) }),
  )
}
