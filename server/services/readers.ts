import { createPpocrReader, defaultWorkers } from '../adapters/ppocr/index.ts'
import type { RetryPolicy } from '../aws/retry.ts'
import type { ReaderConfig, ReaderKind } from '../config/readers.ts'
import type { Finding } from '../finding.ts'
import type { CallOutcome, PageBudget, PageReader, PageTools } from '../reading/ports.ts'

interface ReaderDeps {
  /** Receipts read at the same time. */
  workers: number
  tools: PageTools
  retryPolicy?: RetryPolicy | undefined
  /** Called after each call of a service that is paid for. */
  onCall?: ((outcome: CallOutcome) => void) | undefined
  /** What may be spent on it. */
  budget?: PageBudget | undefined
}

interface Reader<C> {
  /** Receipts read at the same time where READER_WORKERS does not say. */
  defaultWorkers(): number
  open(config: C, deps: ReaderDeps): Promise<PageReader>
  /** What the doctor finds out about it. */
  diagnose(config: C): Promise<Finding[]>
}

type ConfigOf<K extends ReaderKind> = Extract<ReaderConfig, { kind: K }>

/** The readers, by the value of READER. What only some need is loaded when they need it. */
const readers: { [K in ReaderKind]: Reader<ConfigOf<K>> } = {
  local: {
    defaultWorkers,
    open: async (_config, { workers }) => createPpocrReader({ workers }),
    async diagnose() {
      const { checkReader } = await import('../operations/doctor/reading.ts')
      return checkReader(createPpocrReader({ workers: 1 }))
    },
  },
  textract: {
    // More than a few calls a second are throttled.
    defaultWorkers: () => 4,
    async open({ region, callsPerSecond }, { workers, tools, retryPolicy, onCall, budget }) {
      const { openTextract } = await import('../adapters/textract/index.ts')
      const options = { tools, onCall, budget, ...(retryPolicy && { retryPolicy }) }
      return openTextract({ region, workers, callsPerSecond, ...options })
    },
    async diagnose({ region }) {
      const { diagnoseTextract } = await import('../adapters/textract/diagnose.ts')
      return diagnoseTextract(region)
    },
  },
}

const readerOf = <K extends ReaderKind>({ kind }: { kind: K }): Reader<ConfigOf<K>> => readers[kind]

/** Receipts read at the same time. */
export const readerWorkers = (config: ReaderConfig): number =>
  config.workers ?? readerOf(config).defaultWorkers()

export const openReader = (config: ReaderConfig, deps: Omit<ReaderDeps, 'workers'>): Promise<PageReader> =>
  readerOf(config).open(config, { ...deps, workers: readerWorkers(config) })

export const diagnoseReader = (config: ReaderConfig): Promise<Finding[]> => readerOf(config).diagnose(config)
