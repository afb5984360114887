import type * as Oidc from 'openid-client'
import { Refusal } from '../errors.ts'
import type { Language, Text } from '../language.ts'
import { say } from '../texts/index.ts'
import { isAcceptableRefreshToken } from './compact-jws.ts'
import type { IdentityProvider } from './ports.ts'

const TIMEOUT_SECONDS = 10
/** How long a withdrawn key is still accepted, and how long an outage of the provider goes unnoticed. */
const KEYS_KEPT_MINUTES = 60

/** What a sign-in sends to the provider and checks in its response. */
export interface LoginChecks {
  state: string
  nonce: string
  verifier: string
}

/** How a person wants to sign in, as far as the provider can do that. */
export interface LoginWishes {
  /** To begin at the page where an account is created. */
  create?: boolean
  /** Of the provider's pages. */
  language?: Language | undefined
}

export interface TokenSet {
  accessToken: string
  idToken: string | undefined
  /** Undefined when the provider does not rotate: the old one stays valid. */
  refreshToken: string | undefined
}

export type OidcClient = ReturnType<typeof createOidcClient>

/**
 * Talks to any OpenID provider: authorization code with PKCE, refresh, revocation, keys. Metadata is discovered on
 * first use, and again after a failure.
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
    /** The issuer and its keys: cached, and fetched for an unknown key id at most every 30 s. */
    async keys() {
      const { configuration, keys } = await connection()
      return { issuer: configuration.serverMetadata().issuer, keys }
    },

    async authorizationUrl(
      { state, nonce, verifier }: LoginChecks,
      { create = false, language }: LoginWishes = {},
    ) {
      const { oidc, configuration } = await connection()
      const url = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: provider.scope,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(create && promptsIn(configuration).includes('create') && { prompt: 'create' }),
        ...(language && { ui_locales: language }),
      })
      return create && provider.signUpPage ? new URL(`${provider.signUpPage}${url.search}`) : url
    },

    /**
     * @param query of the address the provider sent the browser back to
     * @throws Refusal sign_in_failed when it does not match these checks, or identity_unavailable
     */
    async exchange(query: string, checks: LoginChecks): Promise<TokenSet> {
      const { oidc, configuration } = await connection()
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
        throw asRefusal(
          oidc,
          error,
          'sign_in_failed',
          say(({ identity }) => identity.notCompleted),
        )
      }
    },

    /** @throws Refusal unauthenticated when the token is no longer valid, or identity_unavailable */
    async refresh(refreshToken: string): Promise<TokenSet> {
      requireAcceptable(refreshToken)
      const { oidc, configuration } = await connection()
      try {
        return asTokenSet(await oidc.refreshTokenGrant(configuration, refreshToken))
      } catch (error) {
        throw asRefusal(
          oidc,
          error,
          'unauthenticated',
          say(({ identity }) => identity.sessionEnded),
        )
      }
    },

    /** Where a browser ends its session, for providers that follow OpenID Connect RP-Initiated Logout 1.0. */
    async endSessionEndpoint() {
      const { configuration } = await connection()
      return configuration.serverMetadata().end_session_endpoint
    },

    /** @throws Refusal identity_unavailable, or unauthenticated for a token that cannot be a valid one */
    async revoke(refreshToken: string) {
      requireAcceptable(refreshToken)
      const { oidc, configuration } = await connection()
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
  const [oidc, jose] = await Promise.all([import('openid-client'), import('jose')])
  const { discovery, endpoints, clientId, clientSecret } = provider
  // Only a provider on this machine uses plain http: the configuration refuses any other.
  const isPlain = discovery.protocol === 'http:'
  const fetch: Oidc.CustomFetch = (url, init) => provider.fetch(url, init as RequestInit)
  const options = { timeout: TIMEOUT_SECONDS, execute: isPlain ? [oidc.allowInsecureRequests] : [] }
  const found = await oidc.discovery(discovery, clientId, undefined, oidc.None(), {
    ...options,
    [oidc.customFetch]: fetch,
  })
  const configuration = new oidc.Configuration(
    // A helper function of the library, not part of the document.
    { ...found.serverMetadata(), supportsPKCE: undefined, ...endpoints },
    clientId,
    undefined,
    clientSecret ? oidc.ClientSecretBasic(clientSecret) : oidc.None(),
  )
  configuration[oidc.customFetch] = fetch
  configuration.timeout = TIMEOUT_SECONDS
  if (isPlain) oidc.allowInsecureRequests(configuration)

  const jwksUri = new URL(configuration.serverMetadata().jwks_uri ?? '')
  if (!isPlain && jwksUri.protocol !== 'https:') throw new Error("the provider's jwks_uri is not https")
  const keys = jose.createRemoteJWKSet(jwksUri, {
    cacheMaxAge: KEYS_KEPT_MINUTES * 60_000,
    [jose.customFetch]: (url, init) => provider.fetch(url, init as RequestInit),
  })
  return { oidc, configuration, keys }
}

/** Values of `prompt` that the provider says it takes. */
function promptsIn(configuration: Oidc.Configuration): string[] {
  const { prompt_values_supported: prompts } = configuration.serverMetadata()
  return Array.isArray(prompts) ? prompts.map(String) : []
}

function requireAcceptable(refreshToken: string) {
  if (!isAcceptableRefreshToken(refreshToken)) {
    throw new Refusal(
      'unauthenticated',
      say(({ identity }) => identity.sessionEnded),
    )
  }
}

function asTokenSet(answer: Oidc.TokenEndpointResponse): TokenSet {
  return { accessToken: answer.access_token, idToken: answer.id_token, refreshToken: answer.refresh_token }
}

/** The caller is at fault only where the provider clearly refused; a missing or malformed response is an outage. */
function asRefusal(
  oidc: typeof Oidc,
  error: unknown,
  code: 'sign_in_failed' | 'unauthenticated',
  detail: Text,
) {
  if (error instanceof oidc.AuthorizationResponseError) {
    const denied = error.error === 'access_denied'
    return new Refusal(code, denied ? say(({ identity }) => identity.cancelled) : detail, { cause: error })
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
  return new Refusal(
    'identity_unavailable',
    say(({ identity }) => identity.notResponding),
    {
      retryAfter: 5,
      cause,
    },
  )
}
