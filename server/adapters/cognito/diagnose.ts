import { checkDiscovery } from '../../operations/doctor/discovery.ts'
import type { Finding } from '../../operations/doctor/finding.ts'
import type { Configured } from './configured.ts'
import { diagnoseAppClient } from './diagnose-app-client.ts'
import { diagnoseHostedUi } from './diagnose-hosted-ui.ts'

export const discoveryOf = ({
  region,
  userPoolId,
  endpoint = `https://cognito-idp.${region}.amazonaws.com`,
}: Pick<Configured, 'region' | 'userPoolId' | 'endpoint'>) =>
  new URL(`/${userPoolId}/.well-known/openid-configuration`, endpoint).href

/** Whether the pool, its sign-in pages and the app client are as this server needs them. */
export async function diagnoseUserPool(configured: Configured): Promise<Finding[]> {
  const offline = (scope: string) => scope !== 'offline_access'
  // The server leaves it out as well: Cognito knows no such scope.
  const wanted = { ...configured, scopes: configured.scopes.filter(offline) }
  const found = await Promise.all([discovery(wanted), diagnoseHostedUi(wanted), diagnoseAppClient(wanted)])
  return found.flat()
}

function discovery(configured: Configured) {
  const { region, userPoolId, endpoint } = configured
  const hosts = [`cognito-idp.${region}.amazonaws.com`, `issuer-cognito-idp.${region}.amazonaws.com`]
  return checkDiscovery({
    url: discoveryOf(configured),
    // Two forms exist; behind another endpoint only the pool can be compared.
    isIssuer(issuer) {
      const url = URL.canParse(issuer) ? new URL(issuer) : undefined
      return url?.pathname === `/${userPoolId}` && (endpoint !== undefined || hosts.includes(url.host))
    },
    configured: `the pool ${userPoolId}`,
    unreachable: 'look at COGNITO_REGION and COGNITO_USER_POOL_ID, and let the server reach that address',
    wrongIssuer: (found) => `set COGNITO_USER_POOL_ID=${found.split('/').at(-1)}, if that is the pool`,
    // The document of Cognito does not name all its scopes; the Hosted UI says which are taken.
    scopes: [],
  })
}
