import { PageLimitError, type ReaderBusyError } from '../../reading/ports.ts'
import type { WorkContext } from './deps.ts'

/** Makes a reading due again later; the attempt does not count. */
export async function postponeReading(
  { store, backoff, clock, events, processId }: WorkContext,
  id: string,
  error: ReaderBusyError,
) {
  const now = clock.now().getTime()
  // waiting.ts tells by this instant what a receipt waits for.
  const until = error instanceof PageLimitError ? error.until : new Date(now + backoff.next(id))
  await store.postpone(id, { until, by: processId })
  events.readingPostponed(id, Math.round((until.getTime() - now) / 1000), error.message)
}
