import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'

export const preferHeader = z.object({
  prefer: z
    .string()
    .optional()
    .meta({ description: '`respond-async`: answer 202 at once, before the receipt is read (RFC 7240)' }),
})

/** Whether the client asked not to wait (RFC 7240). Confirms it in Preference-Applied. */
export function prefersAsync(request: FastifyRequest, reply: FastifyReply): boolean {
  const preferences = String(request.headers.prefer ?? '')
    .toLowerCase()
    .split(/[,;]/)
  const asked = preferences.some((preference) => preference.trim() === 'respond-async')
  if (asked) reply.header('Preference-Applied', 'respond-async')
  return asked
}
