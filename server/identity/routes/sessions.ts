import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { byNetwork } from '../../http/network.ts'
import { caller } from '../../http/route.ts'
import type { IdentityRoutesDeps } from './deps.ts'

const session = z
  .object({
    id: z.string(),
    device: z.string().meta({ description: "The browser's User-Agent at sign-in" }),
    signedInAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().meta({ description: 'Time of the sign-in or the latest refresh' }),
    expiresAt: z.iso.datetime().meta({ description: 'When it ends if it is not used before' }),
    damaged: z.boolean().meta({
      description: 'Whether part of its record cannot be read; it can still be ended',
    }),
    current: z.boolean().meta({ description: 'Whether this request belongs to it' }),
  })
  .meta({ id: 'Session' })

export const sessionRoutes: FastifyPluginAsyncZod<IdentityRoutesDeps> = async (app, deps) => {
  const { identity, securityLog } = deps
  const recordEnd = (request: FastifyRequest, reason: string) =>
    securityLog.record('session_ended', {
      account: request.principal?.sub,
      network: byNetwork(request),
      reason,
    })

  app.get(
    '/me/sessions',
    {
      schema: {
        operationId: 'listSessions',
        tags: ['identity'],
        summary: 'List where you are signed in, latest use first',
        response: { 200: z.object({ sessions: z.array(session) }) },
      },
    },
    async (request) => {
      const sessions = await identity.sessions.list(caller(request))
      return {
        sessions: sessions.map(({ id, device, signedInAt, lastUsedAt, expiresAt, damaged, isCurrent }) => ({
          id,
          device,
          signedInAt: signedInAt.toISOString(),
          lastUsedAt: lastUsedAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
          damaged,
          current: isCurrent,
        })),
      }
    },
  )

  app.delete(
    '/me/sessions',
    {
      schema: {
        operationId: 'endOtherSessions',
        tags: ['identity'],
        summary: 'End all other sessions at once; the one of this request goes on',
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await identity.sessions.endOthers(caller(request))
      recordEnd(request, 'others_ended')
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/me/sessions/:id',
    {
      schema: {
        operationId: 'endSession',
        tags: ['identity'],
        summary: 'End one session at once, on any device',
        params: z.object({ id: z.string().max(100) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await identity.sessions.end(caller(request), request.params.id)
      recordEnd(request, 'ended_from_the_list')
      return reply.code(204).send(null)
    },
  )
}
