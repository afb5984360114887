import { parseArgs } from 'node:util'
import { createApp } from './app.ts'
import { loadConfig } from './config/config.ts'
import { readEnvFile } from './config/env-file.ts'
import { ownAddresses } from './config/own-addresses.ts'
import { announce } from './operations/announce.ts'
import { explain } from './operations/explain.ts'
import { closeOnSignals } from './operations/shutdown.ts'
import { createServices } from './services.ts'
import { webBuildNotice } from './web-build.ts'

// Whatever is written is this account's alone, also in a data folder that others may look into.
process.umask(0o077)

try {
  await serve()
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}

async function serve() {
  const { values } = parseArgs({ options: { qr: { type: 'boolean', default: false } }, strict: false })
  const config = loadConfig(process.env, readEnvFile(), ownAddresses)
  const services = await createServices(config)
  const app = await createApp(services)
  const close = closeOnSignals(app, services)
  try {
    await app.listen({ host: config.listen.host, port: config.listen.port })
  } catch (error) {
    await close()
    throw error
  }
  const firstAccountCode = services.identity.accounts?.firstAccountCode()
  console.log(
    announce(config, {
      addresses: ownAddresses(),
      firstAccountCode,
      output: process.stdout,
      qr: values.qr === true,
    }),
  )
  // Under `npm run dev` Vite serves the app from its sources.
  const notice = process.env.npm_lifecycle_event !== 'dev' && webBuildNotice()
  if (notice) console.log(notice)
}
