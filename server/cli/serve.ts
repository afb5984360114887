import { flushCompileCache } from 'node:module'
import { createApp } from '../app.ts'
import { loadConfig } from '../config/config.ts'
import { readEnvFile } from '../config/env-file.ts'
import { ownAddresses } from '../config/own-addresses.ts'
import { announce } from '../operations/announce.ts'
import { explain } from '../operations/explain.ts'
import { closeOnSignals } from '../operations/shutdown.ts'
import { keepHeapSmall } from '../operations/small-heap.ts'
import { createServices } from '../services.ts'
import { webBuildNotice } from '../web-build.ts'
import { print } from './output.ts'
import { EXIT } from './usage-error.ts'

interface ServeOptions {
  /** Prints the QR code of the address also where it is no terminal, or a narrow one. */
  qr?: boolean | undefined
}

/** Starts the server, which runs until a signal; resolves once it listens, or could not start. */
export async function serve(options: ServeOptions): Promise<number> {
  try {
    await start(options)
    return EXIT.ok
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    return EXIT.failed
  }
}

async function start({ qr = false }: ServeOptions) {
  const config = loadConfig(process.env, readEnvFile(), ownAddresses)
  const services = await createServices(config)
  const app = await createApp(services)
  const close = closeOnSignals(app, services)
  try {
    await app.listen({ host: config.listen.host, port: config.listen.port })
    keepHeapSmall()
  } catch (error) {
    await close()
    throw error
  }
  const firstAccountCode = services.identity.accounts?.firstAccountCode()
  print(announce(config, { addresses: ownAddresses(), firstAccountCode, output: process.stdout, qr }))
  // Under `npm run dev` Vite serves the app from its sources.
  const notice = process.env.npm_lifecycle_event !== 'dev' && webBuildNotice()
  if (notice) print(notice)
  // Node writes what it compiled when it ends, but not when it is killed.
  flushCompileCache()
}
