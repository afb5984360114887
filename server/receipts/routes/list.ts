import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { fromCursor, pageQuery, toCursor } from '../../http/paging.ts'
import { flag, wholeNumber } from '../../http/query-values.ts'
import { caller } from '../../http/route.ts'
import type { Law } from '../../law/law.ts'
import { beneficiaries } from '../../law/relief.ts'
import { codesWithin } from '../../law/tree.ts'
import type { Receipts } from '../index.ts'
import { rowFilter } from '../list-filter.ts'
import type { ListQuery } from '../ports.ts'
import { parseSearch } from '../search-query.ts'
import { sen } from '../values.ts'
import { listView, shownStatus } from './schemas.ts'

const yearQuery = z
  .union([z.literal('none'), wholeNumber(z.int().min(1900).max(2199))])
  .meta({ description: 'A year such as 2026, or `none` for receipts that were read and have no date' })

const position = z.object({ day: z.string().max(10), id: z.uuid() })

const listQuery = z.object({
  yearOfAssessment: yearQuery.optional(),
  status: shownStatus.optional(),
  text: z
    .string()
    .max(200)
    .optional()
    .meta({
      description:
        'Words that must all occur in the receipt or in the text of its pages. Amounts (1234.50, RM1,234.50; 1234 for any ' +
        'sen) and days (14/3/2026, 14 Mar 2026, 2026-03-14) also find the receipts that have them.',
    }),
  relief: z.string().max(60).optional().meta({
    description:
      'Only receipts with a part for this relief or one below it; unconfirmed ones also where it is suggested',
  }),
  person: z.enum(beneficiaries).optional().meta({
    description: 'Only receipts with a part for this person; with `relief`, the same part',
  }),
  minSen: wholeNumber(sen).optional().meta({ description: 'The least amount in ringgit, in sen' }),
  maxSen: wholeNumber(sen).optional().meta({ description: 'The greatest amount in ringgit, in sen' }),
  certificate: z
    .literal('missing')
    .optional()
    .meta({ description: 'Only receipts that need a certificate and have none' }),
  example: flag.optional().meta({ description: 'true: only example receipts; false: no example receipts' }),
  trash: flag.default(false).meta({ description: 'List the trash instead' }),
  ...pageQuery,
})

/** Lists receipts. */
export const listRoutes: FastifyPluginAsyncZod<{ law: Law; receipts: Receipts }> = async (
  app,
  { law, receipts },
) => {
  app.get(
    '/receipts',
    {
      schema: {
        operationId: 'listReceipts',
        tags: ['receipts'],
        summary: 'List receipts, newest first',
        description:
          'In the order of upload. With `yearOfAssessment`, in the order of payment. All filters can be combined. Where few ' +
          'of very many receipts match, a page may have fewer than `limit`, or none: go on until `nextCursor` is null.',
        querystring: listQuery,
        response: { 200: listView },
      },
    },
    async (request, reply) => {
      const { text, status, limit, cursor, yearOfAssessment, trash, relief, ...filter } = request.query
      const { sub } = caller(request)
      const query = { view: viewOf({ trash, yearOfAssessment }), status, ...parseSearch(text ?? '') }
      const only = rowFilter({
        ...filter,
        reliefs: relief === undefined ? undefined : codesWithin(law.years, relief),
      })
      const after = cursor === undefined ? undefined : fromCursor(cursor, position)
      const { rows, next } = await receipts.store.list(sub, { ...query, only, limit, after })
      const isWhole = after === undefined && next === null
      const total = isWhole ? rows.length : only ? undefined : await receipts.store.count?.(sub, query)
      // Rows are stored as the JSON that is sent, so the serializer is bypassed: parsing them only to print them again
      // would cost more than the look-up. A test checks that they satisfy the documented schema.
      const rest = JSON.stringify({ nextCursor: next && toCursor(next), total: total ?? null })
      reply.type('application/json; charset=utf-8')
      return reply.serializer(String).send(`{"receipts":[${rows.join(',')}],${rest.slice(1)}` as never)
    },
  )
}

function viewOf({
  trash,
  yearOfAssessment,
}: Pick<z.output<typeof listQuery>, 'trash' | 'yearOfAssessment'>): ListQuery['view'] {
  if (trash) return { kind: 'trash' }
  if (yearOfAssessment === undefined) return { kind: 'all' }
  return yearOfAssessment === 'none' ? { kind: 'undated' } : { kind: 'year', year: yearOfAssessment }
}
