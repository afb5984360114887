import type { FastifyBaseLogger } from 'fastify'
import Provider, {
  type Configuration,
  errors,
  interactionPolicy,
  type JWK,
  type KoaContextWithOIDC,
} from 'oidc-provider'
import type { Clock } from '../../clock.ts'
import { seconds } from '../../clock.ts'
import type { Accounts } from '../../identity/local/accounts.ts'
import type { ProviderRecords } from '../../identity/local/ports.ts'
import type { SecurityLog } from '../../identity/security-log.ts'
import { acceptedLanguage, languages } from '../../language.ts'
import { CREATE, MOUNT, SCOPE, SESSION_COOKIE } from './names.ts'
import { failedPage, unknownPage } from './pages/html.ts'
import { storageProblem } from './pages/storage-problem.ts'
import { createAdapterFactory } from './records.ts'

const ACCESS_TOKEN_SECONDS = 3_600
const CODE_SECONDS = 60
const SIGN_IN_PAGE_SECONDS = 3_600

export interface ProviderOptions {
  publicUrl: string
  redirectUri: string
  client: { id: string; secret: string }
  /** Private RS256 JWKs. As in Cognito, access and id tokens are signed with different keys. */
  keys: { accessToken: JWK & { kid: string }; idToken: JWK & { kid: string }; cookies: string }
  records: ProviderRecords
  accounts: Accounts
  refreshTokenDays: number
  /** Days after which a person signs in again, however often they come. */
  sessionDays: number
  grantEnded(grantId: string): Promise<void>
  securityLog: SecurityLog
  clock: Clock
  log: FastifyBaseLogger
}

/**
 * The OpenID provider inside the process, with one client: this application. Its tokens imitate Cognito's. It reads
 * the time from Date, so a test that freezes time has to freeze Date.
 */
