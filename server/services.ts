import { fileURLToPath } from 'node:url'
import { v4 as uuid } from 'uuid'
import { createAccounts } from './accounts/index.ts'
import { createSettings } from './accounts/settings.ts'
import { announcingItems, announcingReceipts } from './changes/announcing.ts'
import { createChanges } from './changes/index.ts'
import { createClaims } from './claims/index.ts'
import { systemClock } from './clock.ts'
import type { Config } from './config/config.ts'
import { createEvents } from './events.ts'
import { createExamples } from './examples/index.ts'
import { createShippedExamples } from './examples/shipped.ts'
import { createDocumentPool } from './exports/documents.ts'
import { createExports } from './exports/index.ts'
import { createSecurityLog } from './identity/security-log.ts'
import { createLog } from './log.ts'
import { createBacklogWatch } from './operations/backlog-watch.ts'
import { createFieldRules } from './reading/field-rules.ts'
import { createPagePool, createPageTools } from './reading/pages/index.ts'
import { readingInvoices } from './reading/ubl/index.ts'
import { boundingHistory } from './receipts/history.ts'
import { createReceipts } from './receipts/index.ts'
import { createPageBudget } from './receipts/page-budget.ts'
import { recoveringFiles } from './receipts/recovering-store.ts'
import { openIdentity } from './services/identity.ts'
import { loadLaw } from './services/law.ts'
import type { Overrides } from './services/overrides.ts'
import { openReader, readerWorkers } from './services/readers.ts'
import { openStorage } from './services/storage.ts'
import { openWatching } from './services/watching.ts'
import { createSuggest } from './suggestions/index.ts'
import { createTaxpayer } from './taxpayer/index.ts'
import { createRetainUntil } from './taxpayer/retain-until.ts'

const examplesFolder = fileURLToPath(new URL('../samples/examples/', import.meta.url))
const exampleTextsFolder = fileURLToPath(new URL('../samples/example-texts/', import.meta.url))

export type Services = Awaited<ReturnType<typeof createServices>>

/**
 * Everything the application is made of, built once.
 * @throws DataInUseError, StorageIncompleteError, StorageNewerError, StorageUnavailableError
 */
export async function createServices(config: Config, overrides: Overrides = {}) {
  const log = overrides.log ?? createLog(config.logLevel)
  const clock = overrides.clock ?? systemClock
  const watching = await openWatching(config, clock)
  const events = watching.events(createEvents(log))
  const securityLog = watching.securityLog(createSecurityLog(log))
  const closing = new AsyncDisposableStack()
  try {
    const storage = watching.storage(await openStorage({ config, clock, log, overrides, closing }))
    const { residualData, keys, sessions, revokedTokens, incomingFolder } = storage
    const changes = createChanges({ board: storage.board, clock, timings: overrides.changeTimings })
    closing.defer(() => changes.close())
    const items = announcingItems(storage.items, changes.announce)
    const law = overrides.law ?? (await loadLaw())
    const files = watching.files(overrides.files?.(storage.files) ?? storage.files)
    const pagePool = overrides.pagePool ?? createPagePool()
    closing.defer(() => pagePool.close())
    const tools = watching.tools(overrides.tools ?? createPageTools({ pool: pagePool }))
    closing.defer(() => tools.close())
    const announcing = announcingReceipts(boundingHistory(storage.store), changes.announce)
    const store = recoveringFiles(announcing, { files, tools })
    const pageLimits = config.reader.kind === 'textract' ? config.reader.pageLimits : undefined
    const reader = readingInvoices(
      watching.reader(
        overrides.reader ??
          (await openReader(config.reader, {
            tools,
            retryPolicy: overrides.awsRetryPolicy,
            onCall: watching.textractCalled,
            budget:
              pageLimits &&
              createPageBudget({
                counters: storage.pageCounters,
                limits: pageLimits,
                clock,
                onError: events.workFailed,
              }),
          })),
      ),
      tools,
    )
    closing.defer(() => reader.close())
    const usedRevokedTokens = overrides.revokedTokens?.(revokedTokens) ?? revokedTokens
    const identity = await openIdentity({
      config,
      database: storage.database,
      sessions,
      revokedTokens: usedRevokedTokens,
      passwordCost: overrides.passwordCost,
      clock,
      events,
      securityLog,
      log,
      closing,
    })
    const processId = uuid()
    const shipped = createShippedExamples(examplesFolder, exampleTextsFolder)
    const retainUntil = createRetainUntil({ law, items })
    const { suggest, inMalay, remember } = createSuggest({ law, items, store })
    const receipts = createReceipts({
      resumeJob: (receipt) => accounts.resume(receipt),
      suggest,
      inMalay,
      law,
      retainUntil,
      store,
      files,
      keys,
      reader,
      // Reading an example again and again with a reader that costs money would teach nobody anything.
      recordedText: config.reader.kind === 'local' ? undefined : shipped.textOf,
      tools,
      rules: createFieldRules(pagePool),
      events,
      clock,
      processId,
      concurrency: readerWorkers(config.reader),
      pageLimits,
      incomingFolder,
      waitMs: overrides.waitMs,
    })
    closing.defer(() => receipts.work.stop())
    const taxpayer = createTaxpayer({ law, items, receipts, retainUntil, events, clock })
    const { lastWrite } = storage
    const claims = createClaims({ law, remember, receipts, taxpayer, events, clock, lastWrite })
    const documentPool = overrides.documentPool ?? createDocumentPool()
    closing.defer(() => documentPool.close())
    const exports = createExports({ law, store, files, clock, claims, documentPool })
    const examples = createExamples({ receipts, keys, shipped })
    const settings = createSettings(items)
    const accounts = createAccounts({
      identity: identity.personalData,
      others: [receipts.personalData, taxpayer.personalData, settings.personalData],
      items,
      residualData,
      store,
      files,
      work: receipts.work,
      events,
      clock,
      processId,
      sealing: identity.sealingFor('erasure'),
      hasSignIn: config.identity.kind === 'local',
    })
    return {
      config,
      clock,
      log,
      events,
      securityLog,
      /** Undefined: nobody asked for them. */
      metrics: watching.metrics,
      backlogWatch: createBacklogWatch({
        backlog: () => storage.store.backlog(clock.now()),
        events,
        clock,
        everyMs: overrides.backlogMs,
      }),
      identity,
      law,
      /** A taxpayer's stored documents other than receipts. */
      items,
      receipts,
      taxpayer,
      claims,
      exports,
      examples,
      changes,
      accounts,
      settings,
      readiness: {
        records: () => storage.check(),
        files: () => files.check(),
        // An id that no token has: what counts is that the look-up works.
        endedSessions: async () => void (await usedRevokedTokens.latest('-', clock.now())),
      },
      close: () => closing.disposeAsync(),
    }
  } catch (error) {
    await closing.disposeAsync()
    throw error
  }
}
