import { checkDiscovery } from '../../operations/doctor/discovery.ts'
import type { Finding } from '../../operations/doctor/finding.ts'

/** OpenID Connect Discovery 1.0, 4: the document is under the issuer. */
export const discoveryOf = (issuer: string) => `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`

/** Whether the provider is the one that was configured. */
export function diagnoseProvider(issuer: string, scopes: readonly string[]): Promise<Finding[]> {
  const same = (a: string, b: string) => a.replace(/\/$/, '') === b.replace(/\/$/, '')
  return checkDiscovery({
    url: discoveryOf(issuer),
    isIssuer: (found) => same(found, issuer),
    configured: issuer,
    unreachable: 'look at OIDC_ISSUER, and let the server reach that address',
    wrongIssuer: (found) => `set OIDC_ISSUER=${found}, if that is the provider`,
    scopes,
  })
}
