import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { disconnectSignal } from '../../http/disconnect.ts'
import { ifMatchHeader } from '../../http/preconditions.ts'
import { preferHeader, prefersAsync } from '../../http/prefer.ts'
import type { Receipts } from '../index.ts'
import type { Receipt } from '../model.ts'
import { changeConfig, changeSchema, createAnswer, createView, targetOf } from './answer.ts'
import { receiptView } from './schemas.ts'

export const splitView = z
  .object({
    receipts: z
      .array(receiptView)
      .meta({ description: 'The receipt itself, then those that were split off it' }),
  })
  .meta({ id: 'SplitReceipts' })

const body = z
  .strictObject({
    fileId: z.uuid().optional().meta({ description: 'Default: the first file that it concerns' }),
  })
  .nullish()

/** A person splits a picture of several receipts, or takes that back. */
export const splitRoutes: FastifyPluginAsyncZod<{ receipts: Receipts }> = async (app, { receipts }) => {
  const { intake, splitting, work } = receipts
  const answer = createAnswer(receipts)
  const view = createView(receipts)

  app.post(
    '/receipts/:id/split',
    {
      config: changeConfig(60),
      schema: {
        operationId: 'splitReceipt',
        ...changeSchema,
        tags: ['receipts'],
        summary: 'Make a receipt of each that a picture shows',
        description:
          'For a file with `receipts`. This receipt keeps its id, what was corrected, and the first of them; each other ' +
          'one becomes a receipt with the same file, unchanged. `area` says which part of the picture it is, and only ' +
          'that is read. Repeated, the request changes nothing and has the same answer.',
        headers: z.object({ ...ifMatchHeader.shape, ...preferHeader.shape }),
        body,
        response: { 200: splitView, 202: splitView },
      },
    },
    async (request, reply) => {
      const target = targetOf(request)
      const signal = disconnectSignal(reply)
      const wait = !prefersAsync(request, reply)
      const { receipt, parts, leased } = await splitting.split(target, request.body?.fileId)
      const read = async (one: Receipt) => {
        const options = { signal, leased: one === leased ? leased : undefined }
        if (wait) return intake.read(one, options)
        void work.offer(one, options.leased)
        return one
      }
      const all = [receipt, ...parts]
      const answered = leased ? await Promise.all(all.map(read)) : all
      const views = await Promise.all(answered.map((one) => view(reply, one)))
      return reply.code(leased && !wait ? 202 : 200).send({ receipts: views })
    },
  )

  app.post(
    '/receipts/:id/unsplit',
    {
      config: changeConfig(60),
      schema: {
        operationId: 'unsplitReceipt',
        ...changeSchema,
        tags: ['receipts'],
        summary: 'Take the split of a picture back',
        description:
          'All of the picture is this receipt again, and is read. The receipts that were split off it stay as they are.',
        headers: z.object({ ...ifMatchHeader.shape, ...preferHeader.shape }),
        body,
        response: { 200: receiptView, 202: receiptView },
      },
    },
    async (request, reply) => {
      const due = await splitting.unsplit(targetOf(request), request.body?.fileId)
      if (!prefersAsync(request, reply)) return answer(reply, await intake.read(due))
      void work.offer(due)
      return reply.code(202).send(await answer(reply, due))
    },
  )
}
