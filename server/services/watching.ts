import type { Clock } from '../clock.ts'
import type { Config } from '../config/config.ts'
import type { Events } from '../events.ts'
import type { SecurityLog } from '../identity/security-log.ts'
import type { PageReader, PageTools } from '../reading/ports.ts'
import type { FileStore } from '../receipts/ports.ts'
import type { Storage } from './storage.ts'

export type Watching = Awaited<ReturnType<typeof openWatching>>

/** Measures the parts of the application, where METRICS_TOKEN asks for it; otherwise they stay as they are. */
export async function openWatching({ metricsToken }: Pick<Config, 'metricsToken'>, clock: Clock) {
  if (metricsToken === undefined) return unwatched
  const { createMetrics } = await import('../operations/metrics/index.ts')
  const { watchReader, watchTools } = await import('../operations/metrics/reading.ts')
  const metrics = createMetrics(clock)
  return {
    metrics,
    events: metrics.events,
    securityLog: metrics.securityLog,
    storage(storage: Storage): Storage {
      metrics.watchBacklog(() => storage.store.backlog(clock.now()))
      return {
        ...storage,
        store: metrics.store('receipts', storage.store),
        items: metrics.store('taxpayers', storage.items),
        sessions: metrics.store('sessions', storage.sessions),
        revokedTokens: metrics.store('revoked_tokens', storage.revokedTokens),
      }
    },
    files: (files: FileStore) => metrics.store('files', files),
    reader: (reader: PageReader) => watchReader(reader, metrics),
    tools: (tools: PageTools) => watchTools(tools, metrics),
    textractCalled: metrics.textractCalled,
  }
}

const same = <T>(part: T) => part

const unwatched = {
  metrics: undefined,
  events: same<Events>,
  securityLog: same<SecurityLog>,
  storage: same<Storage>,
  files: same<FileStore>,
  reader: same<PageReader>,
  tools: same<PageTools>,
  textractCalled: undefined,
}
