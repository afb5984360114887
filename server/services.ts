import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v4 as uuid } from 'uuid'
import { createCognitoProvider } from './adapters/cognito/index.ts'
import { createDiskFileStore } from './adapters/disk/file-store.ts'
import { createKeyFiles, type KeyFiles } from './adapters/disk/key-files.ts'
import { createOidcProvider } from './adapters/oidc/index.ts'
import { createLocalProvider } from './adapters/oidc-provider/index.ts'
import { createPpocrReader, defaultWorkers } from './adapters/ppocr/index.ts'
import { createAccountStore } from './adapters/sqlite/accounts.ts'
import { type Database, openDatabase } from './adapters/sqlite/database.ts'
import { createFailureCounter } from './adapters/sqlite/failure-counter.ts'
import { createIdempotencyKeys } from './adapters/sqlite/idempotency-keys.ts'
import { lockFolder } from './adapters/sqlite/process-lock.ts'
import { createProviderRecords } from './adapters/sqlite/provider-records.ts'
import { createReceiptStore, recoverWork } from './adapters/sqlite/receipt-store.ts'
import { createRevokedTokens } from './adapters/sqlite/revoked-tokens.ts'
import { createSessionStore } from './adapters/sqlite/sessions.ts'
import type { Patience } from './aws/retry.ts'
import { type Clock, systemClock } from './clock.ts'
import {
  type AwsStorageConfig,
  type CognitoConfig,
  type Config,
  ConfigError,
  type LocalIdentityConfig,
  type OidcConfig,
} from './config/config.ts'
import { createEvents, type Events } from './events.ts'
import { createIdentity } from './identity/identity.ts'
import { createAccounts } from './identity/local/accounts.ts'
import { createGuessing } from './identity/local/guessing.ts'
import { createPasswords } from './identity/local/passwords.ts'
import type { IdentityProvider, RevokedTokens, SessionStore } from './identity/ports.ts'
import { createRevocations, type Revocations } from './identity/revocations.ts'
import { createLog, type Log } from './log.ts'
import { createPageTools } from './reading/pages/index.ts'
import type { PageReader, PageTools } from './reading/ports.ts'
import { createReceipts } from './receipts/index.ts'
import type { FileStore, IdempotencyKeys, ReceiptStore } from './receipts/ports.ts'

/** What tests put in place of the real thing. */
export interface Overrides {
  clock?: Clock
  reader?: PageReader
  tools?: PageTools
  /** Wraps the file store, e.g. with one whose disk is full. */
  files?: (real: FileStore) => FileStore
  /** Wraps the revoked tokens, e.g. with ones nobody can reach. */
  revokedTokens?: (real: RevokedTokens) => RevokedTokens
  /** Is handed the real database of local storage, e.g. to make it full. */
  database?: (db: Database) => void
  /** How long AWS is tried again before a call has failed. */
  awsPatience?: Patience
  /** Milliseconds a plain upload waits for its reading. */
  waitMs?: number
  /** log2 of scrypt's N. */
  passwordCost?: number
}

export type Services = Awaited<ReturnType<typeof createServices>>

/**
 * Everything the application is made of, built once.
 * @throws DataInUseError, NewerDatabaseError, StorageUnavailableError
 */
