import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, RouteOptions } from 'fastify'
import fp from 'fastify-plugin'
import { createApp } from '../../server/app.ts'
import type { Clock } from '../../server/clock.ts'
import { loadConfig } from '../../server/config/config.ts'
import type { Overrides } from '../../server/services/overrides.ts'
import { createServices } from '../../server/services.ts'
import { LONG_RETRIES } from './aws.ts'
import { type Browser, createBrowser, type Page } from './browser.ts'
import type { CookieJar } from './cookie-jar.ts'
import { type ApiDescription, documentedRefusals } from './documented-refusals.ts'
import { documentPoolHere, poolHere } from './page-tools.ts'
import { freePort } from './ports.ts'
import { isOneProcess } from './tiers.ts'

export { freePort }

export interface StartOptions {
  /** Variables in addition to HOST, PORT, PUBLIC_URL, DATA_DIR, SIGN_UP=open and LOG_LEVEL=silent. */
  env?: Record<string, string>
  clock?: Clock
  overrides?: Overrides
  /** The test's own folder, to start again on the same data; close() does not remove it. */
  dataDir?: string
  /** The folder of a built web app other than the project's. */
  webDist?: string
}

export type TestApp = Awaited<ReturnType<typeof startApp>>

/** The name browsers reach servers under; PUBLIC_HOST names one that is not this machine's own. */
const PUBLIC_HOST = process.env.PUBLIC_HOST ?? '127.0.0.1'

/** The whole server, listening on a free port of this machine, with its own data folder. */
export async function startApp(options: StartOptions = {}) {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'tracker-test-')))
  const port = await freePort()
  const env = {
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://${PUBLIC_HOST}:${port}`,
    DATA_DIR: dataDir,
    SIGN_UP: 'open',
    LOG_LEVEL: 'silent',
    ...options.env,
  }
  const config = loadConfig(env)
  const services = await createServices(config, {
    ...(options.clock && { clock: options.clock }),
    // The real cost would make every test's sign-in take a second; the algorithm stays the same.
    passwordCost: 10,
    // A busy machine must not change the answers.
    waitMs: 240_000,
    awsRetryPolicy: LONG_RETRIES,
    ...(isOneProcess(process.argv[1] ?? '') && { pagePool: poolHere, documentPool: documentPoolHere }),
    ...options.overrides,
  })
  const routes: RouteOptions[] = []
  /** The scope that has the routes of the API. */
  let api: FastifyInstance | undefined
  const checkRefusal = documentedRefusals(async () => (await api?.describeApi()) as ApiDescription)
  const providerRoutes = fp(async (root) => {
    root.addHook('onRoute', function (route) {
      routes.push(route)
      if (route.url === '/openapi.json') api = this
    })
    root.addHook('onSend', checkRefusal)
    await root.register(services.identity.providerRoutes)
  })
  const app = await createApp(
    { ...services, identity: { ...services.identity, providerRoutes } },
    options.webDist,
  )
  await app.listen({ host: config.listen.host, port: config.listen.port })

  return {
    /** Where browsers reach it: PUBLIC_URL. */
    url: config.publicUrl,
    /** The socket it listens on. */
    socket: new URL(`http://${reachable(config.listen.host)}:${config.listen.port}`),
    env,
    dataDir,
    services,
    server: app,
    /** Every registered route. */
    routes,
    /** Does the work of one receipt now, or all work that is due by the server's clock, without waiting for the timer. */
    drainWork(id?: string) {
      const { work } = services.receipts
      return id === undefined ? work.drain() : work.offer({ userId: '', id })
    },
    async close() {
      await app.close()
      await services.close()
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A browser that reaches the app under PUBLIC_URL, as through a proxy, and everything else directly. */
export const browserOf = (app: Reachable, jar?: CookieJar) =>
  createBrowser(app.url, {
    route: (url) => ({ socket: url.origin === app.url ? app.socket : url }),
    ...(jar && { jar }),
  })

/** What a client needs to reach a server. */
export type Reachable = Pick<TestApp, 'url' | 'socket'>

export type Client = Awaited<ReturnType<typeof signUp>>

export const PASSWORD = 'correct horse battery'

/** A new person, signed up and signed in through the server's own pages. */
export async function signUp(app: Reachable, email: string, password = PASSWORD) {
  const browser = browserOf(app)
  const end = await signUpOn(browser, await browser.navigate('/auth/login'), email, password)
  if (!accessTokenIn(browser.jar)) throw new Error(`no sign-up: ${end.status} ${end.url}\n${end.text}`)
  return clientOf(app, browser)
}

/** Signs a new person up from the provider's sign-in page. */
export async function signUpOn(browser: Browser, signIn: Page, email: string, password = PASSWORD) {
  const isForm = signIn.text.includes('id="sign-up"')
  const form = isForm ? signIn : await browser.click(signIn, 'Create an account')
  return browser.submit(form, { email, password })
}

/** An existing person, signed in with a new browser. */
export async function signIn(app: Reachable, email: string, password = PASSWORD) {
  const browser = browserOf(app)
  const end = await browser.submit(await browser.navigate('/auth/login'), { email, password })
  if (!accessTokenIn(browser.jar)) throw new Error(`no sign-in: ${end.status} ${end.url}\n${end.text}`)
  return clientOf(app, browser)
}

/** A browser as an API client; its claims are empty without a session. */
export function clientOf(app: Reachable, browser: ReturnType<typeof createBrowser>) {
  const token = accessTokenIn(browser.jar)
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()
  const claims = JSON.parse(payload || '{}')
  return {
    browser,
    /** The access token of the sign-in, for calls with a bearer header. */
    token,
    claims,
    sub: String(claims.sub),
    /** A call as from a page on the app's own origin, authenticated by cookie. */
    fetch(path: string, init: RequestInit = {}) {
      const headers = new Headers(init.headers)
      if (!headers.has('origin')) headers.set('origin', new URL(app.url).origin)
      return browser.send(path, { ...init, headers })
    },
  }
}

/** The token of the cookie, or of the parts of a long one; empty if there is none. */
function accessTokenIn(jar: CookieJar) {
  const parts = jar.names().filter((name) => /^access_token(\.\d)?$/.test(name))
  return parts
    .sort()
    .map((name) => jar.get(name)?.value)
    .join('')
}

/** The host in an address that reaches a socket bound to `host`. */
function reachable(host: string) {
  if (host === '0.0.0.0') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
