import type { FastifyRequest } from 'fastify'
import { isLoopback } from '../../config/formats.ts'
import { isOnlyForThisMachine, isReachedDirectly } from '../../config/public-url.ts'
import { Refusal } from '../../errors.ts'
import { isFromThisMachine, type Reach } from '../../http/this-machine.ts'
import { say } from '../../texts/index.ts'

/**
 * Whether the browser used another address than PUBLIC_URL, where a sign-in would end without its cookies.
 * @throws Refusal misdirected when the browser could not open PUBLIC_URL
 */
export function isElsewhere(request: FastifyRequest, reach: Reach): boolean {
  const { host } = request.headers
  if (!host || !URL.canParse(`http://${host}`)) return false
  const used = new URL(`http://${host}`)
  if (used.host === new URL(reach.publicUrl).host) return false
  if (isLoopback(used.hostname)) return true
  // A proxy may send its own name for the server.
  if (!isReachedDirectly(reach)) return false
  if (isOnlyForThisMachine(reach) && !isFromThisMachine(request, reach)) {
    throw new Refusal(
      'misdirected',
      say(({ refusals }) => refusals.publicUrlElsewhere(reach.publicUrl, used.origin)),
    )
  }
  return true
}
