import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { expectedVersionOrFirst, firstVersionHeader, setETag } from '../../http/preconditions.ts'
import { caller, changeLimit } from '../../http/route.ts'
import { retainUntil } from '../../law/filing.ts'
import type { TaxYear } from '../../law/year.ts'
import { type BasedOn, isBasedOn } from '../../versions.ts'
import { factsSchema, formOf } from '../facts.ts'
import type { StoredFacts } from '../facts-store.ts'
import { storedView, taxpayerView } from '../facts-views.ts'
import type { TaxpayerRoutesDeps } from './deps.ts'
import { yearOf, yearPath } from './year.ts'

/** The facts of a taxpayer. */
export const taxpayerFactsRoutes: FastifyPluginAsyncZod<TaxpayerRoutesDeps> = async (
  app,
  { taxpayer, law },
) => {
  const { facts: taxpayerFacts } = taxpayer
  const view = (year: TaxYear, { version, facts, damaged }: StoredFacts) => ({
    year: year.year,
    version,
    form: formOf(facts),
    retainUntil: retainUntil(year, facts.filedOn ? Number(facts.filedOn.slice(0, 4)) : undefined),
    facts,
    damaged,
  })

  app.get(
    '/tax-years/:ya/taxpayer',
    {
      schema: {
        operationId: 'getFacts',
        tags: ['claims'],
        summary: 'Get the taxpayer facts of a year',
        description: 'Empty, with version 0, if nothing is stored yet.',
        params: yearPath,
        response: { 200: taxpayerView },
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
        operationId: 'replaceFacts',
        tags: ['claims'],
        summary: 'Replace the taxpayer facts of a year',
        description:
          'Replaces all facts; a member that is left out is unknown. The law of the year must know every code. The ' +
          '`facts` of another year can be sent here too.',
        params: yearPath,
        headers: firstVersionHeader,
        body: factsSchema,
        response: { 200: storedView },
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

/** Picks the version that is stored now from several; if it is none of them, the change conflicts. */
async function oneOf(based: BasedOn, find: () => Promise<{ version: number }>): Promise<number | 'any'> {
  if (based === 'any' || typeof based === 'number') return based
  const { version } = await find()
  return isBasedOn(based, version) ? version : NO_VERSION
}
