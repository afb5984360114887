import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { v4 as uuid } from 'uuid'
import { createDiskFileStore } from './adapters/disk/file-store.ts'
import { createKeyFiles } from './adapters/disk/key-files.ts'
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
import { type Clock, systemClock } from './clock.ts'
import type { Config } from './config/config.ts'
import { createEvents } from './events.ts'
import { createIdentity } from './identity/identity.ts'
import { createAccounts } from './identity/local/accounts.ts'
import { createGuessing } from './identity/local/guessing.ts'
import { createPasswords } from './identity/local/passwords.ts'
import type { RevokedTokens } from './identity/ports.ts'
import { createRevocations } from './identity/revocations.ts'
import { createLog, type Log } from './log.ts'
import { createPageTools } from './reading/pages/index.ts'
import type { PageReader, PageTools } from './reading/ports.ts'
import { createReceipts } from './receipts/index.ts'
import type { FileStore } from './receipts/ports.ts'

/** What tests put in place of the real thing. */
export interface Overrides {
  clock?: Clock
  reader?: PageReader
  tools?: PageTools
  /** Wraps the file store, e.g. with one whose disk is full. */
  files?: (real: FileStore) => FileStore
  /** Wraps the revoked tokens, e.g. with ones nobody can reach. */
  revokedTokens?: (real: RevokedTokens) => RevokedTokens
  /** Is handed the real database, e.g. to make it full. */
  database?: (db: Database) => void
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
    const { db, files, incomingFolder } = await openLocalStorage(config, closing)
    overrides.database?.(db)
    const keptFiles = overrides.files?.(files) ?? files
    const reader = overrides.reader ?? createPpocrReader({ workers: concurrency(config) })
    closing.defer(() => reader.close())
    const tools = overrides.tools ?? createPageTools()
    closing.defer(() => tools.close())
    const identity = await localIdentity(config, overrides, db, clock, log)
    const store = createReceiptStore(db)
    const receipts = createReceipts({
      store,
      files: keptFiles,
      keys: createIdempotencyKeys(db, clock),
      reader,
      tools,
      events,
      clock,
      processId: uuid(),
      concurrency: concurrency(config),
      incomingFolder,
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
        db.get('SELECT 1 FROM receipts LIMIT 1')
        await keptFiles.check()
      },
      close: () => closing.disposeAsync(),
    }
  } catch (error) {
    await closing.disposeAsync()
    throw error
  }
}

/** The accounts of the local provider, and everything that has to end with a session. */
function localAccounts(config: Config, db: Database, clock: Clock, overrides: Overrides = {}) {
  const records = createProviderRecords(db, clock)
  const sessions = createSessionStore(db)
  const revokedTokens = overrides.revokedTokens?.(createRevokedTokens(db)) ?? createRevokedTokens(db)
  const revocations = createRevocations(revokedTokens, clock, config.refreshTokenDays)
  const signOutEverywhere = async (sub: string) => {
    await Promise.all(records.removeAccount(sub).map(revocations.endSession))
  }
  const accounts = createAccounts({
    store: createAccountStore(db),
    passwords: createPasswords(overrides.passwordCost),
    guessing: createGuessing(createFailureCounter(db), clock),
    clock,
    signUp: config.identity.kind === 'local' ? config.identity.signUp : 'invite',
    async endAllSessions(sub) {
      await Promise.all([signOutEverywhere(sub), sessions.removeAll(sub)])
    },
  })
  return { accounts, records, sessions, revocations, signOutEverywhere }
}

/** The accounts alone, for the command line; works beside a running server. */
export async function openAccounts(config: Config) {
  const { dataDir } = config
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const db = openDatabase(join(dataDir, 'tracker.db'))
  return { accounts: localAccounts(config, db, systemClock).accounts, close: () => db.close() }
}

/** Who people are, with the OpenID provider inside the process. */
async function localIdentity(config: Config, overrides: Overrides, db: Database, clock: Clock, log: Log) {
  const { publicUrl, redirectUri, refreshTokenDays } = config
  const keys = createKeyFiles(join(config.dataDir, 'keys'))
  const { accounts, records, sessions, revocations, signOutEverywhere } = localAccounts(
    config,
    db,
    clock,
    overrides,
  )
  const local = createLocalProvider({
    publicUrl,
    redirectUri,
    client: { id: 'malaysian-tax-tracker', secret: await keys.secret('client-secret') },
    keys: {
      accessToken: await keys.signingKey('access-token-key'),
      idToken: await keys.signingKey('id-token-key'),
      cookies: await keys.secret('provider-cookie-key'),
    },
    records,
    accounts,
    refreshTokenDays,
    grantEnded: revocations.endSession,
    signOutEverywhere,
    clock,
    log,
  })
  const identity = createIdentity({
    provider: local.identityProvider,
    revocations,
    sessions,
    clock,
    secretKey: config.secretKey ?? (await keys.secret('secret-key')),
    publicUrl,
    redirectUri,
    refreshTokenDays,
  })
  return { ...identity, accounts, providerRoutes: local.routes }
}

const concurrency = (config: Config) => config.reader.workers ?? defaultWorkers()

/** The data folder, held for this process alone: database, files, and a place for uploads on their way. */
async function openLocalStorage({ dataDir }: Config, closing: AsyncDisposableStack) {
  const folder = (name: string) => join(dataDir, name)
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const lock = lockFolder(folder('lock'))
  closing.defer(() => lock.release())
  for (const name of ['files', 'incoming']) await mkdir(folder(name), { recursive: true, mode: 0o700 })
  // What lies here was on its way when a process died; no record knows of it.
  for (const name of await readdir(folder('incoming')))
    await rm(join(folder('incoming'), name), { force: true })

  const db = openDatabase(folder('tracker.db'))
  closing.defer(() => db.close())
  recoverWork(db)
  return {
    db,
    files: createDiskFileStore(folder('files'), folder('incoming')),
    incomingFolder: folder('incoming'),
  }
}
