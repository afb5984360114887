import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { answerLanguage } from '../../http/language.ts'
import { caller, changeLimit } from '../../http/route.ts'
import { yearOf, yearPath } from '../../taxpayer/routes/year.ts'
import { toDeductions } from '../pcb/deductions.ts'
import { pcbBody, pcbKnownView, pcbView } from '../pcb/views.ts'
import type { ClaimRoutesDeps } from './deps.ts'

/** The monthly tax deduction (PCB). */
export const pcbRoutes: FastifyPluginAsyncZod<ClaimRoutesDeps> = async (app, { claims, law }) => {
  app.get(
    '/tax-years/:ya/pcb',
    {
      schema: {
        operationId: 'getPcbFacts',
        tags: ['claims'],
        summary: 'Get what is known for the monthly tax deduction (PCB)',
        description:
          'What `POST` takes, as far as the facts of the year say it, and the claims that form TP1 tells an employer: ' +
          'confirmed receipts by the month of payment, and stated amounts, each within its limit.',
        params: yearPath,
        response: { 200: pcbKnownView },
      },
    },
    async (request) => claims.pcbKnown(caller(request).sub, yearOf(law, request.params.ya)),
  )

  app.post(
    '/tax-years/:ya/pcb',
    {
      config: changeLimit(240),
      schema: {
        operationId: 'computePcb',
        tags: ['claims'],
        summary: 'Compute the monthly tax deductions (PCB) of a year',
        description:
          'Stores nothing, and uses nothing but the body. By the computerised method of LHDN: the deduction of one month with ' +
          'bonus, reliefs by form TP1, former employers by form TP3 and zakat, and the table of the year. Where LHDN’s ' +
          'specification leaves open what is deducted, `open` has both results.',
        params: yearPath,
        body: pcbBody,
        response: { 200: pcbView },
      },
    },
    async (request, reply) =>
      toDeductions(yearOf(law, request.params.ya).year, request.body, await answerLanguage(request, reply)),
  )
}
