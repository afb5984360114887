import type { FastifyRequest } from 'fastify'

/**
 * The range of a file that a request asks for (RFC 9110, section 14): offsets of the first and last byte. Undefined for
 * the whole file, and for range requests a server may ignore; 'none' when the file has no such part.
 */
export function wantedRange(
  request: FastifyRequest,
  bytes: number,
): { start: number; end: number } | 'none' | undefined {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(request.headers.range ?? '') ?? []
  // The file may have changed since; sending all of it is always correct.
  if (request.headers['if-range'] !== undefined || (!from && !to)) return undefined
  if (from && to && Number(from) > Number(to)) return undefined
  const start = from ? Number(from) : Math.max(0, bytes - Number(to))
  const end = from && to ? Math.min(Number(to), bytes - 1) : bytes - 1
  return start > end ? 'none' : { start, end }
}
