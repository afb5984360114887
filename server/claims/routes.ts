import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Refusal } from '../errors.ts'
import { problems } from '../http/route.ts'
import { loadLaw } from './load-law.ts'
import { reliefsView, taxYearsView } from './schemas.ts'
import { toReliefs, toTaxYear } from './tax-years.ts'

const yearParams = z.object({
  ya: z.coerce.number().int().min(1900).max(2199).meta({ description: 'Year of assessment', example: 2026 }),
})

export const claimRoutes: FastifyPluginAsyncZod = async (app) => {
  const law = await loadLaw()

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
        params: yearParams,
        response: { 200: reliefsView, ...problems },
      },
    },
    async ({ params: { ya } }) => {
      const year = law.year(ya)
      if (!year) throw new Refusal('not_found', `There is no law here for the year of assessment ${ya}.`)
      return toReliefs(year)
    },
  )
}
