import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createCognitoProvider } from '../adapters/cognito/index.ts'
import { createKeyFiles, type KeyFiles } from '../adapters/disk/key-files.ts'
import { createOidcProvider } from '../adapters/oidc/index.ts'
import { createLocalProvider } from '../adapters/oidc-provider/index.ts'
import { MOUNT } from '../adapters/oidc-provider/names.ts'
import { createAccountStore } from '../adapters/sqlite/accounts.ts'
import { type Database, openDatabase } from '../adapters/sqlite/database.ts'
import { createFactorStore } from '../adapters/sqlite/factors.ts'
import { createFailureCounter } from '../adapters/sqlite/failure-counter.ts'
import { assertNotLost } from '../adapters/sqlite/lost-database.ts'
import { createProviderRecords } from '../adapters/sqlite/provider-records.ts'
import { createReceiptExport } from '../adapters/sqlite/receipt-export.ts'
import { createRevokedTokens } from '../adapters/sqlite/revoked-tokens.ts'
import { createSessionStore } from '../adapters/sqlite/sessions.ts'
import { type Clock, systemClock } from '../clock.ts'
import {
  type CognitoConfig,
  type Config,
  ConfigError,
  type LocalIdentityConfig,
  type OidcConfig,
} from '../config/config.ts'
import type { Events } from '../events.ts'
import { isFromThisMachine } from '../http/this-machine.ts'
import { createIdentity } from '../identity/identity.ts'
import { createAccounts } from '../identity/local/accounts.ts'
import { createFactors, type Factors } from '../identity/local/factors/index.ts'
import { createKnownDevices } from '../identity/local/known-devices.ts'
import { createPasswords } from '../identity/local/passwords.ts'
import { createSignInThrottle } from '../identity/local/sign-in-throttle.ts'
import { createIdentityData } from '../identity/personal-data.ts'
import type { IdentityProvider, RevokedTokens, SessionStore } from '../identity/ports.ts'
import { createRevocations, type Revocations } from '../identity/revocations.ts'
import { createSealing, type Sealing, type SecretKeys } from '../identity/sealing.ts'
import type { SecurityLog } from '../identity/security-log.ts'
import type { Log } from '../log.ts'
import { storedKinds } from './stored-kinds.ts'

interface IdentityParts {
  config: Config
  /** For the accounts of the local provider. */
  database(): Promise<Database>
  sessions: SessionStore
  revokedTokens: RevokedTokens
  passwordCost: number | undefined
  clock: Clock
  events: Events
  securityLog: SecurityLog
  log: Log
  closing: AsyncDisposableStack
}

/** Who people are, whichever provider says so. */
export async function openIdentity(parts: IdentityParts) {
  const { config, sessions, clock, events } = parts
  const { publicUrl, redirectUri, logoutUri, refreshTokenDays } = config
  const keys = createKeyFiles(join(config.dataDir, 'keys'))
  const revocations = createRevocations(parts.revokedTokens, clock, refreshTokenDays)
  const secretKeys: SecretKeys = [
    config.secretKey ?? (await keys.secret('secret-key')),
    ...(config.previousSecretKey === undefined ? [] : [config.previousSecretKey]),
  ]
  const sealingFor = (purpose: string) => createSealing(secretKeys, { purpose, clock })
  const { provider, accounts, factors, knownDevices, routes } =
    config.identity.kind === 'local'
      ? await openLocalProvider({ ...parts, sealingFor }, config.identity.signUp, keys, revocations)
      : outside(config.identity, parts)
  const identity = createIdentity({
    provider,
    revocations,
    sessions,
    clock,
    events,
    secretKeys,
    knownDevices,
    sessionDays: accounts && config.sessionDays,
    publicUrl,
    redirectUri,
    logoutUri,
    refreshTokenDays,
  })
  return {
    ...identity,
    accounts,
    /** What local accounts are signed in to with besides the password; undefined where accounts are kept elsewhere. */
    factors,
    providerRoutes: routes,
    personalData: createIdentityData({ accounts, factors, provider, revocations, sessions, clock }),
    /** @param purpose one sealed for another does not open */
    sealingFor,
  }
}

const outside = (identity: CognitoConfig | OidcConfig, parts: IdentityParts) => ({
  provider: outsideProvider(identity, parts),
  accounts: undefined,
  factors: undefined,
  knownDevices: undefined,
  routes: async () => {},
})

function outsideProvider(
  identity: CognitoConfig | OidcConfig,
  { log, closing }: IdentityParts,
): IdentityProvider {
  if (identity.kind === 'oidc') return createOidcProvider(identity)
  const provider = createCognitoProvider({ ...identity, note: (message) => log.info(message) })
  closing.defer(() => provider.close())
  return provider
}