export function createProvider(options: ProviderOptions) {
  const { publicUrl, client, keys, accounts, refreshTokenDays, clock, log } = options
  const refreshTokenSeconds = refreshTokenDays * 86_400
  const sessionSeconds = options.sessionDays * 86_400
  /** Seconds that a token may last, so that the session it belongs to ends in time. */
  const withinSession = (most: number, signedInAt: number | undefined) =>
    signedInAt === undefined
      ? Math.min(most, sessionSeconds)
      : Math.max(1, Math.min(most, signedInAt + sessionSeconds - seconds(clock.now())))
  // Only tokens for a resource are JWTs. There is one resource, and its audience is the client.
  const api = `${publicUrl}/`

  const configuration: Configuration = {
    adapter: createAdapterFactory({ ...options, clientId: client.id }),
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [options.redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
        // A browser that the provider still knows gets no further session out of an old sign-in, and none of an hour.
        default_max_age: sessionSeconds - ACCESS_TOKEN_SECONDS,
      },
    ],
    jwks: { keys: [keys.idToken, keys.accessToken] },
    cookies: {
      keys: [keys.cookies],
      names: { session: SESSION_COOKIE, interaction: 'sign_in_page', resume: 'sign_in_resume' },
      long: { httpOnly: true, sameSite: 'lax', signed: true, path: MOUNT },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    responseTypes: ['code'],
    scopes: SCOPE.split(' '),
    claims: {
      openid: ['sub', 'token_use', 'cognito:username', 'origin_jti'],
      email: ['email', 'email_verified'],
    },
    discovery: { prompt_values_supported: ['none', 'login', CREATE], ui_locales_supported: [...languages] },
    // There is no userinfo endpoint, so the claims of a scope go into the id token.
    conformIdTokenClaims: false,
    clientAuthMethods: ['client_secret_basic'],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      revocation: { enabled: true, allowedPolicy: (_ctx, by, token) => token.clientId === by.clientId },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => api,
        getResourceServerInfo(_ctx, resource) {
          if (resource !== api) throw new errors.InvalidTarget()
          return {
            scope: SCOPE,
            audience: client.id,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: 'RS256', kid: keys.accessToken.kid } },
          }
        },
      },
    },
    ttl: {
      AccessToken: (ctx) => withinSession(ACCESS_TOKEN_SECONDS, signedInAt(ctx)),
      AuthorizationCode: CODE_SECONDS,
      Grant: refreshTokenSeconds,
      IdToken: ACCESS_TOKEN_SECONDS,
      Interaction: SIGN_IN_PAGE_SECONDS,
      RefreshToken: (ctx) => withinSession(refreshTokenSeconds, signedInAt(ctx)),
      Session: refreshTokenSeconds,
    },
    clientBasedCORS: () => false,
    // There is no consent page: this is the provider's own application.
    interactions: {
      policy: signInOrUp(),
      url: (_ctx, interaction) => `${MOUNT}/sign-in/${interaction.uid}`,
    },
    // Each sign-in is a session of its own; its grant id is in every token (origin_jti).
    async loadExistingGrant(ctx) {
      const { provider, account } = ctx.oidc
      const grant = new provider.Grant({ accountId: account?.accountId, clientId: client.id })
      grant.addOIDCScope(SCOPE)
      grant.addResourceScope(api, SCOPE)
      await grant.save()
      return grant
    },
    issueRefreshToken: async () => true,
    expiresWithSession: async () => false,
    async rotateRefreshToken(ctx) {
      const { provider, entities } = ctx.oidc
      // The session may have ended while this request was in flight, and must not be restored.
      const grant = await provider.Grant.find(entities.Grant?.jti ?? '')
      if (!grant) throw new errors.InvalidGrant('grant not found')
      // Refresh tokens of earlier releases were not bound to the end of their session.
      const since = signedInAt(ctx)
      if (since !== undefined && since + sessionSeconds <= seconds(clock.now())) {
        throw new errors.InvalidGrant('the session is too old')
      }
      // The grant must last as long as the new refresh token.
      grant.exp = seconds(clock.now()) + refreshTokenSeconds
      await grant.save()
      return true
    },
    extraTokenClaims(ctx, token) {
      if (!('accountId' in token)) return undefined
      return {
        token_use: 'access',
        username: token.accountId,
        origin_jti: token.grantId,
        auth_time: signedInAt(ctx),
      }
    },
    async findAccount(_ctx, id, token) {
      const account = accounts.find(id)
      const originJti = token && 'grantId' in token ? token.grantId : undefined
      return (
        account && {
          accountId: id,
          claims: async () => ({
            sub: id,
            token_use: 'id',
            'cognito:username': id,
            origin_jti: originJti,
            email: account.email,
            // No confirmation e-mail was sent.
            email_verified: false,
          }),
        }
      )
    },
    async renderError(ctx, _out, error) {
      ctx.type = 'html'
      // As routes.ts has set it.
      const { chosen = 'en' } = acceptedLanguage(ctx.get('accept-language'))
      const problem = storageProblem(error)
      if (problem) ctx.status = problem.status
      ctx.body = problem ? failedPage(problem.why, { language: chosen }) : unknownPage({ language: chosen })
    },
  }

  const provider = new Provider(`${publicUrl}${MOUNT}`, configuration)
  // routes.ts sets the host and protocol of PUBLIC_URL on each request, whatever a proxy or client sent.
  provider.proxy = true
  provider.on('server_error', (_ctx, error) => log.error({ err: error }, 'The OpenID provider failed'))
  provider.on('grant.error', ({ oidc }, error) => {
    if (error.error_detail === 'refresh token already used') {
      options.securityLog.record('refresh_token_reused', { account: oidc.entities.RefreshToken?.accountId })
    }
  })
  provider.silent = true
  return provider
}

/** When the person whose code or refresh token is exchanged signed in, in seconds since 1970. */
function signedInAt({ oidc }: KoaContextWithOIDC): number | undefined {
  const { AuthorizationCode: code, RefreshToken: refresh } = oidc.entities
  return refresh?.authTime ?? code?.authTime
}

/** Sign-in, and the creation of accounts; no consent. */
function signInOrUp() {
  const policy = interactionPolicy.base()
  policy.remove('consent')
  // The person asked for the page where accounts are created: they see it even if this browser has a session.
  policy.add(new interactionPolicy.Prompt({ name: CREATE, requestable: true }), 0)
  return policy
}
