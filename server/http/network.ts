import { isIPv6 } from 'node:net'
import type { FastifyRequest } from 'fastify'

/**
 * The network that an address belongs to, for limits, counters and logs: `192.0.2.7`, or `2001:db8:0:1::/64`. A
 * household or a server has a whole /64 of IPv6 and can send each request from another address of it; of IPv4 it has
 * one address. An IPv4 address in IPv6 notation is the IPv4 address. What is no address stays as it is.
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%', 1)
  if (!isIPv6(plain)) return address
  const groups = groupsOf(plain)
  const [a = 0, b = 0] = groups.slice(6)
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return [a >> 8, a & 255, b >> 8, b & 255].join('.')
  }
  const front = groups.slice(0, 4).map((group) => group.toString(16))
  return `${front.join(':')}::/64`
}

/** Counts requests by their network, as @fastify/rate-limit asks for it. */
export const byNetwork = ({ ip }: Pick<FastifyRequest, 'ip'>): string => networkOf(ip)

/** The eight groups of an IPv6 address; a URL writes all of them in hexadecimal. */
function groupsOf(address: string): number[] {
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const [front, back] = [head, tail].map((part) => part.split(':').filter(Boolean))
  const missing = 8 - (front?.length ?? 0) - (back?.length ?? 0)
  return [...(front ?? []), ...Array(missing).fill('0'), ...(back ?? [])].map((group) =>
    Number.parseInt(group, 16),
  )
}