export async function createServices(config: Config, overrides: Overrides = {}) {
  const log = createLog(config.logLevel)
  const clock = overrides.clock ?? systemClock
  const events = createEvents(log)
  const closing = new AsyncDisposableStack()
  try {
    const storage = await openStorage({ config, clock, overrides, closing })
    const { store, keys, sessions, revokedTokens, incomingFolder } = storage
    const files = overrides.files?.(storage.files) ?? storage.files
    const tools = overrides.tools ?? createPageTools()
    closing.defer(() => tools.close())
    const reader = overrides.reader ?? (await openReader(config, tools, overrides.awsPatience))
    closing.defer(() => reader.close())
    const identity = await openIdentity({
      config,
      database: storage.database,
      sessions,
      revokedTokens: overrides.revokedTokens?.(revokedTokens) ?? revokedTokens,
      passwordCost: overrides.passwordCost,
      clock,
      events,
      log,
      closing,
    })
    const receipts = createReceipts({
      store,
      files,
      keys,
      reader,
      tools,
      events,
      clock,
      processId: uuid(),
      concurrency: concurrency(config),
      incomingFolder,
      waitMs: overrides.waitMs,
    })
    closing.defer(() => receipts.work.stop())
    return {
      config,
      clock,
      log,
      events,
      identity,
      receipts,
      /** Rejects with a storage error when receipts cannot be stored just now. */
      async checkStorage() {
        await storage.check()
        await files.check()
      },
      close: () => closing.disposeAsync(),
    }
  } catch (error) {
    await closing.disposeAsync()
    throw error
  }
}

interface IdentityParts {
  config: Config
  /** For the accounts of the local provider. */
  database(): Promise<Database>
  sessions: SessionStore
  revokedTokens: RevokedTokens
  passwordCost: number | undefined
  clock: Clock
  events: Events
  log: Log
  closing: AsyncDisposableStack
}

/** Who people are, whichever provider says so. */
async function openIdentity(parts: IdentityParts) {
  const { config, sessions, clock, events } = parts
  const { publicUrl, redirectUri, logoutUri, refreshTokenDays } = config
  const keys = createKeyFiles(join(config.dataDir, 'keys'))
  const revocations = createRevocations(parts.revokedTokens, clock, refreshTokenDays)
  const { provider, accounts, routes } =
    config.identity.kind === 'local'
      ? await openLocalProvider(parts, config.identity.signUp, keys, revocations)
      : { provider: outsideProvider(config.identity, parts), accounts: undefined, routes: async () => {} }
  const identity = createIdentity({
    provider,
    revocations,
    sessions,
    clock,
    events,
    secretKey: config.secretKey ?? (await keys.secret('secret-key')),
    publicUrl,
    redirectUri,
    logoutUri,
    refreshTokenDays,
  })
  return { ...identity, accounts, providerRoutes: routes }
}

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
  const signOutEverywhere = async (sub: string) => {
    await Promise.all(records.removeAccount(sub).map((grantId) => revocations.endSession(grantId, true)))
  }
  const accounts = createAccounts({
    store: createAccountStore(db),
    passwords: createPasswords(passwordCost),
    guessing: createGuessing(createFailureCounter(db), clock),
    clock,
    signUp,
    async endAllSessions(sub) {
      await Promise.all([signOutEverywhere(sub), sessions.removeAll(sub)])
    },
  })
  return { accounts, records, signOutEverywhere }
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
  const db = openDatabase(join(dataDir, 'tracker.db'))
  const clock = systemClock
  const revocations = createRevocations(createRevokedTokens(db), clock, config.refreshTokenDays)
  const parts = { db, sessions: createSessionStore(db), clock, passwordCost: undefined }
  return { accounts: localAccounts(parts, identity.signUp, revocations).accounts, close: () => db.close() }
}

/** The OpenID provider inside the process. */
async function openLocalProvider(
  parts: IdentityParts,
  signUp: SignUp,
  keys: KeyFiles,
  revocations: Revocations,
) {
  const { publicUrl, redirectUri, logoutUri, refreshTokenDays } = parts.config
  const db = await parts.database()
  const { accounts, records, signOutEverywhere } = localAccounts({ ...parts, db }, signUp, revocations)
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
    refreshTokenDays,
    grantEnded: (grantId) => revocations.endSession(grantId, true),
    endSession: async (grantId) => records.removeGrant(grantId),
    signOutEverywhere,
    clock: parts.clock,
    log: parts.log,
  })
  return { provider: identityProvider, accounts, routes }
}

/** Calls of Textract at a time: more than a few a second are throttled. */
const TEXTRACT_CALLS = 4

const concurrency = ({ reader }: Config) =>
  reader.workers ?? (reader.kind === 'textract' ? TEXTRACT_CALLS : defaultWorkers())

