import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { disconnectSignal } from '../../http/disconnect.ts'
import { idempotencyHeader, idempotencyKey } from '../../http/idempotency.ts'
import { expectedVersion, ifMatchHeader, setETag } from '../../http/preconditions.ts'
import { preferHeader, prefersAsync } from '../../http/prefer.ts'
import { caller, changeLimit, problems } from '../../http/route.ts'
import { uploadedFile } from '../../http/upload.ts'
import { type IncomingFile, MAX_FILE_BYTES } from '../files/incoming.ts'
import type { Receipts } from '../index.ts'
import type { Receipt } from '../model.ts'
import { fileRoles } from '../parts.ts'
import { editable, receiptPath, receiptView, viewOf } from './schemas.ts'

/** How receipts come in. */
export const uploadRoutes: FastifyPluginAsyncZod<{ receipts: Receipts }> = async (app, { receipts }) => {
  const { intake, review, work, withIncoming, retainUntil } = receipts

  const created = async (reply: FastifyReply, receipt: Receipt, status: 201 | 202) => {
    setETag(reply, receipt.version).header('Location', `/receipts/${receipt.id}`)
    return reply.code(status).send(viewOf(receipt, await retainUntil(receipt)))
  }

  app.post(
    '/receipts/upload',
    {
      config: { ...changeLimit(120), upload: true },
      schema: {
        tags: ['receipts'],
        summary: 'Upload a receipt',
        description:
          'A JPEG, PNG, WebP, TIFF or HEIC picture, or a PDF of one page, of at most 10 MB. It is kept and read; a reading ' +
          'that takes longer than 20 s is answered with status `reading` and goes on. Or the file of a MyInvois ' +
          'e-invoice (UBL 2.1 as XML or JSON, also as the API of MyInvois answers with it) of at most 1 MB: its figures ' +
          'are taken exactly as they are. Its signature is not checked, and the receipt says so (`einvoice.verified`). ' +
          'Consolidated and self-billed e-invoices are refused: they do not show what a person spent.',
        headers: z.object({ ...idempotencyHeader.shape, ...preferHeader.shape }),
        response: { 201: receiptView, 202: receiptView, ...problems },
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
      return withIncoming(stream, upload, { signal })
    },
  )

  app.post(
    '/receipts',
    {
      config: changeLimit(120),
      schema: {
        tags: ['receipts'],
        summary: 'Enter a receipt without a picture',
        body: editable.partial(),
        response: { 201: receiptView, ...problems },
      },
    },
    async (request, reply) => created(reply, await intake.enter(caller(request).sub, request.body), 201),
  )

  app.post(
    '/receipts/:id/files',
    {
      config: { ...changeLimit(120), upload: true },
      schema: {
        tags: ['receipts'],
        summary: 'Add a page, a certificate or a proof of payment',
        description: 'A further page (`receipt`) is read together with the pages before it.',
        params: receiptPath,
        querystring: z.object({ role: z.enum(fileRoles).default('receipt') }),
        headers: z.object({ ...ifMatchHeader.shape, ...preferHeader.shape }),
        response: { 201: receiptView, 202: receiptView, ...problems },
      },
    },
    async (request, reply) => {
      const target = { userId: caller(request).sub, id: request.params.id, version: expectedVersion(request) }
      const { role } = request.query
      const wait = !prefersAsync(request, reply)
      const signal = disconnectSignal(reply)
      // A receipt that does not exist is refused before the file is received.
      await review.find(target.userId, target.id)
      const stream = await uploadedFile(request, MAX_FILE_BYTES)
      const add = async (incoming: IncomingFile) => {
        const added = await review.addFile(target, incoming, role)
        if (role !== 'receipt') return created(reply, added, 201)
        if (wait) return created(reply, await intake.read(added, signal), 201)
        void work.offer(added.id)
        return created(reply, added, 202)
      }
      return withIncoming(stream, add, { signal })
    },
  )
}
