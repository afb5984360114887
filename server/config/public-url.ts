import { isIPv6 } from 'node:net'
import { isLoopback } from './formats.ts'
import type { Config } from './types.ts'

/** Listens on every network. */
const EVERYWHERE = ['0.0.0.0', '::']

/**
 * Where browsers reach a server that nobody gave a PUBLIC_URL: at the address it listens on, or at the only one the
 * machine has. Where it has several, which of them phones reach cannot be known from here.
 */
export function guessedPublicUrl(
  { host, port }: Config['listen'],
  addresses: () => readonly string[],
): string {
  if (isLoopback(inUrl(host))) return originOf('localhost', port)
  if (!EVERYWHERE.includes(host)) return originOf(inUrl(host), port)
  const [only, ...others] = addresses()
  return originOf(only !== undefined && others.length === 0 ? only : 'localhost', port)
}

/** Whether the socket can be reached from other devices. */
export const listensToNetwork = ({ listen }: Pick<Config, 'listen'>) => !isLoopback(inUrl(listen.host))

/** Whether PUBLIC_URL is an address that only this machine itself can open. */
export const isOnlyForThisMachine = ({ publicUrl }: Pick<Config, 'publicUrl'>) =>
  isLoopback(new URL(publicUrl).hostname)

/**
 * Whether browsers connect to this process itself. It speaks http only, so with https a proxy stands in front, and so
 * it does on another port, unless that is this machine's own (a tunnel, `npm run dev`).
 */
export function isReachedDirectly({
  publicUrl,
  listen,
  trustedProxies,
}: Pick<Config, 'publicUrl' | 'listen' | 'trustedProxies'>): boolean {
  const { protocol, port, hostname } = new URL(publicUrl)
  if (trustedProxies > 0 || protocol !== 'http:') return false
  return isLoopback(hostname) || Number(port || 80) === listen.port
}

/** As browsers write it: without port 80. */
const originOf = (name: string, port: number) => new URL(`http://${name}:${port}`).origin

const inUrl = (host: string) => (isIPv6(host) ? `[${host}]` : host)
