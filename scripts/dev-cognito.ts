// `npm run dev:cognito`: the server with a look-alike of an Amazon Cognito user pool, for people who write a single-page
// app that calls it and have no AWS account. Anybody can sign in to it as anybody, so only this machine reaches it, and
// it forgets everything when it ends.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createApp } from '../server/app.ts'
import { loadConfig } from '../server/config/config.ts'
import { explain } from '../server/operations/explain.ts'
import { closeOnSignals } from '../server/operations/shutdown.ts'
import { createServices } from '../server/services.ts'
import { type Cognito, startCognito } from '../test/support/cognito/index.ts'
import { cognitoSettings, ownClient, SPA_CLIENT_ID } from '../test/support/cognito/settings.ts'

const ACCOUNT = 'taxpayer@example.com'

const HELP = `npm run dev:cognito -- [options]

Starts the server with a look-alike of an Amazon Cognito user pool. Nothing leaves this machine, and nothing is kept.

  --app URL            address of your app: its callback and sign-out URL, to the letter. Repeatable.
                       Default: http://localhost:5173/
  --port N             port of the server. Default: PORT, else 8000
  --pool-port N        port of the pool's discovery document and keys. Default: one above the server's
  --hosted-ui-port N   port of the sign-in pages. Default: two above the server's
  --token-seconds N    how long access tokens live. Default: 3600
  --rotate             a refresh token works once, and for 10 more seconds
`

/** A wrong option, in words for the person who typed it. */
class UsageError extends Error {}

type Given = ReturnType<typeof readOptions>

async function develop(given: Given) {
  const { port, apps } = given
  const publicUrl = `http://localhost:${port}`
  const own = ownClient(publicUrl)
  const dataDir = await mkdtemp(join(tmpdir(), 'tracker-dev-cognito-'))
  await using closing = new AsyncDisposableStack()
  closing.defer(() => rm(dataDir, { recursive: true, force: true }))

  const cognito = await startCognito({
    clients: [own, { id: SPA_CLIENT_ID, callbackUrls: apps, signOutUrls: apps }],
    ports: { pool: given.poolPort, hostedUi: given.hostedUiPort },
    tokenSeconds: given.tokenSeconds,
    rotation: given.rotate ? { graceSeconds: 10 } : undefined,
    adminAllowed: true,
    suggestedEmail: ACCOUNT,
  })
  closing.defer(() => cognito.close().then(() => undefined))
  const services = await createServices(
    loadConfig({
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: publicUrl,
      DATA_DIR: dataDir,
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
      ...cognitoSettings(cognito, own),
      IDENTITY: 'cognito',
      READER: 'local',
      ALLOW_ORIGINS: apps.map((url) => new URL(url).origin).join(','),
    }),
  )
  const app = await createApp(services)
  const ended = Promise.withResolvers<void>()
  const close = closeOnSignals(app, {
    async close() {
      await services.close()
      ended.resolve()
    },
  })
  try {
    await app.listen({ host: '127.0.0.1', port })
    console.log(banner(publicUrl, cognito, apps))
  } catch (error) {
    await close()
    throw error
  }
  await ended.promise
}

const banner = (publicUrl: string, cognito: Cognito, apps: readonly string[]) => `
Malaysian Tax Tracker is at ${publicUrl}, with a look-alike of an Amazon Cognito user pool
  sign in    as ${ACCOUNT} or any other address, with any password
  your app   ${apps.join(', ')}: may sign people in, and call the API with a bearer token
  API        ${publicUrl}/docs
  data       is kept until this ends (Ctrl-C)

The settings of your app (examples/spa has those of the usual ports in .env.development):
  VITE_API=${publicUrl}
  VITE_ISSUER=${cognito.issuer}
  VITE_HOSTED_UI=${cognito.domain}
  VITE_CLIENT_ID=${SPA_CLIENT_ID}`

function readOptions() {
  const { values } = parse()
  const port = numberOf('port', values.port ?? process.env.PORT, 8000)
  return {
    help: values.help ?? false,
    apps: (values.app ?? ['http://localhost:5173/']).map(addressOf),
    port,
    poolPort: numberOf('pool-port', values['pool-port'], port + 1),
    hostedUiPort: numberOf('hosted-ui-port', values['hosted-ui-port'], port + 2),
    tokenSeconds: numberOf('token-seconds', values['token-seconds'], 3600),
    rotate: values.rotate ?? false,
  }
}

function parse() {
  try {
    return parseArgs({
      options: {
        app: { type: 'string', multiple: true },
        port: { type: 'string' },
        'pool-port': { type: 'string' },
        'hosted-ui-port': { type: 'string' },
        'token-seconds': { type: 'string' },
        rotate: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

function numberOf(option: string, given: string | undefined, otherwise: number) {
  if (given === undefined) return otherwise
  if (!/^[1-9]\d{0,4}$/.test(given)) throw new UsageError(`--${option} is a number, not ${given}`)
  return Number(given)
}

function addressOf(given: string) {
  if (!/^https?:/.test(given) || !URL.canParse(given)) {
    throw new UsageError(`--app is an address such as http://localhost:5173/, not ${given}`)
  }
  return given
}

function report(error: unknown) {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n\n${HELP}`)
    return 2
  }
  const { code, port } = error as NodeJS.ErrnoException & { port?: number }
  const isTaken = code === 'EADDRINUSE'
  console.error(
    isTaken
      ? `Port ${port} is taken by another program. Choose others: npm run dev:cognito -- --port 8100`
      : explain(error),
  )
  return 1
}

process.umask(0o077)
try {
  const given = readOptions()
  if (given.help) console.log(HELP)
  else await develop(given)
} catch (error) {
  process.exitCode = report(error)
}
