import type { Finding } from '../../finding.ts'
import { checkDiscovery } from '../../operations/doctor/discovery.ts'

/** OpenID Connect Discovery 1.0, 4: the document is under the issuer. */
export const discoveryOf = (issuer: string) => `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`

/** Checks that the configured provider answers as itself. */
export function diagnoseProvider(issuer: string, scopes: readonly string[]): Promise<Finding[]> {
  const same = (a: string, b: string) => a.replace(/\/$/, '') === b.replace(/\/$/, '')
  return checkDiscovery({
    url: discoveryOf(issuer),
    isIssuer: (found) => same(found, issuer),
    configured: issuer,
    unreachable: 'check OIDC_ISSUER, and let the server reach that address',
    wrongIssuer: (found) => `set OIDC_ISSUER=${found}, if that is the provider`,
    scopes,
  })
}
