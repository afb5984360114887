import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../errors.ts'
import { say } from '../texts/index.ts'
import type { Principal } from './principal.ts'

/** For the API description; the gate checks it on every route. */
export const onlyAsHeader = z.object({
  'only-as': z
    .string()
    .optional()
    .meta({
      description:
        'The `sub` of the person the request is meant for. It is refused when somebody else is signed in, as may happen to ' +
        'one that has waited for the network',
    }),
})

/**
 * Refuses a request that was meant for another person than the one who is signed in by now.
 * @throws Refusal other_person
 */
export function requireExpectedPerson({ headers }: FastifyRequest, { sub }: Principal) {
  const expected = headers['only-as']
  if (expected === undefined || expected === sub) return
  throw new Refusal(
    'other_person',
    say(({ refusals }) => refusals.otherPerson),
  )
}
