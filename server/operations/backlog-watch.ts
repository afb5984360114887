import type { Clock } from '../clock.ts'
import type { Events } from '../events.ts'
import type { Backlog } from '../receipts/ports.ts'

const EVERY_MS = 60_000
/** Work that waits for less is nothing to report: a server may be busy for a moment. */
const WORTH_REPORTING_SECONDS = 60

export interface BacklogWatchDeps {
  backlog(): Promise<Backlog>
  events: Pick<Events, 'workWaiting' | 'workFailed'>
  clock: Clock
  everyMs?: number | undefined
}

/** Writes a line to the log each minute while work has waited for more than a minute, for who watches logs alone. */
export function createBacklogWatch({ backlog, events, clock, everyMs = EVERY_MS }: BacklogWatchDeps) {
  let timer: NodeJS.Timeout | undefined

  async function look() {
    const { count, oldest } = await backlog()
    const seconds = oldest === null ? 0 : Math.round((clock.now().getTime() - oldest) / 1000)
    if (seconds > WORTH_REPORTING_SECONDS) events.workWaiting(count, seconds)
  }

  return {
    start() {
      timer = setInterval(() => void look().catch(events.workFailed), everyMs).unref()
    },
    stop: () => clearInterval(timer),
  }
}
