import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { download } from '../http/downloads.ts'
import { destroyWhenIdle } from '../http/idle-timeout.ts'
import { answerLanguage } from '../http/language.ts'
import { caller, changeLimit } from '../http/route.ts'
import { languages } from '../language.ts'
import type { Law } from '../law/law.ts'
import { yearOf, yearPath } from '../taxpayer/routes/year.ts'
import { employerSheetBody } from './employer-sheet.ts'
import { type Export, type Exports, formats, mediaTypes, tableFormats } from './index.ts'

const exportLanguage = z
  .enum(languages)
  .optional()
  .meta({ description: 'en: English, ms: Malay. Default: the language of other answers' })

const exportQuery = z.object({
  format: z.enum(formats).meta({
    description:
      'csv, xlsx: one row per part of each confirmed receipt. json: the whole claim. pdf: a summary by form ' +
      'item. zip: the audit pack with every original',
  }),
  language: exportLanguage,
  form: z
    .enum(['BE', 'B'])
    .optional()
    .meta({ description: 'The other form than that of the facts, as in `GET .../return`' }),
})

const MAX_CHOSEN = 500

const selection = z.strictObject({
  ids: z
    .array(z.uuid())
    .min(1)
    .max(MAX_CHOSEN)
    .meta({ description: 'Ids of receipts; rows come in this order' }),
  format: z.enum(tableFormats),
  language: exportLanguage,
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
        operationId: 'exportYear',
        tags: ['claims'],
        summary: 'Download a year’s claim',
        description:
          'Confirmed receipts only. Each user may download one export at a time; further requests get 429 with Retry-After.',
        params: yearPath,
        querystring: exportQuery,
        response: { 200: download('The file', mediaTypes(formats)) },
      },
    },
    async (request, reply) => {
      const { format, form, language = await answerLanguage(request, reply) } = request.query
      const year = yearOf(law, request.params.ya)
      const made = await exports.make(caller(request).sub, year, { format, language, form })
      return send(reply, made)
    },
  )

  app.post(
    '/tax-years/:ya/pcb/sheet',
    {
      config: changeLimit(30),
      schema: {
        operationId: 'makeEmployerSheet',
        tags: ['claims'],
        summary: 'Download the data of form TP1 or TP3 for an employer',
        description:
          'A PDF to copy into LHDN’s form or to hand over with it; nothing is sent or stored. TP1 has the confirmed claims until ' +
          'its month, TP3 what the body says of former employers. Name, identity and employer are left blank.',
        params: yearPath,
        querystring: z.object({ language: exportLanguage }),
        body: employerSheetBody,
        response: { 200: download('The sheet', mediaTypes(['pdf'])) },
      },
    },
    async (request, reply) => {
      const { language = await answerLanguage(request, reply) } = request.query
      const year = yearOf(law, request.params.ya)
      return send(reply, await exports.makeEmployerSheet(caller(request).sub, year, request.body, language))
    },
  )

  app.post(
    '/receipts/export',
    {
      config: { ...changeLimit(30), refusals: ['not_found'] },
      schema: {
        operationId: 'exportReceipts',
        tags: ['receipts'],
        summary: 'Download chosen receipts as a table',
        description:
          'One row per part of each receipt, like the export of a year; `Counts` says of a receipt that is not confirmed or ' +
          'in the trash that it is. 404 where you do not have all of them.',
        body: selection,
        response: { 200: download('The file', mediaTypes(tableFormats)) },
      },
    },
    async (request, reply) => {
      const { ids, format, language = await answerLanguage(request, reply) } = request.body
      return send(reply, await exports.makeSelection(caller(request).sub, ids, format, language))
    },
  )
}

function send(reply: FastifyReply, { type, filename, body }: Export) {
  destroyWhenIdle(reply)
  reply.header('Cache-Control', 'private, no-store')
  reply.header('Content-Disposition', `attachment; filename="${filename}"`)
  return reply.type(type).send(body as never)
}
