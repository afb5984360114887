import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { disconnectSignal } from '../../http/disconnect.ts'
import { idempotencyHeader, idempotencyKey } from '../../http/idempotency.ts'
import { onlyAsHeader } from '../../http/only-as.ts'
import { preferHeader, prefersAsync } from '../../http/prefer.ts'
import { caller, changeLimit } from '../../http/route.ts'
import { uploadedFile } from '../../http/upload.ts'
import { type IncomingFile, MAX_FILE_BYTES } from '../files/incoming.ts'
import type { Receipts } from '../index.ts'
import { createCreatedAnswer } from './answer.ts'
import { receiptView } from './schemas.ts'

/** A person uploads the file of a receipt. */
export const uploadRoutes: FastifyPluginAsyncZod<{ receipts: Receipts }> = async (app, { receipts }) => {
  const { intake, withIncoming } = receipts
  const created = createCreatedAnswer(receipts)

  app.post(
    '/receipts/upload',
    {
      config: {
        ...changeLimit(120),
        upload: true,
        refusals: ['idempotency_key_reused', 'idempotency_key_in_use'],
      },
      schema: {
        operationId: 'uploadReceipt',
        tags: ['receipts'],
        summary: 'Upload a receipt',
        description:
          'The file is a JPEG, PNG, WebP, TIFF, HEIC, AVIF or GIF picture, or a PDF, of at most 10 MB and 30 pages, which ' +
          'are one receipt. It is stored and read. If reading takes longer than 20 s, the answer has the status `reading` and the reading continues. The ' +
          'file can also be a MyInvois e-invoice (UBL 2.1 as XML or JSON, or the answer of the MyInvois API) of at most ' +
          '1 MB. Its values are taken exactly. Its signature is not checked; `einvoice.verified` says so. Consolidated ' +
          'and self-billed e-invoices are refused, because they do not show what a person spent.',
        headers: z.object({ ...idempotencyHeader.shape, ...preferHeader.shape, ...onlyAsHeader.shape }),
        response: { 201: receiptView, 202: receiptView },
      },
    },
    async (request, reply) => {
      const { sub } = caller(request)
      const key = idempotencyKey(request)
      const wait = !prefersAsync(request, reply)
      const signal = disconnectSignal(reply)
      const stream = await uploadedFile(request, MAX_FILE_BYTES)
      const upload = async (incoming: IncomingFile) => {
        const { receipt, replayed } = await intake.upload(sub, incoming, { key, wait, signal })
        if (replayed) reply.header('Idempotency-Replayed', 'true')
        return created(reply, receipt, wait || replayed ? 201 : 202)
      }
      return withIncoming(stream, upload, { signal, person: sub })
    },
  )
}
