import type { Finding } from '../../finding.ts'
import { checkDiscovery } from '../../operations/doctor/discovery.ts'
import type { Configured } from './configured.ts'
import { diagnoseAppClient } from './diagnose-app-client.ts'
import { diagnoseHostedUi } from './diagnose-hosted-ui.ts'

export const discoveryOf = ({
  region,
  userPoolId,
  endpoint = `https://cognito-idp.${region}.amazonaws.com`,
}: Pick<Configured, 'region' | 'userPoolId' | 'endpoint'>) =>
  new URL(`/${userPoolId}/.well-known/openid-configuration`, endpoint).href

/** Checks that the pool, its sign-in pages and the app client are set up as this server needs them. */
export async function diagnoseUserPool(configured: Configured): Promise<Finding[]> {
  const offline = (scope: string) => scope !== 'offline_access'
  // Cognito has no such scope; the server leaves it out too.
  const wanted = { ...configured, scopes: configured.scopes.filter(offline) }
  const found = await Promise.all([discovery(wanted), diagnoseHostedUi(wanted), diagnoseAppClient(wanted)])
  return found.flat()
}

function discovery(configured: Configured) {
  const { region, userPoolId, endpoint } = configured
  const hosts = [`cognito-idp.${region}.amazonaws.com`, `issuer-cognito-idp.${region}.amazonaws.com`]
  return checkDiscovery({
    url: discoveryOf(configured),
    // There are two forms of issuer; behind a custom endpoint only the pool can be compared.
    isIssuer(issuer) {
      const url = URL.canParse(issuer) ? new URL(issuer) : undefined
      return url?.pathname === `/${userPoolId}` && (endpoint !== undefined || hosts.includes(url.host))
    },
    configured: `the pool ${userPoolId}`,
    unreachable: 'check COGNITO_REGION and COGNITO_USER_POOL_ID, and let the server reach that address',
    wrongIssuer: (found) => `set COGNITO_USER_POOL_ID=${found.split('/').at(-1)}, if that is the pool`,
    // Cognito's document does not list all scopes; the Hosted UI check covers them.
    scopes: [],
  })
}
