import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Refusal } from '../../errors.ts'
import { flag, wholeNumber } from '../../http/query-values.ts'
import { caller } from '../../http/route.ts'
import { isInvoiceType } from '../../reading/ports.ts'
import { say } from '../../texts/index.ts'
import { originalKey, viewName } from '../files/keys.ts'
import type { Receipts } from '../index.ts'
import type { Receipt } from '../model.ts'
import { receiptPath } from './schemas.ts'
import { fileSize, missing, originalResponses, sendOriginal, sendPicture } from './send-original.ts'

const fileQuery = z.object({
  file: z.uuid().optional().meta({ description: 'The id of the file. Default: the first file' }),
  size: fileSize,
  page: wholeNumber(z.int().min(1)).default(1).meta({
    description: 'Which page of the file to show as a `preview` or `thumbnail`',
  }),
  part: flag.optional().meta({
    description:
      'Whether to show only the part of the page that is this receipt (`files[].area`). Default: `true` for a `thumbnail`, ' +
      '`false` for a `preview`. A client that says it has another address once a picture is split, which no cache confuses',
  }),
})

/** A receipt's files, and pictures of them. */
export const fileRoutes: FastifyPluginAsyncZod<{ receipts: Receipts }> = async (app, { receipts }) => {
  const { files, review, thumbnail } = receipts

  app.get(
    '/receipts/:id/file',
    {
      config: { refusals: ['file_damaged', 'file_locked', 'range_not_satisfiable', 'reading_unavailable'] },
      schema: {
        operationId: 'getReceiptFile',
        tags: ['receipts'],
        summary: 'Get a file of a receipt as it was uploaded, or a WebP picture of it',
        params: receiptPath,
        querystring: fileQuery,
        response: originalResponses,
      },
    },
    async (request, reply) => {
      const { receipt } = await review.findRecord(caller(request).sub, request.params.id)
      const { size, page, part = size === 'thumbnail' } = request.query
      const file = chosen(receipt, request.query.file)
      if (size === 'original') {
        const key = originalKey(receipt.userId, receipt.id, file.id)
        await sendOriginal(request, reply, files, { key, file, name: receipt.id })
        return reply
      }
      if (isInvoiceType(file.type))
        throw new Refusal(
          'not_found',
          say(({ refusals }) => refusals.noPictureOfInvoice),
        )
      if (page > file.pages)
        throw new Refusal(
          'not_found',
          say(({ refusals }) => refusals.noSuchPage),
        )
      // A thumbnail shows which receipt it is; a preview all of the page, on which boxes have their places.
      const shown = { page, area: part ? file.area : undefined }
      await sendPicture(request, reply, `${file.sha256}-${viewName(size, shown)}`, async () => {
        const bytes = await thumbnail(receipt, file.id, size, shown)
        if (!bytes) throw missing(originalKey(receipt.userId, receipt.id, file.id))
        return bytes
      })
      return reply
    },
  )
}

function chosen(receipt: Receipt, fileId: string | undefined) {
  const file = fileId ? receipt.files.find((f) => f.id === fileId) : receipt.files[0]
  if (!file)
    throw new Refusal(
      'not_found',
      say(({ refusals }) => refusals.noSuchFile),
    )
  return file
}
