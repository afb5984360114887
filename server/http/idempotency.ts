import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../errors.ts'
import { say } from '../texts/index.ts'

export const idempotencyHeader = z.object({
  'idempotency-key': z.string().optional().meta({
    description:
      'Up to 200 characters, different for each receipt. Repeating a request with the same key creates no second one',
  }),
})

/** The request's Idempotency-Key, if it has one. */
export function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7e](?:[\x20-\x7e]{0,198}[\x21-\x7e])?$/.test(key)) {
    throw new Refusal(
      'bad_request',
      say(({ refusals }) => refusals.idempotencyKeyForm),
    )
  }
  return key
}
