import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { caller, changeLimit, problems } from '../../http/route.ts'
import { yearOf, yearPath } from '../../taxpayer/routes/year.ts'
import { estimateView } from '../estimate/views.ts'
import { whatIfBody, whatIfView } from '../estimate/what-if.ts'
import type { ClaimRoutesDeps } from './deps.ts'

/** What somebody's tax comes to, and what would change it. */
export const estimateRoutes: FastifyPluginAsyncZod<ClaimRoutesDeps> = async (app, { claims, law }) => {
  app.get(
    '/tax-years/:ya/estimate',
    {
      schema: {
        tags: ['claims'],
        summary: 'What your tax of a year comes to',
        description:
          'From income to what is still to be paid: chargeable income, tax by band, rebates and zakat, what the ' +
          'reliefs saved. Each line has its section and where it was read. Only confirmed receipts count. An ' +
          'estimate, not an assessment by LHDN.',
        params: yearPath,
        response: { 200: estimateView, ...problems },
      },
    },
    async (request) => claims.estimate(caller(request).sub, yearOf(law, request.params.ya)),
  )

  app.post(
    '/tax-years/:ya/claims/what-if',
    {
      config: changeLimit(120),
      schema: {
        tags: ['claims'],
        summary: 'What would change if you spent more, or were assessed otherwise',
        description: 'Stores nothing. Joint assessment is against separate assessment of both of a couple.',
        params: yearPath,
        body: whatIfBody,
        response: { 200: whatIfView, ...problems },
      },
    },
    async (request) => claims.whatIf(caller(request).sub, yearOf(law, request.params.ya), request.body),
  )
}
