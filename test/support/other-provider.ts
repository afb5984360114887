import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import Provider from 'oidc-provider'

export const AUDIENCE = 'https://tracker.example/api'

export interface OtherProviderOptions {
  redirectUri: string
  logoutUri: string
  /** Whether its access tokens are JWTs (RFC 9068) or opaque. */
  jwtAccessTokens?: boolean
  /** The values of `prompt` that its discovery document lists. */
  prompts?: string[]
}

/** An OpenID provider other than Cognito and ours, with its own pages, RFC 9068 access tokens and RP-initiated logout. */
export async function startOtherProvider(options: OtherProviderOptions) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  const issuer = `http://127.0.0.1:${address.port}`
  const isJwt = options.jwtAccessTokens ?? true

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'tracker',
        client_secret: 'a secret of the other provider',
        redirect_uris: [options.redirectUri],
        post_logout_redirect_uris: [options.logoutUri],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'other', alg: 'RS256', use: 'sig' }] },
    ...(options.prompts && { discovery: { prompt_values_supported: options.prompts } }),
    cookies: { keys: ['for this test'] },
    claims: { openid: ['sub', 'sid'], email: ['email'], profile: ['name'] },
    scopes: ['openid', 'email', 'profile', 'offline_access'],
    conformIdTokenClaims: false,
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, email: `${id}@example.com`, name: id }),
    }),
    issueRefreshToken: async () => true,
    extraTokenClaims: (_ctx, token) => ('grantId' in token ? { sid: token.grantId } : undefined),
    features: {
      devInteractions: { enabled: true },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: isJwt,
        defaultResource: () => AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'openid email profile offline_access',
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    ttl: {
      AccessToken: 3_600,
      IdToken: 3_600,
      RefreshToken: 86_400,
      Grant: 86_400,
      Session: 86_400,
      Interaction: 600,
    },
  })
  provider.silent = true
  server.on('request', provider.callback())

  return {
    issuer,
    key: privateKey,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
