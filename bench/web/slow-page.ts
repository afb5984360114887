import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { addSession, PHONE } from '../../test/browser/person.ts'
import type { Client, TestApp } from '../../test/support/app.ts'
import { until } from '../../test/support/until.ts'

const LATENCY_MS = 150
const BYTES_PER_SECOND = 1_600_000 / 8
const CPU_SLOWDOWN = 4

/** Nothing has arrived for a while. Not `networkidle`: a stream of changes stays open. */
const IS_QUIET = `performance.now() - Math.max(
  ...performance.getEntriesByType('resource').map(({ responseEnd }) => responseEnd)) > 1500`

/** Keeps the largest paint so far and the tasks that blocked the page for more than 50 ms, in ms. */
const OBSERVE = `
  window.bench = { paint: 0, paintOf: '', tasks: [] }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      bench.paint = entry.startTime
      bench.paintOf = (entry.element?.textContent ?? entry.url ?? '').slice(0, 60)
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) bench.tasks.push({ startTime, duration })
  }).observe({ type: 'longtask', buffered: true })
`

/** A browser profile in which this person is signed in, with an empty cache. */
export async function signedInProfile(browser: Browser, client: Client, serviceWorkers: 'allow' | 'block') {
  const context = await browser.newContext({
    viewport: PHONE,
    deviceScaleFactor: 2,
    locale: 'en-MY',
    serviceWorkers,
  })
  await context.addInitScript(OBSERVE)
  await addSession(context, client)
  return context
}

/** A page on a slow line and a slow processor. */
export async function slowPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  const session: CDPSession = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  return page
}

export interface Opened {
  app: TestApp
  context: BrowserContext
  path: string
  /** A JavaScript expression that is true once the page shows what it is for. */
  shows: string
}

/** Opens a page and waits until it shows what it is for and nothing is on its way any more. */
export async function opened({ app, context, path, shows }: Opened): Promise<Page> {
  const page = await slowPage(context)
  const url = `${app.url}${path}`
  await page.goto(url, { waitUntil: 'commit' })
  await until(() => page.evaluate<boolean>(`Boolean(${shows})`))
  await until(() => page.evaluate<boolean>(IS_QUIET))
  return page
}

export const largestPaint = (page: Page) => page.evaluate<number>('bench.paint')
export const largestPainted = (page: Page) => page.evaluate<string>('bench.paintOf')
