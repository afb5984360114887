import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Clock } from '../../clock.ts'
import type { Events } from '../../events.ts'
import type { SecurityLog } from '../../identity/security-log.ts'
import type { CallOutcome } from '../../reading/ports.ts'
import type { Backlog } from '../../receipts/ports.ts'
import { watchEvents } from './events.ts'
import { type StoreMeasures, watchStore } from './stores.ts'

/** Seconds. A list takes milliseconds; an upload waits for its reading for up to 20 s. */
const ANSWER_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60]
const READING_BUCKETS = [0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300]
const STORE_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 15]

export type Metrics = ReturnType<typeof createMetrics>

/**
 * What Prometheus asks for. Labels have few values: patterns of routes and names of methods, never an id, an address or
 * anything a person typed.
 */
export function createMetrics(clock: Clock) {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })

  const answers = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Seconds from the first byte of a request to the last of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: ANSWER_BUCKETS,
    registers,
  })
  const stores: StoreMeasures = {
    seconds: new Histogram({
      name: 'tax_tracker_store_seconds',
      help: 'Seconds a call of a store takes, with its repetitions',
      labelNames: ['store', 'call'],
      buckets: STORE_BUCKETS,
      registers,
    }),
    errors: new Counter({
      name: 'tax_tracker_store_errors_total',
      help: 'Calls of a store that failed because it could not be reached, is full, incomplete or newer',
      labelNames: ['store', 'call', 'error'],
      registers,
    }),
  }
  const reading = {
    seconds: new Histogram({
      name: 'tax_tracker_reading_seconds',
      help: 'Seconds of reading by stage: picture (a page for Textract), text (a file, with its pictures), whole (a receipt, with what follows)',
      labelNames: ['stage'],
      buckets: READING_BUCKETS,
      registers,
    }),
    done: new Counter({
      name: 'tax_tracker_readings_total',
      help: 'Receipts read, by the status they got: needs_review, confirmed, unreadable',
      labelNames: ['status'],
      registers,
    }),
    failed: new Counter({
      name: 'tax_tracker_reading_failures_total',
      help: 'Attempts to read a receipt that failed',
      registers,
    }),
    postponed: new Counter({
      name: 'tax_tracker_readings_postponed_total',
      help: 'Readings put off because the reader took no work',
      registers,
    }),
  }
  const signIns = new Counter({
    name: 'tax_tracker_security_events_total',
    help: 'Lines of the security log about sign-ins and accounts, by event; refused requests are counted by status',
    labelNames: ['event'],
    registers,
  })
  const textract = {
    calls: new Counter({
      name: 'tax_tracker_textract_calls_total',
      help: 'Calls of Textract, repetitions included, by outcome: ok, throttled, failed',
      labelNames: ['outcome'],
      registers,
    }),
    pages: new Counter({
      name: 'tax_tracker_textract_pages_total',
      help: 'Pages that Textract has read, each of which is paid for',
      registers,
    }),
  }

  return {
    registry,

    /** Shows at each scrape how much work waits. */
    watchBacklog(backlog: () => Promise<Backlog>) {
      const ask = sharedByTwo(backlog)
      new Gauge({
        name: 'tax_tracker_work_waiting',
        help: 'Receipts whose work is due and in no process, of the whole installation; 1000 may be more',
        registers,
        async collect() {
          this.set((await ask())?.count ?? Number.NaN)
        },
      })
      new Gauge({
        name: 'tax_tracker_work_oldest_seconds',
        help: 'Seconds since the work that waits longest became due; 0: none waits',
        registers,
        async collect() {
          const found = await ask()
          const since = found?.oldest ?? clock.now().getTime()
          this.set(found ? Math.max(0, (clock.now().getTime() - since) / 1000) : Number.NaN)
        },
      })
    },

    answered: (labels: { method: string; route: string; status: number }, seconds: number) =>
      answers.observe(labels, seconds),

    stage: (stage: 'picture' | 'text', seconds: number) => reading.seconds.observe({ stage }, seconds),

    textractCalled(outcome: CallOutcome) {
      textract.calls.inc({ outcome })
      if (outcome === 'ok') textract.pages.inc()
    },

    store: <T extends object>(name: string, store: T): T => watchStore(store, { name, ...stores }),

    events: (events: Events): Events => watchEvents(events, reading),

    securityLog: (log: SecurityLog): SecurityLog => ({
      ...log,
      record(event, details) {
        if (event !== 'request_refused') signIns.inc({ event })
        log.record(event, details)
      },
    }),
  }
}

/**
 * One question for both gauges of a scrape. Undefined: the storage is down. It says so itself, and the other figures are
 * wanted all the more.
 */
function sharedByTwo(backlog: () => Promise<Backlog>) {
  let asked: Promise<Backlog | undefined> | undefined
  return () => {
    asked ??= backlog()
      .catch(() => undefined)
      .finally(() => {
        asked = undefined
      })
    return asked
  }
}
