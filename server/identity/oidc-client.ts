import { createRemoteJWKSet, customFetch as joseFetch } from 'jose'
import * as oidc from 'openid-client'
import { Refusal } from '../errors.ts'
import type { IdentityProvider } from './ports.ts'

const TIMEOUT_SECONDS = 10
/** As long as a token signed with a withdrawn key would be taken; and so long an outage there does not matter here. */
const KEYS_KEPT_MINUTES = 60

/** What one sign-in sends to the provider and expects back. */
export interface LoginChecks {
  state: string
  nonce: string
  verifier: string
}

export interface TokenSet {
  accessToken: string
  idToken: string | undefined
  /** Undefined when the provider does not rotate: the old one goes on working. */
  refreshToken: string | undefined
}

export type OidcClient = ReturnType<typeof createOidcClient>

/**
 * Talks to any OpenID provider: authorization code with PKCE, refresh, revocation, keys. Its metadata is discovered
 * at the first use and again after a failure.
 */
export function createOidcClient(provider: IdentityProvider, redirectUri: string) {
  let discovered: Promise<Connection> | undefined

  function connection() {
    discovered ??= discover(provider).catch((error) => {
      discovered = undefined
      throw unavailable(error)
    })
    return discovered
  }

  return {
    /** The issuer and its keys: cached, fetched again for an unknown key id at most every 30 s. */
    async keys() {
      const { configuration, keys } = await connection()
      return { issuer: configuration.serverMetadata().issuer, keys }
    },

    async authorizationUrl({ state, nonce, verifier }: LoginChecks) {
      const { configuration } = await connection()
      return oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: provider.scope,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
    },

    /**
     * @param query of the address the provider sent the browser back to
     * @throws Refusal sign_in_failed when it is not the answer to these checks, or identity_unavailable
     */
    async exchange(query: string, checks: LoginChecks): Promise<TokenSet> {
      const { configuration } = await connection()
      const url = new URL(redirectUri)
      url.search = query
      try {
        const answer = await oidc.authorizationCodeGrant(configuration, url, {
          expectedState: checks.state,
          expectedNonce: checks.nonce,
          pkceCodeVerifier: checks.verifier,
          idTokenExpected: true,
        })
        return asTokenSet(answer)
      } catch (error) {
        throw asRefusal(error, 'sign_in_failed', 'The sign-in was not completed. Please start it again.')
      }
    },

    /** @throws Refusal unauthenticated when the token does not work any more, or identity_unavailable */
    async refresh(refreshToken: string): Promise<TokenSet> {
      const { configuration } = await connection()
      try {
        return asTokenSet(await oidc.refreshTokenGrant(configuration, refreshToken))
      } catch (error) {
        throw asRefusal(error, 'unauthenticated', 'The session has ended. Sign in again.')
      }
    },

    /** Where a browser ends its session, for providers that follow OpenID Connect RP-Initiated Logout 1.0. */
    async endSessionEndpoint() {
      const { configuration } = await connection()
      return configuration.serverMetadata().end_session_endpoint
    },

    /** @throws Refusal identity_unavailable */
    async revoke(refreshToken: string) {
      const { configuration } = await connection()
      try {
        await oidc.tokenRevocation(configuration, refreshToken, { token_type_hint: 'refresh_token' })
      } catch (error) {
        throw unavailable(error)
      }
    },
  }
}

type Connection = Awaited<ReturnType<typeof discover>>

async function discover(provider: IdentityProvider) {
  const { discovery, endpoints, clientId, clientSecret } = provider
  // Plain http is for a provider on this machine; the configuration decides which addresses may be used.
  const isPlain = discovery.protocol === 'http:'
  const fetch: oidc.CustomFetch = (url, init) => provider.fetch(url, init as RequestInit)
  const options = { timeout: TIMEOUT_SECONDS, execute: isPlain ? [oidc.allowInsecureRequests] : [] }
  const found = await oidc.discovery(discovery, clientId, undefined, oidc.None(), {
    ...options,
    [oidc.customFetch]: fetch,
  })
  const configuration = new oidc.Configuration(
    // The helper function is no part of the document.
    { ...found.serverMetadata(), supportsPKCE: undefined, ...endpoints },
    clientId,
    undefined,
    clientSecret ? oidc.ClientSecretBasic(clientSecret) : oidc.None(),
  )
  configuration[oidc.customFetch] = fetch
  configuration.timeout = TIMEOUT_SECONDS
  if (isPlain) oidc.allowInsecureRequests(configuration)

  const jwksUri = new URL(configuration.serverMetadata().jwks_uri ?? '')
  if (!isPlain && jwksUri.protocol !== 'https:') throw new Error("the provider's keys are not under https")
  const keys = createRemoteJWKSet(jwksUri, {
    cacheMaxAge: KEYS_KEPT_MINUTES * 60_000,
    [joseFetch]: (url, init) => provider.fetch(url, init as RequestInit),
  })
  return { configuration, keys }
}

function asTokenSet(answer: oidc.TokenEndpointResponse): TokenSet {
  return { accessToken: answer.access_token, idToken: answer.id_token, refreshToken: answer.refresh_token }
}

/** Only a clear refusal is the caller's matter; no answer, or one that is none, is the provider's. */
function asRefusal(error: unknown, code: 'sign_in_failed' | 'unauthenticated', detail: string) {
  if (error instanceof oidc.AuthorizationResponseError) {
    const denied = error.error === 'access_denied'
    return new Refusal(code, denied ? 'The sign-in was cancelled.' : detail, { cause: error })
  }
  const refused = error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant'
  const wrongAnswer = error instanceof oidc.ClientError && !NO_ANSWER.has(error.code ?? '')
  return refused || wrongAnswer ? new Refusal(code, detail, { cause: error }) : unavailable(error)
}

const NO_ANSWER = new Set([
  '',
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
])

function unavailable(cause: unknown) {
  if (cause instanceof Refusal) return cause
  return new Refusal('identity_unavailable', 'The sign-in service does not answer. Try again in a moment.', {
    retryAfter: 5,
    cause,
  })
}
