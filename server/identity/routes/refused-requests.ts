import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock } from '../../clock.ts'
import { byNetwork } from '../../http/network.ts'
import type { SecurityDetails, SecurityLog } from '../security-log.ts'

const REFUSED = new Set([401, 403, 429])
const WINDOW_MS = 60_000
/** Kinds of refusals that are remembered; beyond it the oldest are written again before their minute is over. */
const MAX_KINDS = 1000

interface Kind {
  details: SecurityDetails
  until: number
  /** How many were not written. */
  more: number
}

/**
 * Writes each kind of refused request to the security log once a minute for each person and network, with the number of
 * those that were not written, so that nobody can fill the disk with it.
 */
export function recordRefusals(
  app: FastifyInstance,
  { securityLog, clock }: { securityLog: SecurityLog; clock: Clock },
) {
  // In the order of their ends, because all last as long.
  const kinds = new Map<string, Kind>()

  function forgetUntil(now: number) {
    for (const [key, { details, until, more }] of kinds) {
      if (until > now && kinds.size <= MAX_KINDS) return
      kinds.delete(key)
      if (more > 0) securityLog.record('request_refused', { ...details, more })
    }
  }

  app.addHook('onResponse', async (request, reply) => {
    if (!REFUSED.has(reply.statusCode)) return
    const details = detailsOf(request, reply.statusCode)
    const key = JSON.stringify(details)
    const now = clock.now().getTime()
    forgetUntil(now)
    const known = kinds.get(key)
    if (known) {
      known.more++
      return
    }
    kinds.set(key, { details, until: now + WINDOW_MS, more: 0 })
    securityLog.record('request_refused', details)
  })
  app.addHook('onClose', async () => forgetUntil(Number.POSITIVE_INFINITY))
}

function detailsOf(request: FastifyRequest, status: number): SecurityDetails {
  const { url } = request.routeOptions
  return {
    status,
    reason: request.refusedWith,
    account: request.principal?.sub,
    network: byNetwork(request),
    ...(url && { route: `${request.method} ${url}` }),
  }
}
