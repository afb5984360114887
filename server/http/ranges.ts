import type { FastifyRequest } from 'fastify'

/**
 * The one part of a file a request asks for (RFC 9110, section 14): first and last byte. Undefined where it asks for
 * all of it, or in a way that need not be understood; 'none' where the file has no such part.
 */
export function wantedRange(
  request: FastifyRequest,
  bytes: number,
): { start: number; end: number } | 'none' | undefined {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(request.headers.range ?? '') ?? []
  // What it was a part of may have changed since; the whole is always right.
  if (request.headers['if-range'] !== undefined || (!from && !to)) return undefined
  if (from && to && Number(from) > Number(to)) return undefined
  const start = from ? Number(from) : Math.max(0, bytes - Number(to))
  const end = from && to ? Math.min(Number(to), bytes - 1) : bytes - 1
  return start > end ? 'none' : { start, end }
}
