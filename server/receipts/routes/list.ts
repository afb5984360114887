import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { fromCursor, pageQuery, toCursor } from '../../http/paging.ts'
import { caller, problems } from '../../http/route.ts'
import type { Receipts } from '../index.ts'
import type { ListQuery } from '../ports.ts'
import { queryWords } from '../search.ts'
import { listView, shownStatus } from './schemas.ts'

const yearQuery = z
  .union([z.literal('none'), z.coerce.number().int().min(1900).max(2199)])
  .meta({ description: 'A year such as 2026, or `none` for receipts that were read and have no date' })

const position = z.object({ day: z.string().max(10), id: z.uuid() })

const listQuery = z.object({
  yearOfAssessment: yearQuery.optional(),
  status: shownStatus.optional(),
  text: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Words that must all occur in the receipt or in the text of its pages' }),
  trash: z.stringbool().default(false).meta({ description: 'List the trash instead' }),
  ...pageQuery,
})

/** Lists receipts. */
export const listRoutes: FastifyPluginAsyncZod<{ receipts: Receipts }> = async (app, { receipts }) => {
  app.get(
    '/receipts',
    {
      schema: {
        tags: ['receipts'],
        summary: 'List receipts, newest first',
        description: 'In the order of upload. With `yearOfAssessment`, in the order of payment.',
        querystring: listQuery,
        response: { 200: listView, ...problems },
      },
    },
    async (request, reply) => {
      const { text, status, limit, cursor, ...rest } = request.query
      const { rows, next } = await receipts.store.list(caller(request).sub, {
        view: viewOf(rest),
        status,
        words: queryWords(text ?? ''),
        limit,
        after: cursor === undefined ? undefined : fromCursor(cursor, position),
      })
      // Rows are stored as the JSON that is sent, so the serializer is bypassed: parsing them only to print them again
      // would cost more than the look-up. A test checks that they satisfy the documented schema.
      const nextCursor = JSON.stringify(next && toCursor(next))
      reply.type('application/json; charset=utf-8')
      return reply
        .serializer(String)
        .send(`{"receipts":[${rows.join(',')}],"nextCursor":${nextCursor}}` as never)
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
