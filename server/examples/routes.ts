import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { caller, changeLimit } from '../http/route.ts'
import type { Examples } from './index.ts'

const ids = z.array(z.uuid()).meta({ description: 'Ids of the example receipts, oldest first' })

const added = z
  .object({
    receipts: ids,
    year: z.int().meta({ description: 'The year of assessment they are of' }),
  })
  .meta({ id: 'Examples' })

/** A person tries the tracker with example receipts. */
export const exampleRoutes: FastifyPluginAsyncZod<{ examples: Examples }> = async (app, { examples }) => {
  app.get(
    '/me/examples',
    {
      schema: {
        tags: ['account'],
        operationId: 'listExamples',
        summary: 'Which example receipts there are',
        description: 'Also those in the trash; none where they were not added or have been removed.',
        response: { 200: z.object({ receipts: ids }) },
      },
    },
    async (request) => ({ receipts: await examples.list(caller(request).sub) }),
  )

  app.post(
    '/me/examples',
    {
      config: { ...changeLimit(10, '1 hour'), refusals: ['wrong_state'] },
      schema: {
        tags: ['account'],
        operationId: 'addExamples',
        summary: 'Add example receipts',
        description:
          'Adds ten made-up receipts of one year, marked `example: true`. They are read in the background like any upload. ' +
          'They count in claims and estimates while they are there; exports say so, and the audit pack leaves them out. ' +
          '409 `wrong_state` where they are all there already; after an interruption the missing ones are added.',
        response: { 202: added },
      },
    },
    async (request, reply) => reply.code(202).send(await examples.add(caller(request).sub)),
  )

  app.delete(
    '/me/examples',
    {
      config: changeLimit(30, '1 hour'),
      schema: {
        tags: ['account'],
        operationId: 'removeExamples',
        summary: 'Remove the example receipts for good',
        description:
          'Deletes them with their files at once, also those that were confirmed or are in the trash. Nothing of them need ' +
          'be kept.',
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await examples.remove(caller(request).sub)
      return reply.code(204).send(null)
    },
  )
}
