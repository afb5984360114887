import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { credentials } from '../http/authentication.ts'
import type { Credentials } from '../http/principal.ts'
import { caller, changeLimit } from '../http/route.ts'
import { openEventStream } from './event-stream.ts'
import type { Changes } from './index.ts'

interface ChangeRoutesDeps {
  changes: Changes
  identity: { gate: { principal(credentials: Credentials): Promise<unknown> } }
}

/** Tells a person's clients what changed. */
export const changeRoutes: FastifyPluginAsyncZod<ChangeRoutesDeps> = async (app, { changes, identity }) => {
  // An open stream would keep the server from closing.
  app.addHook('preClose', async () => changes.end())

  app.get(
    '/events',
    {
      config: changeLimit(60),
      exposeHeadRoute: false,
      schema: {
        operationId: 'followChanges',
        tags: ['changes'],
        summary: 'Follow what changes elsewhere, as Server-Sent Events',
        description:
          'Each event `change` has as its data `{"receipts": [{"id": "...", "version": 2}], "facts": false}`: the receipts that ' +
          'changed, with their versions (null: deleted), or null where it is not known which; `facts` says whether the facts or statements of a year changed. A change ' +
          'arrives within 5 s, whichever process made it. Comments keep the connection alive. The stream ends within a ' +
          'minute after the session; events while it was not open are not repeated, so ask for what you show once it is ' +
          'open again. Where a proxy holds the events back, or with 429, ask every 30 s instead.',
        response: {
          200: {
            description: 'The events, without end',
            content: { 'text/event-stream': { schema: z.string() } },
          },
        },
      },
    },
    async (request, reply) => {
      const brought = credentials(request)
      const check = () => identity.gate.principal(brought)
      const stream = openEventStream({ changes, userId: caller(request).sub, check })
      // A proxy that collected or compressed the answer would hold the events back.
      reply.header('Cache-Control', 'no-store, no-transform').header('X-Accel-Buffering', 'no')
      return reply.type('text/event-stream').send(stream as never)
    },
  )
}