async function openReader(config: Config, tools: PageTools, patience?: Patience): Promise<PageReader> {
  if (config.reader.kind === 'local') return createPpocrReader({ workers: concurrency(config) })
  const { openTextract } = await import('./adapters/textract/index.ts')
  return openTextract({ region: config.reader.region, tools, ...(patience && { patience }) })
}

interface StorageParts {
  config: Config
  clock: Clock
  overrides: Overrides
  closing: AsyncDisposableStack
}

interface Storage {
  store: ReceiptStore
  keys: IdempotencyKeys
  sessions: SessionStore
  revokedTokens: RevokedTokens
  files: FileStore
  /** A folder of this machine for uploads on their way. */
  incomingFolder: string
  /** Rejects with a storage error when records cannot be read. */
  check(): Promise<void>
  /** What only the local provider keeps. */
  database(): Promise<Database>
}

async function openStorage(parts: StorageParts): Promise<Storage> {
  const { storage } = parts.config
  return storage.kind === 'aws' ? openAwsStorage(storage, parts) : openLocalStorage(parts)
}

/** The data folder, held for this process alone: database, files, and a place for uploads on their way. */
async function openLocalStorage({ config, clock, overrides, closing }: StorageParts): Promise<Storage> {
  const folder = (name: string) => join(config.dataDir, name)
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  const lock = lockFolder(folder('lock'))
  closing.defer(() => lock.release())
  for (const name of ['files', 'incoming']) await mkdir(folder(name), { recursive: true, mode: 0o700 })
  // What lies here was on its way when a process died; no record knows of it.
  for (const name of await readdir(folder('incoming')))
    await rm(join(folder('incoming'), name), { force: true })

  const db = openDatabase(folder('tracker.db'))
  closing.defer(() => db.close())
  recoverWork(db)
  overrides.database?.(db)
  return {
    store: createReceiptStore(db),
    keys: createIdempotencyKeys(db, clock),
    sessions: createSessionStore(db),
    revokedTokens: createRevokedTokens(db),
    files: createDiskFileStore(folder('files'), folder('incoming')),
    incomingFolder: folder('incoming'),
    async check() {
      db.get('SELECT 1 FROM receipts LIMIT 1')
    },
    database: async () => db,
  }
}

/** DynamoDB and S3, shared by any number of processes; of this machine only scratch is used. */
async function openAwsStorage(
  { region, bucket, tables }: AwsStorageConfig,
  { config, clock, overrides: { awsPatience: patience }, closing }: StorageParts,
): Promise<Storage> {
  const { createDynamoStores } = await import('./adapters/dynamodb/index.ts')
  const { openS3Files } = await import('./adapters/s3/index.ts')
  const scratch = await openScratch(closing)
  const dynamo = createDynamoStores({ region, tables, ...(patience && { patience }) }, clock)
  closing.defer(() => dynamo.close())
  const s3 = openS3Files({ region, bucket, scratch, ...(patience && { patience }) })
  closing.defer(() => s3.close())
  return {
    ...dynamo,
    files: s3.files,
    incomingFolder: scratch,
    async database() {
      await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
      const db = openDatabase(join(config.dataDir, 'tracker.db'))
      closing.defer(() => db.close())
      return db
    },
  }
}

const SCRATCH = 'tax-tracker-'
const SCRATCH_MS = 86_400_000

/** A folder for files on their way, gone with this process; what a killed one left goes after a day. */
async function openScratch(closing: AsyncDisposableStack) {
  for (const name of await readdir(tmpdir())) {
    const path = join(tmpdir(), name)
    const left = name.startsWith(SCRATCH) && (await stat(path).catch(() => undefined))
    if (left && Date.now() - left.mtimeMs > SCRATCH_MS) await rm(path, { recursive: true, force: true })
  }
  const folder = await mkdtemp(join(tmpdir(), SCRATCH))
  closing.defer(() => rm(folder, { recursive: true, force: true }))
  return folder
}
