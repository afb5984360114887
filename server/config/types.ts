import type { ReaderConfig } from './readers.ts'
import type { SettingName } from './settings.ts'

export type SetBy = 'shell' | '.env' | 'default'

/** This application at an identity provider outside of it. */
export interface ProviderClient {
  clientId: string
  /** Undefined for a public client. */
  clientSecret: string | undefined
  /** Further clients whose access tokens are taken. */
  spaClientIds: string[]
  scopes: string[]
}

export interface LocalIdentityConfig {
  kind: 'local'
  signUp: 'first' | 'invite' | 'open'
}

export interface CognitoConfig extends ProviderClient {
  kind: 'cognito'
  region: string
  userPoolId: string
  /** The origin of the Hosted UI. */
  hostedUi: string
  /** Instead of AWS's public address of the pool's API. */
  endpoint: string | undefined
}

export interface OidcConfig extends ProviderClient {
  kind: 'oidc'
  issuer: string
  audience: string
}

export interface AwsStorageConfig {
  kind: 'aws'
  region: string
  bucket: string
  /** How the originals of confirmed receipts are held in the bucket; undefined: not at all. */
  objectLock: 'governance' | 'compliance' | undefined
  tables: { receipts: string; revokedTokens: string; taxpayers: string }
}

export interface Config {
  listen: { host: string; port: number }
  /** The origin browsers use, e.g. http://localhost:8000. */
  publicUrl: string
  /** Proxies in front whose X-Forwarded-For is believed. */
  trustedProxies: number
  /** On publicUrl. */
  redirectUri: string
  /** Where a browser ends up after signing out at the provider. */
  logoutUri: string
  /** Other origins whose pages may call with a bearer token. */
  allowOrigins: string[]
  /** Absolute path of the folder all local data lies in. */
  dataDir: string
  identity: LocalIdentityConfig | CognitoConfig | OidcConfig
  storage: { kind: 'local' } | AwsStorageConfig
  reader: ReaderConfig
  /** Undefined: made on first start and kept with the data. */
  secretKey: string | undefined
  /** Opens what was sealed before secretKey. */
  previousSecretKey: string | undefined
  refreshTokenDays: number
  /** Whether each request is logged. */
  accessLog: boolean
  /** Undefined: there is no /metrics. */
  metricsToken: string | undefined
  /** After how many days a session of the local provider ends, however often it is used. */
  sessionDays: number
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  setBy: Record<SettingName, SetBy>
}
