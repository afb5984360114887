import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { disconnectSignal } from '../../http/disconnect.ts'
import { ifMatchHeader } from '../../http/preconditions.ts'
import { preferHeader, prefersAsync } from '../../http/prefer.ts'
import type { Receipts } from '../index.ts'
import { changeConfig, changeSchema, createAnswer, targetOf } from './answer.ts'
import { receiptView } from './schemas.ts'

/** A person has a receipt read again. */
export const readAgainRoutes: FastifyPluginAsyncZod<{ receipts: Receipts }> = async (app, { receipts }) => {
  const { intake, review, work } = receipts
  const answer = createAnswer(receipts)

  app.post(
    '/receipts/:id/read',
    {
      config: changeConfig(60),
      schema: {
        operationId: 'readReceiptAgain',
        ...changeSchema,
        tags: ['receipts'],
        summary: 'Read a receipt again',
        description:
          'A reading never replaces a value that a person set. On a confirmed receipt it only makes a `proposal`.',
        headers: z.object({ ...ifMatchHeader.shape, ...preferHeader.shape }),
        response: { 200: receiptView, 202: receiptView },
      },
    },
    async (request, reply) => {
      const due = await review.readAgain(targetOf(request))
      if (!prefersAsync(request, reply)) return answer(reply, await intake.read(due))
      void work.offer(due)
      return reply.code(202).send(await answer(reply, due))
    },
  )

  app.post(
    '/receipts/:id/unlock',
    {
      config: changeConfig(60, 'wrong_password', 'too_many_pages', 'file_damaged', 'reading_unavailable'),
      schema: {
        operationId: 'unlockReceipt',
        ...changeSchema,
        tags: ['receipts'],
        summary: 'Read a PDF that needs a password',
        description:
          'For a file with `password`. The password is used for this reading only: it is not stored, and the file stays ' +
          'as it is. Pictures of its pages are made and kept. After ten wrong passwords within 15 minutes the receipt ' +
          'answers `too_many_requests`.',
        body: z.strictObject({ password: z.string().min(1).max(127) }),
        response: { 200: receiptView },
      },
    },
    async (request, reply) => {
      const { password } = request.body
      const leased = await review.unlock(targetOf(request), password)
      return answer(reply, await intake.readLocked(leased, password, disconnectSignal(reply)))
    },
  )
}