type SignUp = LocalIdentityConfig['signUp']
type AccountParts = Pick<IdentityParts, 'sessions' | 'clock' | 'passwordCost'> & { db: Database }

/** The accounts of the local provider, and everything that has to end with a session. */
function localAccounts(
  { db, sessions, clock, passwordCost }: AccountParts,
  signUp: SignUp,
  revocations: Revocations,
) {
  const records = createProviderRecords(db, clock)
  const signOutEverywhere = async (sub: string, except?: string) => {
    const ended = records.removeAccount(sub, except)
    await Promise.all(ended.map((grantId) => revocations.endSession(grantId, true)))
  }
  const store = createAccountStore(db)
  const factors = createFactorStore(db)
  const passwords = createPasswords(passwordCost)
  const throttle = createSignInThrottle(createFailureCounter(db), clock)
  const accounts = createAccounts({
    store,
    factors,
    passwords,
    throttle,
    clock,
    signUp,
    async endAllSessions(sub, except) {
      if (except === undefined) {
        await Promise.all([signOutEverywhere(sub), sessions.removeAll(sub)])
        return
      }
      const others = (await sessions.list(sub, clock.now())).filter(({ id }) => id !== except)
      await Promise.all([signOutEverywhere(sub, except), ...others.map(({ id }) => sessions.remove(sub, id))])
    },
  })
  return { accounts, records, signOutEverywhere, store, factors, passwords, throttle }
}

/**
 * The accounts alone, for the command line; works beside a running server.
 * @throws ConfigError when they are not kept here
 */
export async function openAccounts(config: Config) {
  const { dataDir, identity } = config
  if (identity.kind !== 'local') {
    throw new ConfigError([
      { name: 'IDENTITY', problem: `is ${identity.kind}: the accounts are kept there, not here` },
    ])
  }
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, 'tracker.db')
  assertNotLost(path, join(dataDir, 'files'))
  const db = openDatabase(path)
  const clock = systemClock
  const revocations = createRevocations(createRevokedTokens(db), clock, config.refreshTokenDays)
  const parts = { db, sessions: createSessionStore(db), clock, passwordCost: undefined }
  return {
    accounts: localAccounts(parts, identity.signUp, revocations).accounts,
    /** Everybody who has receipts or facts here, also without an account. */
    owners: () => createReceiptExport(db, storedKinds).owners(),
    close: () => db.close(),
  }
}

/** The OpenID provider inside the process. */
async function openLocalProvider(
  parts: IdentityParts & { sealingFor(purpose: string): Sealing },
  signUp: SignUp,
  keys: KeyFiles,
  revocations: Revocations,
) {
  const { publicUrl, redirectUri, logoutUri, refreshTokenDays, sessionDays } = parts.config
  const db = await parts.database()
  const local = localAccounts({ ...parts, db }, signUp, revocations)
  const { accounts, records, signOutEverywhere, store, passwords, throttle } = local
  const { clock, sealingFor, passwordCost: codeCost } = parts
  const factors = createFactors({
    store: local.factors,
    accounts: store,
    passwords,
    throttle,
    sealingFor,
    codeCost,
    publicUrl,
    clock,
  })
  await resealSecrets(factors, parts)
  const knownDevices = createKnownDevices({ sealing: sealingFor('known device'), clock, path: MOUNT })
  const { identityProvider, routes } = createLocalProvider({
    publicUrl,
    redirectUri,
    logoutUri,
    client: { id: 'malaysian-tax-tracker', secret: await keys.secret('client-secret') },
    keys: {
      accessToken: await keys.signingKey('access-token-key'),
      idToken: await keys.signingKey('id-token-key'),
      cookies: await keys.secret('provider-cookie-key'),
    },
    records,
    accounts,
    factors,
    secondSteps: sealingFor('second step of a sign-in'),
    refreshTokenDays,
    sessionDays,
    grantEnded: (grantId) => revocations.endSession(grantId, true),
    endSession: async (grantId) => records.removeGrant(grantId),
    signOutEverywhere,
    knownDevices,
    securityLog: parts.securityLog,
    isFromThisMachine: (request) => isFromThisMachine(request, parts.config),
    clock: parts.clock,
    log: parts.log,
  })
  return { provider: identityProvider, accounts, factors, knownDevices, routes }
}

/** Nothing that is stored for good needs the previous key after this. */
async function resealSecrets(factors: Factors, { log }: Pick<IdentityParts, 'log'>) {
  const { resealed, unreadable } = await factors.resealApps()
  if (resealed > 0) log.info({ event: 'secrets_resealed', count: resealed })
  if (unreadable > 0)
    log.warn(
      { event: 'secrets_unreadable', count: unreadable },
      'secrets of authenticator apps cannot be opened: set SECRET_KEY_PREVIOUS to the key that sealed them, ' +
        'or have their owners sign in with a recovery code and set the app up again',
    )
}
