import assert from 'node:assert/strict'
import axe, { type AxeResults, type RunOptions } from 'axe-core'
import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core'
import { type Client, PASSWORD, signUp, type TestApp } from '../support/app.ts'
import { PATIENCE } from '../support/chromium.ts'
import { englishIn } from '../support/english.ts'

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1280, height: 800 }

/** Variables of a server that takes the recorded texts of the examples: the local reader would need seconds for them. */
export const RECORDED_EXAMPLES = { READER: 'textract', TEXTRACT_REGION: 'ap-southeast-1' }

/** The answer of a server that fails. */
export const SERVER_FAILS = {
  status: 500,
  contentType: 'application/problem+json',
  json: { type: 'about:blank', title: 'Internal Server Error', status: 500, code: 'internal_error' },
}

export interface VisitOptions extends BrowserContextOptions {
  language?: 'en' | 'ms'
  /** Where to begin; default: home. */
  path?: string
  /** Whether the app may register its service worker; default: it may. */
  hasServiceWorker?: boolean
}

/**
 * Runs in the page. As a browser refuses a worker: with Playwright's own `serviceWorkers: 'block'` the registration
 * succeeds and has no value, which no browser does.
 */
const NO_SERVICE_WORKER = `
  if ('serviceWorker' in navigator) {
    navigator.serviceWorker.register = () => Promise.reject(new Error('This test has no service worker'))
  }`

/** What the browser itself writes about a request that failed, the fetching of the service worker included. */
const FAILED_REQUEST = /Failed to load resource|An unknown error occurred when fetching the script/

/**
 * A new person, signed in, in the app in a real browser and as a client of the API. `leave` fails when something went
 * wrong unseen: an uncaught error, or anything the content security policy blocked.
 */
export async function visit(app: TestApp, browser: Browser, email: string, options: VisitOptions = {}) {
  const { language = 'en', path = '/', hasServiceWorker = true, ...contextOptions } = options
  const client = await signUp(app, email)
  const context = await browser.newContext({
    locale: 'en-MY',
    viewport: DESK,
    reducedMotion: 'reduce',
    ...contextOptions,
  })
  await context.addInitScript((chosen) => {
    if (localStorage.getItem('language') === null) localStorage.setItem('language', chosen)
  }, language)
  if (!hasServiceWorker) await context.addInitScript(NO_SERVICE_WORKER)
  await addSession(context, client)
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  const wrong = watch(page)
  await page.goto(app.url + path)
  await page.locator('main').waitFor()
  return {
    client,
    context,
    page,
    async leave() {
      await context.close()
      assert.deepEqual(wrong, [])
    },
  }
}

/** Signs a client's person in in a browser profile too. */
export async function addSession(context: BrowserContext, { browser: { jar } }: Client) {
  const cookies = jar.names().flatMap((name) => {
    const cookie = jar.get(name)
    return cookie ? [{ name, value: cookie.value, domain: cookie.host, path: cookie.path }] : []
  })
  await context.addCookies(cookies)
}

/** A browser profile of its own in which nobody is signed in; `leave` is as that of `visit`. */
export async function visitSignedOut(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    locale: 'en-MY',
    viewport: DESK,
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  const wrong = watch(page)
  return {
    context,
    page,
    async leave() {
      await context.close()
      assert.deepEqual(wrong, [])
    },
  }
}

/** The bar or rail that only signed-in people see. */
export const navigation = (page: Page) => page.getByRole('navigation', { name: /^(Main|Utama)$/ })

/** Fills in the local provider's form of signing in or up. */
export async function fillInAccount(page: Page, email: string) {
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(PASSWORD)
  await page.locator('form button').first().click()
}

/** The requests of a page that are on their way. */
const unanswered = new WeakMap<Page, Set<Request>>()

/** What must not happen on a page: uncaught errors, errors in the console, anything the policy blocked. */
export function watch(page: Page): string[] {
  const wrong: string[] = []
  const waiting = new Set<Request>()
  unanswered.set(page, waiting)
  page.on('request', (request) => waiting.add(request))
  page.on('requestfinished', (request) => waiting.delete(request))
  page.on('requestfailed', (request) => waiting.delete(request))
  page.on('pageerror', (error) => wrong.push(String(error)))
  page.on('console', (message) => {
    const text = message.text()
    if (/Content.Security.Policy/i.test(text)) wrong.push(text)
    else if (message.type() === 'error' && !FAILED_REQUEST.test(text)) wrong.push(text)
  })
  return wrong
}

/** The rules of axe that look at colours: the only ones that can find something else in another theme. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds on the page as it stands, with the elements it means and the first reason. No page of the product has
 * frames, so axe runs in the page itself and is put there once.
 */
export async function axeFindings(
  page: Page,
  { rules = 'all' }: { rules?: 'all' | 'colours' } = {},
): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source)
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(rules === 'colours' && { runOnly: OF_COLOURS }),
  }
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`)
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')} (${nodes[0]?.any[0]?.message})`,
  )
}

/** That axe finds nothing on the page as it stands. */
export const assertAccessible = async (page: Page) => assert.deepEqual(await axeFindings(page), [])

/** Waits until what is known by now is shown: the second frame is the first one that is drawn as a whole. */
export const drawn = (page: Page) =>
  page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))')

/** Waits until the screen stands, with what it asks the server for. @throws with what it shows and waits for */
export async function settled(page: Page) {
  try {
    await page.locator('main h1:visible, main h2:visible').first().waitFor()
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
  } catch (cause) {
    const shown = await page.locator('body').innerText()
    const waiting = [...(unanswered.get(page) ?? [])].map((request) => `${request.method()} ${request.url()}`)
    throw new Error(`${page.url()} shows ${JSON.stringify(shown)} and waits for ${waiting}`, { cause })
  }
}

/**
 * The texts of a page that have English words, with the names that only a screen reader says. What is marked as being in
 * another language than the page, such as the title of a source, is left out, and so is what is quoted from a receipt.
 */
export async function englishOn(page: Page): Promise<string[]> {
  const texts = await page.locator('body').evaluate((body) => {
    const elements = [...body.querySelectorAll('*')].filter(
      (element) =>
        element.closest('[lang]') === body.ownerDocument.documentElement &&
        element.closest('script, style, noscript') === null,
    )
    return elements.flatMap((element) => [
      ...[...element.childNodes]
        .filter(({ nodeType }) => nodeType === 3)
        .map(({ nodeValue }) => nodeValue ?? ''),
      ...['aria-label', 'title', 'alt', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    ])
  })
  return texts.filter((text) => englishIn(text.replaceAll(/“[^”]*”|'[^']*'/g, '')).length > 0)
}

/** Whether the page scrolls sideways. */
export const isWide = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')

/** Presses Tab until the element with this name has the focus; what is not reached within `most` presses fails. */
export async function tabTo(
  page: Page,
  role: Parameters<Page['getByRole']>[0],
  name: string | RegExp,
  most = 60,
) {
  const target = page.getByRole(role, { name }).first()
  for (let presses = 0; presses < most; presses++) {
    if (await target.evaluate((element) => element.matches(':focus'))) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`${String(name)} was not reached by keyboard`)
}
