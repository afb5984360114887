import { isIPv4 } from 'node:net'
import type { Config } from '../config/config.ts'
import { isOnlyForThisMachine, isReachedDirectly, listensToNetwork } from '../config/public-url.ts'
import { type Finding, fine, warning } from '../finding.ts'

const MOST_SUGGESTED = 3

/**
 * Whether other devices can use the server as it is configured, and how safely.
 * @param addresses of this machine (ownAddresses)
 */
export function checkNetwork(config: Config, addresses: readonly string[]): Finding[] {
  const { publicUrl } = config
  const found = [reachability(config, addresses), encryption(config), limits(config)].filter(
    (finding) => finding !== undefined,
  )
  if (found.length > 0) return found
  return [
    isOnlyForThisMachine(config)
      ? fine(`only this machine can open ${publicUrl}; docs/self-hosting.md says how phones can`)
      : fine(`other devices reach the server at ${publicUrl}`),
  ]
}

function reachability(config: Config, addresses: readonly string[]): Finding | undefined {
  const { publicUrl, listen } = config
  const url = new URL(publicUrl)
  if (isOnlyForThisMachine(config)) {
    if (!listensToNetwork(config)) return undefined
    return warning(
      `other devices can connect, but signing in leads them to ${publicUrl}, which only this machine can open`,
      `set PUBLIC_URL to the address they use: ${suggestions(listen.port, addresses)}`,
    )
  }
  if (!isReachedDirectly(config)) return undefined
  if (!listensToNetwork(config)) {
    return warning(
      `PUBLIC_URL is ${publicUrl}, but the server listens to this machine only`,
      'set HOST=0.0.0.0, or let a proxy listen there',
    )
  }
  if (!isIPv4(url.hostname) || addresses.length === 0 || addresses.includes(url.hostname)) return undefined
  return warning(
    `PUBLIC_URL has the address ${url.hostname}, and this machine has another one now`,
    `set PUBLIC_URL=${suggestions(listen.port, addresses)}, and reserve the address for it in the router`,
  )
}

function encryption(config: Config): Finding | undefined {
  if (isOnlyForThisMachine(config) || config.publicUrl.startsWith('https:')) return undefined
  return warning(
    'passwords and receipts cross the network in plain http, where others on it can read them',
    'https with Caddy or Tailscale takes ten minutes: docs/self-hosting.md',
  )
}

function limits({ publicUrl, trustedProxies }: Config): Finding | undefined {
  if (!publicUrl.startsWith('https:') || trustedProxies > 0) return undefined
  return warning(
    "the limits of sign-in count everybody as one, because only the proxy's address is seen",
    'set TRUST_PROXY=1, or to the number of your proxies one behind the other',
  )
}

function suggestions(port: number, addresses: readonly string[]): string {
  if (addresses.length === 0) return `http://ADDRESS-OF-THIS-MACHINE:${port}`
  return addresses
    .slice(0, MOST_SUGGESTED)
    .map((address) => `http://${address}:${port}`)
    .join(' or ')
}
