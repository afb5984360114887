import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { answerLanguage } from '../../http/language.ts'
import { caller, changeLimit } from '../../http/route.ts'
import { yearOf, yearPath } from '../../taxpayer/routes/year.ts'
import { withWarningsIn } from '../claim-views.ts'
import { estimateView } from '../estimate/estimate-views.ts'
import { factEffectsBody, factEffectsView } from '../estimate/fact-effects-views.ts'
import { whatIfBody, whatIfView } from '../estimate/what-if-views.ts'
import type { ClaimRoutesDeps } from './deps.ts'

/** The estimated tax, and the effect of changes on it. */
export const estimateRoutes: FastifyPluginAsyncZod<ClaimRoutesDeps> = async (app, { claims, law }) => {
  app.get(
    '/tax-years/:ya/estimate',
    {
      schema: {
        operationId: 'getEstimate',
        tags: ['claims'],
        summary: 'Estimate the tax of a year',
        description:
          'The computation from income to the balance: chargeable income, tax by band, rebates and zakat, and the tax ' +
          'saved by the reliefs. Each line has its section and sources. Only confirmed receipts count. This is an ' +
          'estimate, not an assessment by LHDN.',
        params: yearPath,
        response: { 200: estimateView },
      },
    },
    async (request, reply) => {
      const estimate = await claims.estimate(caller(request).sub, yearOf(law, request.params.ya))
      return withWarningsIn(await answerLanguage(request, reply), estimate)
    },
  )

  app.post(
    '/tax-years/:ya/estimate',
    {
      config: changeLimit(240),
      schema: {
        operationId: 'estimateFacts',
        tags: ['claims'],
        summary: 'Estimate the tax with other facts than the stored ones',
        description:
          'Stores nothing. Each of `facts` is estimated alone, with the confirmed receipts: what an answer would change, ' +
          'before it is given.',
        params: yearPath,
        body: factEffectsBody,
        response: { 200: factEffectsView },
      },
    },
    async (request) =>
      claims.factEffects(caller(request).sub, yearOf(law, request.params.ya), request.body.facts),
  )

  app.post(
    '/tax-years/:ya/claims/what-if',
    {
      config: changeLimit(120),
      schema: {
        operationId: 'computeWhatIf',
        tags: ['claims'],
        summary: 'Compute the effect of extra spending or another assessment',
        description: 'Stores nothing. Joint assessment is compared with separate assessment of both spouses.',
        params: yearPath,
        body: whatIfBody,
        response: { 200: whatIfView },
      },
    },
    async (request) => claims.whatIf(caller(request).sub, yearOf(law, request.params.ya), request.body),
  )
}
