import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { disconnectSignal } from '../../http/disconnect.ts'
import { onlyAsHeader } from '../../http/only-as.ts'
import { ifMatchHeader } from '../../http/preconditions.ts'
import { preferHeader, prefersAsync } from '../../http/prefer.ts'
import { uploadedFile } from '../../http/upload.ts'
import { type IncomingFile, MAX_FILE_BYTES } from '../files/incoming.ts'
import type { Receipts } from '../index.ts'
import { fileRoles } from '../parts.ts'
import { changeConfig, createCreatedAnswer, targetOf } from './answer.ts'
import { receiptPath, receiptView } from './schemas.ts'

/** A person adds a file to a receipt. */
export const addFileRoutes: FastifyPluginAsyncZod<{ receipts: Receipts }> = async (app, { receipts }) => {
  const { intake, review, work, withIncoming } = receipts
  const created = createCreatedAnswer(receipts)

  app.post(
    '/receipts/:id/files',
    {
      config: { ...changeConfig(120, 'too_many_files'), upload: true },
      schema: {
        operationId: 'addReceiptFile',
        tags: ['receipts'],
        summary: 'Add a page, a certificate or a proof of payment',
        description:
          'A page (role `receipt`) is read together with the pages before it. A certificate or proof is only stored.',
        params: receiptPath,
        querystring: z.object({ role: z.enum(fileRoles).default('receipt') }),
        headers: z.object({ ...ifMatchHeader.shape, ...preferHeader.shape, ...onlyAsHeader.shape }),
        response: { 201: receiptView, 202: receiptView },
      },
    },
    async (request, reply) => {
      const target = targetOf(request)
      const { role } = request.query
      const wait = !prefersAsync(request, reply)
      const signal = disconnectSignal(reply)
      // A receipt that does not exist is refused before the file is received.
      await review.find(target.userId, target.id)
      const stream = await uploadedFile(request, MAX_FILE_BYTES)
      const add = async (incoming: IncomingFile) => {
        const added = await review.addFile(target, incoming, role)
        if (role !== 'receipt') return created(reply, added, 201)
        if (wait) return created(reply, await intake.read(added, { signal }), 201)
        void work.offer(added)
        return created(reply, added, 202)
      }
      return withIncoming(stream, add, { signal, person: target.userId })
    },
  )
}
