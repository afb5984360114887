import type { FastifyRequest } from 'fastify'
import { Refusal } from '../errors.ts'
import { say } from '../texts/index.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a method changes nothing (RFC 9110, 9.2.1). */
export const isSafe = (method: string) => SAFE_METHODS.has(method)

/**
 * Whether one of our own pages sent the request. Browsers state it in Sec-Fetch-Site, which no script can set. Where
 * that is missing (older browsers, plain http), Origin must be ours; a request with neither is refused.
 */
export function isSameOrigin({ headers }: FastifyRequest, publicUrl: string) {
  const site = headers['sec-fetch-site']
  return site === undefined ? headers.origin === publicUrl : site === 'same-origin'
}

/**
 * Refuses a change by cookie that did not come from our own pages: any site can make a browser send cookies.
 * @throws Refusal cross_site_request
 */
export function requireSameOrigin(request: FastifyRequest, publicUrl: string) {
  if (isSafe(request.method) || isSameOrigin(request, publicUrl)) return
  throw new Refusal(
    'cross_site_request',
    say(({ refusals }) => refusals.fromThisSite),
  )
}
