import { readFileSync } from 'node:fs'
import { createApp } from './app.ts'
import { ConfigError, loadConfig } from './config/config.ts'
import { announce } from './operations/announce.ts'
import { createServices } from './services.ts'

/** How long a shutdown waits for what runs. The longest is an upload that waits 20 s for its reading. */
const SHUTDOWN_MS = 30_000

try {
  await serve()
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}

async function serve() {
  const config = loadConfig(process.env, envFile())
  const services = await createServices(config)
  const app = await createApp(services)

  let closing = false
  const close = async () => {
    if (closing) return
    closing = true
    // Whoever started it waits for its end; a reading that hangs must not hold that up for ever.
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref()
    await app.close()
    await services.close()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, close)

  try {
    await app.listen({ host: config.listen.host, port: config.listen.port })
  } catch (error) {
    await close()
    throw error
  }
  console.log(announce(config))
}

function envFile() {
  try {
    return readFileSync('.env', 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

/** What went wrong at start, for the person who started it. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) {
    const lines = error.problems.map(({ name, problem }) => `  ${name} ${problem}`)
    return ['The configuration (shell or .env) has problems:', ...lines].join('\n')
  }
  const { code, message, stack, name } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return 'The port is taken by another program. Choose another one: PORT=8001 npm start'
  if (
    ['DataInUseError', 'NewerDatabaseError', 'StorageFullError', 'StorageUnavailableError'].includes(name)
  ) {
    return `Cannot start: ${message}.`
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOSPC') return `Cannot start: ${message}.`
  return `Cannot start: ${stack ?? message}`
}
