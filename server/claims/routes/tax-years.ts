import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { problems } from '../../http/route.ts'
import type { Law } from '../../law/law.ts'
import { yearOf, yearPath } from '../../taxpayer/routes/year.ts'
import { reliefsView, taxYearsView } from '../tax-year-views.ts'
import { toReliefs, toTaxYear } from '../tax-years.ts'

/** What the law of each year says, the same for everybody. */
export const taxYearRoutes: FastifyPluginAsyncZod<{ law: Law }> = async (app, { law }) => {
  app.get(
    '/tax-years',
    {
      schema: {
        tags: ['claims'],
        summary: 'The years of assessment there is law for, the latest first',
        description: 'With the days to file, how long papers are kept, and how far the rules were verified.',
        response: { 200: taxYearsView, ...problems },
      },
    },
    async () => ({ taxYears: law.years.map(toTaxYear).reverse() }),
  )

  app.get(
    '/tax-years/:ya/reliefs',
    {
      schema: {
        tags: ['claims'],
        summary: 'What can be claimed in a year',
        description:
          'The reliefs as a tree: allowed = min(limit, own spending + what is allowed below). With names in English ' +
          'and Bahasa Malaysia, conditions, evidence, what is disputed, and where each rule was read.',
        params: yearPath,
        response: { 200: reliefsView, ...problems },
      },
    },
    async ({ params: { ya } }) => toReliefs(yearOf(law, ya)),
  )
}
