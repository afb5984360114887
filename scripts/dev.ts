// `npm run dev`: the server, restarted on changes, and Vite with hot reload of the app, on one address. Vite listens
// there and passes on to the server what does not belong to the app.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer as createSocket } from 'node:net'
import { join } from 'node:path'
import { createServer } from 'vite'
import { loadConfig } from '../server/config/config.ts'
import { readEnvFile } from '../server/config/env-file.ts'
import { ownAddresses } from '../server/config/own-addresses.ts'
import { explain } from '../server/operations/explain.ts'

const root = join(import.meta.dirname, '..')

/** Addresses of the app and of Vite itself. The name of a chunk or an API path never starts with these. */
const APP = String.raw`(?:$|\?|app(?:/|\?|$)|src/|node_modules/|@(?:vite|id|fs|react-refresh)|mark(?:-\d+)?\.\w+$)`

async function freePort(): Promise<number> {
  const socket = createSocket().listen(0, '127.0.0.1')
  await once(socket, 'listening')
  const address = socket.address()
  socket.close()
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

try {
  await develop()
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}

async function develop() {
  const { listen, publicUrl } = loadConfig(process.env, readEnvFile(), ownAddresses)
  const port = await freePort()
  const vite = await createServer({
    configFile: join(root, 'web/vite.config.ts'),
    clearScreen: false,
    logLevel: 'warn',
    server: {
      host: listen.host,
      port: listen.port,
      strictPort: true,
      // PUBLIC_URL may name this machine in any way; the server behind checks where requests come from.
      allowedHosts: true,
      proxy: { [`^/(?!${APP})`]: { target: `http://127.0.0.1:${port}`, changeOrigin: false } },
    },
  })
  await vite.listen()
  const server = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--watch-path=server',
      '--watch-preserve-output',
      'bin/tax-tracker.js',
      'serve',
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        // So that it says nothing about a stale build; see server/cli/serve.ts.
        npm_lifecycle_event: 'dev',
        HOST: '127.0.0.1',
        PORT: String(port),
        PUBLIC_URL: publicUrl,
      },
    },
  )
  // Ctrl-C reaches both processes; a signal to this one alone is passed on.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void server.kill(signal))
  await once(server, 'exit')
  await vite.close()
}
