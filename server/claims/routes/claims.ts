import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { caller } from '../../http/route.ts'
import { yearOf, yearPath } from '../../taxpayer/routes/year.ts'
import { claimsView } from '../claim-views.ts'
import { overviewView } from '../overview/views.ts'
import { reminderView } from '../reminder-views.ts'
import type { ClaimRoutesDeps } from './deps.ts'

/** The claim of a year, and reminders. */
export const claimsRoutes: FastifyPluginAsyncZod<ClaimRoutesDeps> = async (app, { law, claims }) => {
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
        response: { 200: claimsView },
      },
    },
    async (request) => claims.summary(caller(request).sub, yearOf(law, request.params.ya)),
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
