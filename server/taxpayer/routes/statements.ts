import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Refusal } from '../../errors.ts'
import { disconnectSignal } from '../../http/disconnect.ts'
import { expectedVersion, ifMatchHeader, setETag } from '../../http/preconditions.ts'
import { caller, changeLimit } from '../../http/route.ts'
import { uploadedFile } from '../../http/upload.ts'
import { claimable } from '../../law/claimable.ts'
import { MAX_FILE_BYTES } from '../../receipts/files/incoming.ts'
import { originalKey } from '../../receipts/files/keys.ts'
import {
  fileSize,
  missing,
  originalResponses,
  sendOriginal,
  sendPicture,
} from '../../receipts/routes/send-original.ts'
import { day } from '../../receipts/values.ts'
import { say } from '../../texts/index.ts'
import { kindSchema, type Statement } from '../statements/model.ts'
import { statementView } from '../statements/views.ts'
import type { TaxpayerRoutesDeps } from './deps.ts'
import { yearOf, yearPath } from './year.ts'

const statementPath = yearPath.extend({ id: z.uuid() })

/** Documents that prove what receipts do not: EA form, statements of EPF, insurers and SSPN. */
export const statementRoutes: FastifyPluginAsyncZod<TaxpayerRoutesDeps> = async (
  app,
  { taxpayer, law, receipts },
) => {
  const { statements, statementReadings: readings } = taxpayer
  const path = '/tax-years/:ya/taxpayer/statements'
  const viewOf = ({ schema, state, ...shown }: Statement, retainUntil: string) => ({
    ...shown,
    reading: shown.reading ?? null,
    retainUntil,
  })

  app.post(
    path,
    {
      config: { ...changeLimit(120), upload: true, refusals: ['wrong_state'] },
      schema: {
        operationId: 'addStatement',
        tags: ['claims'],
        summary: 'Add a statement: EA form, EPF, insurance, SSPN...',
        description:
          'A picture (JPEG, PNG, WebP, TIFF, HEIC, AVIF, GIF) or a PDF of at most 10 MB and 200 pages. It is stored unchanged; ' +
          '`readStatement` reads it. The same file again answers 200 with the existing statement instead of 201.',
        params: yearPath,
        querystring: z.object({
          kind: kindSchema,
          shows: z.string().max(60).optional().meta({ description: 'See Statement.shows' }),
        }),
        response: { 200: statementView, 201: statementView },
      },
    },
    async (request, reply) => {
      const { sub } = caller(request)
      const year = yearOf(law, request.params.ya)
      const { kind, shows = null } = request.query
      if (shows !== null && !claimable(year, shows)) {
        const errors = [{ path: '/shows', message: say(({ values }) => values.codeUnknownIn(year.year)) }]
        throw new Refusal(
          'validation_failed',
          say(({ refusals }) => refusals.seeErrors),
          { errors },
        )
      }
      return receipts.withIncoming(
        await uploadedFile(request, MAX_FILE_BYTES),
        async (incoming) => {
          const { statement, isKnown } = await statements.add(sub, year.year, incoming, { kind, shows })
          setETag(reply, statement.version)
          reply.header('Location', `/tax-years/${year.year}/taxpayer/statements/${statement.id}/file`)
          const view = viewOf(statement, await statements.retainUntil(sub, year.year))
          return reply.code(isKnown ? 200 : 201).send(view)
        },
        { use: 'kept', signal: disconnectSignal(reply), person: sub },
      )
    },
  )

  app.get(
    path,
    {
      schema: {
        operationId: 'listStatements',
        tags: ['claims'],
        summary: 'List the statements kept for a year',
        params: yearPath,
        response: { 200: z.object({ statements: z.array(statementView) }) },
      },
    },
    async (request) => {
      const { sub } = caller(request)
      const { year } = yearOf(law, request.params.ya)
      const retainUntil = await statements.retainUntil(sub, year)
      return { statements: (await statements.list(sub, year)).map((found) => viewOf(found, retainUntil)) }
    },
  )

  app.post(
    `${path}/:id/reading`,
    {
      config: { ...changeLimit(30), refusals: ['file_damaged', 'reading_unavailable'] },
      schema: {
        operationId: 'readStatement',
        tags: ['claims'],
        summary: 'Read the figures on a statement',
        description:
          'Finds the figures of an EA form, or of a statement of EPF, SOCSO, an insurer, SSPN, PRS, zakat or a housing loan, by ' +
          'their labels in Malay or English, each with its place and confidence. Nothing of it becomes a fact before the ' +
          'person has confirmed it: put it into the facts. Done once; asked again, the same is answered.',
        params: statementPath,
        response: { 200: statementView },
      },
    },
    async (request, reply) => {
      const { sub } = caller(request)
      const { year } = yearOf(law, request.params.ya)
      const statement = await readings.read(sub, year, request.params.id, disconnectSignal(reply))
      setETag(reply, statement.version)
      return viewOf(statement, await statements.retainUntil(sub, year))
    },
  )

  app.get(
    `${path}/:id/file`,
    {
      config: { refusals: ['file_damaged', 'file_locked', 'range_not_satisfiable', 'reading_unavailable'] },
      schema: {
        operationId: 'getStatementFile',
        tags: ['claims'],
        summary: 'Get a statement as it was uploaded, or a WebP picture of its first page',
        params: statementPath,
        querystring: z.object({ size: fileSize }),
        response: originalResponses,
      },
    },
    async (request, reply) => {
      const { sub } = caller(request)
      const { ya } = request.params
      const { size } = request.query
      const { id, file } = await statements.find(sub, ya, request.params.id)
      if (size !== 'original') {
        const isThere = async () => (await statements.kept(sub, ya)).some((one) => one.id === id)
        await sendPicture(request, reply, `${file.sha256}-${size}`, async () => {
          const bytes = await receipts.thumbnail({ userId: sub, id }, file.id, size, { isThere })
          if (!bytes) throw missing(originalKey(sub, id, file.id))
          return bytes
        })
        return reply
      }
      await sendOriginal(request, reply, receipts.files, {
        key: originalKey(sub, id, file.id),
        file,
        name: id,
      })
      return reply
    },
  )

  app.delete(
    `${path}/:id`,
    {
      config: { ...changeLimit(120), refusals: ['confirmation_needed', 'record_damaged'] },
      schema: {
        operationId: 'deleteStatement',
        tags: ['claims'],
        summary: 'Delete a statement permanently',
        description:
          'Statements have no trash. While the statement must be kept, the answer is 409 `confirmation_needed` with ' +
          '`retainUntil`; repeat the request with `acknowledgedUntil`.',
        params: statementPath,
        headers: ifMatchHeader,
        querystring: z.object({
          acknowledgedUntil: day
            .optional()
            .meta({ description: 'The `retainUntil` of that answer, once the user has confirmed it' }),
        }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { ya, id } = request.params
      const { acknowledgedUntil } = request.query
      const version = expectedVersion(request)
      await statements.remove(caller(request).sub, { ya, id, version, acknowledgedUntil })
      return reply.code(204).send(null)
    },
  )
}
