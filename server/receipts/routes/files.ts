import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Refusal } from '../../errors.ts'
import { wantedRange } from '../../http/ranges.ts'
import { caller, problems } from '../../http/route.ts'
import { isInvoiceType, ReaderFailedError, UnusableFileError } from '../../reading/ports.ts'
import type { Services } from '../../services.ts'
import { EXTENSIONS, originalKey } from '../files.ts'
import { boxSchema, type Receipt } from '../model.ts'
import { receiptPath } from './schemas.ts'

const textView = z
  .object({
    pages: z.array(
      z.object({
        fileId: z.string(),
        page: z.int(),
        width: z.number().meta({ description: 'Pixels of the upright page' }),
        height: z.number(),
        turned: z
          .int()
          .optional()
          .meta({ description: 'Degrees clockwise the picture was turned to be upright' }),
        slope: z.number().optional().meta({ description: 'Pixels that lines sink per pixel to the right' }),
        lines: z.array(z.object({ text: z.string(), confidence: z.number(), box: boxSchema })),
      }),
    ),
  })
  .meta({ id: 'ReceiptText' })

const fileQuery = z.object({
  file: z.uuid().optional().meta({ description: 'Which file; default: the first' }),
  size: z.enum(['original', 'thumbnail', 'preview']).default('original').meta({
    description: '`preview` is for types that browsers do not show: a WebP of at most 2,000 pixels a side',
  }),
})

/** A receipt's files and what stands on them. */
export const fileRoutes: FastifyPluginAsyncZod<Services> = async (app, { receipts }) => {
  const { files, review, texts, thumbnail } = receipts

  app.get(
    '/receipts/:id/text',
    {
      schema: {
        tags: ['receipts'],
        summary: 'Get the text of its pages, line by line',
        params: receiptPath,
        response: { 200: textView, ...problems },
      },
    },
    async (request) => {
      const receipt = await review.find(caller(request).sub, request.params.id)
      const pages: z.output<typeof textView>['pages'] = []
      for (const file of receipt.files.filter((f) => f.role === 'receipt')) {
        for (const page of (await texts.get(receipt, file.id)) ?? []) pages.push({ fileId: file.id, ...page })
      }
      return { pages }
    },
  )

  app.get(
    '/receipts/:id/file',
    {
      schema: {
        tags: ['receipts'],
        summary: 'Get a file as it was uploaded, or a WebP picture of it',
        params: receiptPath,
        querystring: fileQuery,
        response: problems,
      },
    },
    async (request, reply) => {
      const receipt = await review.find(caller(request).sub, request.params.id)
      const { size } = request.query
      const file = chosen(receipt, request.query.file)
      // It never changes, but whether it may be seen does: a browser asks each time, and is told "not modified".
      const etag = `"${file.sha256}${size === 'original' ? '' : `-${size}`}"`
      reply.header('Cache-Control', 'private, no-cache').header('ETag', etag)
      if (request.headers['if-none-match'] === etag) return reply.code(304).send(null as never)
      // A file of a stranger's making is opened as what we found it to be, and can run nothing.
      reply.header('Content-Security-Policy', policyFor(size === 'original' ? file.type : 'image/webp'))
      if (size !== 'original') {
        if (isInvoiceType(file.type))
          throw new Refusal('not_found', 'An e-invoice is no picture and has none.')
        const bytes = await thumbnail(receipt, file.id, size).catch(asRefusal)
        if (!bytes) throw missing()
        return reply.type('image/webp').send(bytes as never)
      }
      const range = wantedRange(request, file.bytes)
      reply.header('Accept-Ranges', 'bytes')
      if (range === 'none') {
        return reply
          .code(416)
          .header('Content-Range', `bytes */${file.bytes}`)
          .send(null as never)
      }
      const found = await files.open(originalKey(receipt.userId, receipt.id, file.id), range)
      if (!found) throw missing()
      if (range) reply.code(206).header('Content-Range', `bytes ${range.start}-${range.end}/${found.bytes}`)
      reply.header('Content-Length', range ? range.end - range.start + 1 : found.bytes)
      // XML can be a page that does things; it is for keeping, not for looking at.
      const shown = isInvoiceType(file.type) ? 'attachment' : 'inline'
      reply.header('Content-Disposition', `${shown}; filename="${receipt.id}.${EXTENSIONS[file.type]}"`)
      return reply.type(file.type).send(found.stream as never)
    },
  )
}

/** Browsers show no PDF in a sandbox; their viewer is one of its own. */
const policyFor = (type: string) => `default-src 'none'${type === 'application/pdf' ? '' : '; sandbox'}`

function chosen(receipt: Receipt, fileId: string | undefined) {
  const file = fileId ? receipt.files.find((f) => f.id === fileId) : receipt.files[0]
  if (!file) throw new Refusal('not_found', 'The receipt has no such file.')
  return file
}

const missing = () => new Refusal('storage_unavailable', 'The file is not in the store.')

function asRefusal(cause: unknown): never {
  const isUnusable = cause instanceof UnusableFileError
  if (!isUnusable && !(cause instanceof ReaderFailedError)) throw cause
  const code = isUnusable ? 'file_damaged' : 'reading_unavailable'
  throw new Refusal(code, 'No picture can be made of this file.', { cause, retryAfter: 5 })
}
