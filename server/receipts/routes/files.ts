import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Refusal } from '../../errors.ts'
import { caller } from '../../http/route.ts'
import { isInvoiceType, ReaderFailedError, UnusableFileError } from '../../reading/ports.ts'
import { originalKey } from '../files/keys.ts'
import type { Receipts } from '../index.ts'
import type { Receipt } from '../model.ts'
import { receiptPath } from './schemas.ts'
import { isKnown, missing, originalResponses, policyFor, sendOriginal } from './send-original.ts'

const fileQuery = z.object({
  file: z.uuid().optional().meta({ description: 'The id of the file. Default: the first file' }),
  size: z
    .enum(['original', 'thumbnail', 'preview'])
    .default('original')
    .meta({
      description:
        '`preview` and `thumbnail` are WebP pictures of at most 2,000 and 400 pixels a side. Use `preview` for file types ' +
        'that browsers do not show.',
    }),
})

/** A receipt's files, and pictures of them. */
export const fileRoutes: FastifyPluginAsyncZod<{ receipts: Receipts }> = async (app, { receipts }) => {
  const { files, review, thumbnail } = receipts

  app.get(
    '/receipts/:id/file',
    {
      config: { refusals: ['file_damaged', 'reading_unavailable'] },
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
      const { size } = request.query
      const file = chosen(receipt, request.query.file)
      if (size === 'original') {
        const key = originalKey(receipt.userId, receipt.id, file.id)
        await sendOriginal(request, reply, files, { key, file, name: receipt.id })
        return reply
      }
      if (isInvoiceType(file.type)) throw new Refusal('not_found', 'There is no picture of an e-invoice.')
      if (isKnown(request, reply, `${file.sha256}-${size}`)) return reply.code(304).send(null as never)
      reply.header('Content-Security-Policy', policyFor('image/webp'))
      const bytes = await thumbnail(receipt, file.id, size).catch(asRefusal)
      if (!bytes) throw missing(originalKey(receipt.userId, receipt.id, file.id))
      return reply.type('image/webp').send(bytes as never)
    },
  )
}

function chosen(receipt: Receipt, fileId: string | undefined) {
  const file = fileId ? receipt.files.find((f) => f.id === fileId) : receipt.files[0]
  if (!file) throw new Refusal('not_found', 'The receipt has no such file.')
  return file
}

function asRefusal(cause: unknown): never {
  const isUnusable = cause instanceof UnusableFileError
  if (!isUnusable && !(cause instanceof ReaderFailedError)) throw cause
  const code = isUnusable ? 'file_damaged' : 'reading_unavailable'
  throw new Refusal(code, 'This file cannot be shown as a picture.', { cause, retryAfter: 5 })
}
