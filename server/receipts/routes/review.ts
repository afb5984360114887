import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { expectedVersion, ifMatchHeader, setETag } from '../../http/preconditions.ts'
import { preferHeader, prefersAsync } from '../../http/prefer.ts'
import { caller, changeLimit, problems } from '../../http/route.ts'
import type { Receipts } from '../index.ts'
import type { Receipt } from '../model.ts'
import { verdictSchema } from '../model.ts'
import { day } from '../values.ts'
import { editable, receiptPath, receiptView, viewOf } from './schemas.ts'

const patch = editable.partial().extend({
  proposal: z.null().optional().meta({ description: 'null dismisses the proposal of a later reading' }),
})

/** What a person does to one receipt. */
export const reviewRoutes: FastifyPluginAsyncZod<{ receipts: Receipts }> = async (app, { receipts }) => {
  const { intake, review, work, retainUntil } = receipts
  const target = (request: FastifyRequest<{ Params: { id: string } }>) => ({
    userId: caller(request).sub,
    id: request.params.id,
    version: expectedVersion(request),
  })
  const answer = async (reply: FastifyReply, receipt: Receipt) => {
    setETag(reply, receipt.version)
    return viewOf(receipt, await retainUntil(receipt))
  }
  const change = { params: receiptPath, headers: ifMatchHeader, response: { 200: receiptView, ...problems } }
  const config = changeLimit(600)

  app.get(
    '/receipts/:id',
    {
      schema: {
        tags: ['receipts'],
        summary: 'Get a receipt',
        params: receiptPath,
        response: { 200: receiptView, ...problems },
      },
    },
    async (request, reply) => answer(reply, await review.find(caller(request).sub, request.params.id)),
  )

  app.patch(
    '/receipts/:id',
    {
      config,
      schema: {
        ...change,
        tags: ['receipts'],
        summary: 'Correct a receipt',
        description: 'A JSON merge patch (RFC 7396). Every correction is kept in the history.',
        consumes: ['application/merge-patch+json', 'application/json'],
        body: patch,
      },
    },
    async (request, reply) => answer(reply, await review.correct(target(request), request.body)),
  )

  app.post(
    '/receipts/:id/confirm',
    {
      config,
      schema: {
        ...change,
        tags: ['receipts'],
        summary: 'Confirm that a receipt is right',
        description: 'Nothing counts until it is confirmed. It needs a merchant, a day and an amount.',
      },
    },
    async (request, reply) => answer(reply, await review.confirm(target(request))),
  )

  app.post(
    '/receipts/:id/duplicate',
    {
      config,
      schema: {
        ...change,
        tags: ['receipts'],
        summary: 'Say whether a suspected duplicate is one',
        description:
          'Different ones are not suspected again. Of two that are the same both count until one goes to the trash.',
        body: z.strictObject({ ...verdictSchema.shape, of: z.uuid() }),
      },
    },
    async (request, reply) => answer(reply, await review.settleDuplicate(target(request), request.body)),
  )

  app.post(
    '/receipts/:id/read',
    {
      config: changeLimit(60),
      schema: {
        ...change,
        tags: ['receipts'],
        summary: 'Read it again',
        description: 'Never over what a person set. On a confirmed receipt it only makes a proposal.',
        headers: z.object({ ...ifMatchHeader.shape, ...preferHeader.shape }),
        response: { 200: receiptView, 202: receiptView, ...problems },
      },
    },
    async (request, reply) => {
      const asked = await review.readAgain(target(request))
      if (!prefersAsync(request, reply)) return answer(reply, await intake.read(asked))
      void work.offer(asked.id)
      return reply.code(202).send(await answer(reply, asked))
    },
  )

  app.delete(
    '/receipts/:id',
    {
      config,
      schema: {
        ...change,
        tags: ['receipts'],
        summary: 'Put a receipt into the trash',
        description:
          'It is purged after 30 days; one that was confirmed not before the day until which it must be kept is over. ' +
          'For that one it asks first: 409 `confirmation_needed` with `retainUntil`.',
        querystring: z.object({
          acknowledgedUntil: day
            .optional()
            .meta({ description: 'The `retainUntil` of that answer, once the person has seen it' }),
        }),
      },
    },
    async (request, reply) =>
      answer(reply, await review.trash(target(request), request.query.acknowledgedUntil)),
  )

  app.post(
    '/receipts/:id/restore',
    { config, schema: { ...change, tags: ['receipts'], summary: 'Take a receipt out of the trash' } },
    async (request, reply) => {
      const restored = await review.restore(target(request))
      if (restored.unreadFileIds.length > 0) void work.offer(restored.id)
      return answer(reply, restored)
    },
  )
}
