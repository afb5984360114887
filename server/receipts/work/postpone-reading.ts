import type { ReaderBusyError } from '../../reading/ports.ts'
import type { WorkContext } from './deps.ts'

/** Makes a reading due again later; the attempt does not count. */
export async function postponeReading(
  { store, backoff, clock, events, processId }: WorkContext,
  id: string,
  { message }: ReaderBusyError,
) {
  const waitMs = backoff.next(id)
  await store.postpone(id, { until: new Date(clock.now().getTime() + waitMs), by: processId })
  events.readingPostponed(id, Math.round(waitMs / 1000), message)
}
