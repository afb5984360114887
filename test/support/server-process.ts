import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { StoredFormat } from '../../server/adapters/dynamodb/format.ts'
import type { Reachable } from './app.ts'
import { plainEnvironment } from './cli.ts'
import { freePort } from './ports.ts'

/** Where the process kills itself, as a power cut would: before or after a call of a port. */
export type CrashPoint =
  | 'before keep'
  | 'after keep'
  | 'after keeping a page'
  | 'before read'
  | 'after read'
  | 'after text'
  | 'none'

export interface ServerProcess extends Reachable {
  kill(): Promise<void>
  /** Asks it to end (SIGTERM); returns its exit code. */
  terminate(): Promise<number | null>
  exited: Promise<void>
}

/** The server in its own process, on the data of `dataDir`, with the scripted reader of server-main.ts. */
export async function startProcess(options: {
  dataDir: string
  port?: number
  crash?: CrashPoint
  /** How long a reading takes; `held`: until the server begins to end. */
  readingMs?: number | 'held'
  /** More variables. */
  env?: Record<string, string>
  /** The formats of stored items that it reads and writes; by default those of this release. */
  storedFormat?: StoredFormat
  /** Called when the reading of a file begins. */
  onRead?: (sha256: string) => void
}): Promise<ServerProcess> {
  const port = options.port ?? (await freePort())
  const url = `http://127.0.0.1:${port}`
  const child: ChildProcess = fork(new URL('./server-main.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...plainEnvironment(),
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: options.dataDir,
      SIGN_UP: 'open',
      LOG_LEVEL: 'silent',
      CRASH: options.crash ?? 'none',
      READING_MS: String(options.readingMs ?? 0),
      STORED_FORMAT: options.storedFormat ? JSON.stringify(options.storedFormat) : '',
      ...options.env,
    },
  })
  child.on('message', (message: { read?: string }) => message.read && options.onRead?.(message.read))
  const exited = once(child, 'exit')
  await Promise.race([
    once(child, 'message'),
    exited.then(([code]) => Promise.reject(new Error(`the server ended with ${code}`))),
  ])
  child.send('may crash')
  return {
    url,
    socket: new URL(url),
    exited: exited.then(() => {}),
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    async terminate() {
      child.kill('SIGTERM')
      const [code] = await exited
      return code
    },
  }
}
