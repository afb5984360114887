/** How long a shutdown waits for running requests. The longest is an upload that waits 20 s for its reading. */
const SHUTDOWN_MS = 30_000
/** When connections whose requests are still arriving are closed. */
const ARRIVING_MS = 25_000

interface App {
  server: { closeAllConnections(): void }
  close(): PromiseLike<unknown>
}

interface Services {
  close(): Promise<void>
}

/**
 * Shuts down in order on SIGTERM and SIGINT: no new requests, running ones finish, then the stores close.
 * @returns shuts down without a signal
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
  // A reading that hangs must not keep the process alive.
  setTimeout(() => process.exit(1), SHUTDOWN_MS).unref()
  setTimeout(() => app.server.closeAllConnections(), ARRIVING_MS).unref()
  await app.close()
  await services.close()
}
