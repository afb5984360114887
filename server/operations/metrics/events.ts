import type { Counter, Histogram } from 'prom-client'
import type { Events } from '../../events.ts'

interface ReadingMeasures {
  seconds: Histogram<'stage'>
  done: Counter<'status'>
  failed: Counter
  postponed: Counter
}

/** The same events, counted. */
export function watchEvents(events: Events, reading: ReadingMeasures): Events {
  return {
    ...events,
    receiptRead(id, status, seconds) {
      reading.done.inc({ status })
      reading.seconds.observe({ stage: 'whole' }, seconds)
      events.receiptRead(id, status, seconds)
    },
    readingFailed(...args) {
      reading.failed.inc()
      events.readingFailed(...args)
    },
    readingPostponed(...args) {
      reading.postponed.inc()
      events.readingPostponed(...args)
    },
  }
}
