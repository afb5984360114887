import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { caller, problems } from '../../http/route.ts'
import { yearOf, yearPath } from '../../taxpayer/routes/year.ts'
import { claimsView } from '../claim-views.ts'
import { reminderView } from '../reminders.ts'
import type { ClaimRoutesDeps } from './deps.ts'

/** What somebody's receipts come to. */
export const claimsRoutes: FastifyPluginAsyncZod<ClaimRoutesDeps> = async (app, { law, claims }) => {
  app.get(
    '/tax-years/:ya/claims',
    {
      schema: {
        tags: ['claims'],
        summary: 'What your receipts of a year come to, relief by relief',
        description:
          'Only what you confirmed counts. Each relief with what was spent, what of it is allowed, the limit and what ' +
          'is left of it, the receipts behind it and the item of the e-Filing form; apart from that what is not ' +
          'confirmed yet, and what to look at before you claim.',
        params: yearPath,
        response: { 200: claimsView, ...problems },
      },
    },
    async (request) => claims.summary(caller(request).sub, yearOf(law, request.params.ya)),
  )

  app.get(
    '/me/reminders',
    {
      schema: {
        tags: ['claims'],
        summary: 'What to do soon',
        description:
          'Days to file, the end of the month in which to ask for e-invoices, limits nearly used, receipts to confirm.',
        response: { 200: z.object({ reminders: z.array(reminderView) }), ...problems },
      },
    },
    async (request) => ({ reminders: await claims.reminders(caller(request).sub) }),
  )
}
