import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { expectedVersionOrFirst, firstVersionHeader, setETag } from '../../http/preconditions.ts'
import { caller, changeLimit, problems } from '../../http/route.ts'
import { retainUntil } from '../../law/filing.ts'
import type { TaxYear } from '../../law/year.ts'
import { type BasedOn, isBasedOn } from '../../versions.ts'
import { factsSchema, formOf } from '../facts.ts'
import type { StoredFacts } from '../store.ts'
import type { TaxpayerRoutesDeps } from './deps.ts'
import { yearOf, yearPath } from './year.ts'

const factsView = z.object({
  year: z.int().meta({ description: 'Year of assessment' }),
  version: z.int().meta({ description: 'Counts writes; the ETag. 0: nothing was stored yet' }),
  form: z
    .enum(['BE', 'B'])
    .meta({ description: 'The form to file, by the kinds of income unless it was given' }),
  retainUntil: z.iso.date().meta({
    description: 'Last day the papers of the year must be kept, by the day of filing if it is known',
  }),
  facts: factsSchema,
})
export const taxpayerView = factsView
  .extend({
    fromEarlierYear: z
      .object({ year: z.int(), facts: factsSchema })
      .nullable()
      .meta({
        description:
          'Where nothing is stored: what an earlier year said and is likely to be still true, without amounts. It ' +
          'counts once it is put here',
      }),
  })
  .meta({ id: 'Taxpayer' })
export const storedView = factsView.meta({ id: 'StoredTaxpayer' })

/** What the law asks about a taxpayer and no receipt says. */
export const taxpayerFactsRoutes: FastifyPluginAsyncZod<TaxpayerRoutesDeps> = async (
  app,
  { taxpayer, law },
) => {
  const { facts: taxpayerFacts } = taxpayer
  const view = (year: TaxYear, { version, facts }: StoredFacts) => ({
    year: year.year,
    version,
    form: formOf(facts),
    retainUntil: retainUntil(year, facts.filedOn ? Number(facts.filedOn.slice(0, 4)) : undefined),
    facts,
  })

  app.get(
    '/tax-years/:ya/taxpayer',
    {
      schema: {
        tags: ['claims'],
        summary: 'What is known about the taxpayer in a year',
        description: 'Empty, with version 0, where nothing was stored yet.',
        params: yearPath,
        response: { 200: taxpayerView, ...problems },
      },
    },
    async (request, reply) => {
      const year = yearOf(law, request.params.ya)
      const { fromEarlierYear, ...found } = await taxpayerFacts.find(caller(request).sub, year.year)
      setETag(reply, found.version)
      return { ...view(year, found), fromEarlierYear }
    },
  )

  app.put(
    '/tax-years/:ya/taxpayer',
    {
      config: changeLimit(120),
      schema: {
        tags: ['claims'],
        summary: 'Say what the year’s computation needs',
        description:
          'Replaces everything; what is left out is not known, and nothing is asked that the law does not need. ' +
          'Every code must have a place in the law of the year. The `facts` of another year can be sent here too.',
        params: yearPath,
        headers: firstVersionHeader,
        body: factsSchema,
        response: { 200: storedView, ...problems },
      },
    },
    async (request, reply) => {
      const { sub } = caller(request)
      const year = yearOf(law, request.params.ya)
      const based = await oneOf(expectedVersionOrFirst(request), () => taxpayerFacts.find(sub, year.year))
      const stored = await taxpayerFacts.put(sub, year, request.body, based)
      setETag(reply, stored.version)
      return view(year, stored)
    },
  )
}

const NO_VERSION = -1

/** The one version of several that is stored now; what is none of them conflicts. */
async function oneOf(based: BasedOn, find: () => Promise<{ version: number }>): Promise<number | 'any'> {
  if (based === 'any' || typeof based === 'number') return based
  const { version } = await find()
  return isBasedOn(based, version) ? version : NO_VERSION
}
