import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { destroyWhenIdle } from '../http/idle-timeout.ts'
import { caller, changeLimit, problems } from '../http/route.ts'
import type { Law } from '../law/law.ts'
import { yearOf, yearPath } from '../taxpayer/routes/year.ts'
import { type Exports, formats } from './index.ts'
import { languages } from './language.ts'

const exportQuery = z.object({
  format: z.enum(formats).meta({
    description:
      'csv, xlsx: one row per part of each confirmed receipt. json: the whole claim. pdf: a summary by form ' +
      'item. zip: the audit pack with every original',
  }),
  language: z.enum(languages).default('en').meta({ description: 'en: English, ms: Malay' }),
})

export const exportRoutes: FastifyPluginAsyncZod<{ law: Law; exports: Exports }> = async (
  app,
  { law, exports },
) => {
  app.get(
    '/tax-years/:ya/export',
    {
      config: changeLimit(30),
      // A HEAD request would create the whole file only to discard it.
      exposeHeadRoute: false,
      schema: {
        tags: ['claims'],
        summary: 'Download a year’s claim',
        description:
          'Confirmed receipts only. Each user may download one export at a time; further requests get 429 with Retry-After.',
        params: yearPath,
        querystring: exportQuery,
        response: problems,
      },
    },
    async (request, reply) => {
      const { format, language } = request.query
      const { type, filename, body } = await exports.make(
        caller(request).sub,
        yearOf(law, request.params.ya),
        format,
        language,
      )
      destroyWhenIdle(reply)
      reply.header('Cache-Control', 'private, no-store')
      reply.header('Content-Disposition', `attachment; filename="${filename}"`)
      return reply.type(type).send(body as never)
    },
  )
}
