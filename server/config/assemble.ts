import { resolve } from 'node:path'
import type { Shape } from './deployment-mode.ts'
import { guessedPublicUrl } from './public-url.ts'
import { configureReader } from './readers.ts'
import type { Values } from './settings.ts'
import type { AwsStorageConfig, Config, ProviderClient } from './types.ts'

/**
 * The configuration of values that were found complete and free of contradictions for this shape.
 * @param addresses of this machine, as other devices reach it; asked for only when PUBLIC_URL depends on them
 */
export function assemble(
  values: Values,
  shape: Shape,
  setBy: Config['setBy'],
  addresses: () => readonly string[],
): Config {
  const { REDIRECT_URI } = values
  const listen = { host: values.HOST, port: values.PORT }
  // Providers outside send browsers back over plain http to localhost only.
  const guessed =
    shape.identity === 'local' ? guessedPublicUrl(listen, addresses) : `http://localhost:${listen.port}`
  const publicUrl = values.PUBLIC_URL ?? (REDIRECT_URI ? new URL(REDIRECT_URI).origin : guessed)
  return {
    listen,
    publicUrl,
    trustedProxies: values.TRUST_PROXY,
    redirectUri: REDIRECT_URI ?? `${publicUrl}/auth/authorize`,
    logoutUri: values.LOGOUT_URI ?? `${publicUrl}/`,
    allowOrigins: values.ALLOW_ORIGINS,
    dataDir: resolve(values.DATA_DIR),
    identity: identity(values, shape.identity),
    storage: shape.storage === 'aws' ? awsStorage(values) : { kind: 'local' },
    reader: configureReader(shape.reader, values),
    secretKey: values.SECRET_KEY,
    previousSecretKey: values.SECRET_KEY_PREVIOUS,
    refreshTokenDays: values.REFRESH_TOKEN_DAYS,
    accessLog: values.ACCESS_LOG === 'on',
    metricsToken: values.METRICS_TOKEN,
    sessionDays: values.SESSION_DAYS,
    logLevel: values.LOG_LEVEL,
    setBy,
  }
}

function identity(values: Values, kind: Shape['identity']): Config['identity'] {
  if (kind === 'local') return { kind, signUp: values.SIGN_UP }
  const client: ProviderClient = {
    clientId: present(values.CLIENT_ID),
    clientSecret: values.CLIENT_SECRET,
    spaClientIds: values.SPA_CLIENT_IDS,
    scopes: values.OIDC_SCOPES,
  }
  if (kind === 'oidc') {
    return { kind, ...client, issuer: present(values.OIDC_ISSUER), audience: present(values.OIDC_AUDIENCE) }
  }
  return {
    kind,
    ...client,
    region: present(values.COGNITO_REGION),
    userPoolId: present(values.COGNITO_USER_POOL_ID),
    hostedUi: present(values.COGNITO_HOSTED_UI_DOMAIN),
    endpoint: values.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER,
  }
}

function awsStorage(values: Values): AwsStorageConfig {
  return {
    kind: 'aws',
    region: present(values.AWS_REGION ?? values.COGNITO_REGION),
    bucket: present(values.S3_BUCKET_NAME),
    objectLock: values.S3_OBJECT_LOCK === 'off' ? undefined : values.S3_OBJECT_LOCK,
    tables: {
      receipts: values.RECEIPT_TABLE,
      revokedTokens: values.BLACKLIST_TOKEN_TABLE,
      taxpayers: values.TAXPAYER_TABLE,
    },
  }
}

/** `missing` has refused a shape without it. */
function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a variable this shape needs was not asked for')
  return value
}
