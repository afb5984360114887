import type { IdentityProvider } from '../../identity/ports.ts'
import { rfc9068Tokens } from '../../identity/token-profiles.ts'

export interface OidcOptions {
  issuer: string
  /** The `aud` of access tokens for this application. */
  audience: string
  clientId: string
  clientSecret: string | undefined
  scopes: readonly string[]
}

/** Any OpenID provider whose access tokens are JWTs of RFC 9068. */
export function createOidcProvider(options: OidcOptions): IdentityProvider {
  const { clientId } = options
  return {
    discovery: new URL(options.issuer),
    clientId,
    clientSecret: options.clientSecret,
    scope: options.scopes.join(' '),
    tokens: rfc9068Tokens(clientId, options.audience),
    fetch: (url, init) => fetch(url, init),
    // OpenID Connect RP-Initiated Logout 1.0, with client_id: an id_token_hint would put a token into a URL.
    async logoutUrl(backTo, endSessionEndpoint) {
      const endpoint = await endSessionEndpoint()
      if (!endpoint) return backTo
      const url = new URL(endpoint)
      url.searchParams.set('client_id', clientId)
      url.searchParams.set('post_logout_redirect_uri', backTo)
      return url.href
    },
  }
}
