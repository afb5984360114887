import type { App } from '../app.ts'
import type { Services } from '../services.ts'

/** How long a shutdown waits for what runs. The longest is an upload that waits 20 s for its reading. */
const SHUTDOWN_MS = 30_000
/** When connections whose requests are still arriving are given up. */
const ARRIVING_MS = 25_000

/**
 * Ends the process in order on SIGTERM and SIGINT: no new requests, what runs is finished, stores are closed.
 * @returns does the same without a signal
 */
export function closeOnSignals(app: App, services: Services): () => Promise<void> {
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= closeInOrder(app, services)
    return closing
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, close)
  return close
}

async function closeInOrder(app: App, services: Services) {
  // Whoever started it waits for its end; a reading that hangs must not hold that up for ever.
  setTimeout(() => process.exit(1), SHUTDOWN_MS).unref()
  setTimeout(() => app.server.closeAllConnections(), ARRIVING_MS).unref()
  await app.close()
  await services.close()
}
