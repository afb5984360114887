import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { answerLanguage } from '../../http/language.ts'
import type { Law } from '../../law/law.ts'
import { yearOf, yearPath } from '../../taxpayer/routes/year.ts'
import { lawView, toLaw } from '../law-view.ts'
import { reliefGuideView, toReliefGuide } from '../relief-guide.ts'
import { reliefsView, taxYearsView } from '../tax-year-views.ts'
import { toReliefs, toTaxYear } from '../tax-years.ts'
import { noSuchRelief, reliefPath } from './relief-path.ts'

/** The law of each year; the same for everybody. */
export const taxYearRoutes: FastifyPluginAsyncZod<{ law: Law }> = async (app, { law }) => {
  app.get(
    '/tax-years',
    {
      schema: {
        operationId: 'listTaxYears',
        tags: ['claims'],
        summary: 'List the years of assessment, latest first',
        description:
          'Each with its filing deadlines, how long documents must be kept, and how many rules were verified.',
        response: { 200: taxYearsView },
      },
    },
    async () => ({ taxYears: law.years.map(toTaxYear).reverse() }),
  )

  app.get(
    '/tax-years/:ya/reliefs',
    {
      schema: {
        operationId: 'listReliefs',
        tags: ['claims'],
        summary: 'List what can be claimed in a year',
        description:
          'The reliefs as a tree, where allowed = min(limit, own spending + amounts allowed below). Each has its names in ' +
          'English and Malay, conditions, evidence, open questions and sources.',
        params: yearPath,
        response: { 200: reliefsView },
      },
    },
    async ({ params: { ya } }) => toReliefs(yearOf(law, ya)),
  )

  app.get(
    '/tax-years/:ya/law',
    {
      schema: {
        operationId: 'getLaw',
        tags: ['claims'],
        summary: 'Get every limit, rate and condition of a year with its source',
        description:
          'Each head of the law with its parameters, and the document and page or paragraph they were read in.',
        params: yearPath,
        response: { 200: lawView },
      },
    },
    async ({ params: { ya } }) => toLaw(yearOf(law, ya)),
  )

  app.get(
    '/tax-years/:ya/reliefs/:code',
    {
      schema: {
        operationId: 'getReliefGuide',
        tags: ['claims'],
        summary: 'Get a relief, gift or rebate in plain words',
        description:
          'What counts, what does not, for whom, what to keep, and what the law leaves open, as it holds in this year.',
        params: reliefPath,
        response: { 200: reliefGuideView },
      },
    },
    async (request, reply) => {
      const { ya, code } = request.params
      const year = yearOf(law, ya)
      const guide = toReliefGuide(year, code, await answerLanguage(request, reply))
      if (!guide) throw noSuchRelief(year, code)
      return guide
    },
  )
}
