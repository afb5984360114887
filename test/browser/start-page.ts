import assert from 'node:assert/strict'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { signUp, type TestApp } from '../support/app.ts'
import { PATIENCE } from '../support/chromium.ts'
import { picture } from '../support/receipts.ts'

export const PHONE = { viewport: { width: 375, height: 812 } }

/** A new person, signed in, on the page at `/` and as a client of the API. */
export async function visit(
  app: TestApp,
  browser: Browser,
  email: string,
  options: BrowserContextOptions = {},
) {
  const client = await signUp(app, email)
  const context = await browser.newContext({ locale: 'en-MY', ...options })
  const { jar } = client.browser
  await context.addCookies(
    jar.names().flatMap((name) => {
      const cookie = jar.get(name)
      return cookie ? [{ name, value: cookie.value, domain: cookie.host, path: cookie.path }] : []
    }),
  )
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  const uncaught: string[] = []
  page.on('pageerror', (error) => uncaught.push(String(error)))
  await page.goto(app.url)
  await page.getByText('Add a receipt').waitFor()
  return {
    client,
    page,
    /** That nothing went wrong unseen. */
    async leave() {
      await context.close()
      assert.deepEqual(uncaught, [])
    },
  }
}

export async function choose(page: Page, name = 'IMG_0001.jpg', buffer?: Buffer) {
  await page
    .locator('#file')
    .setInputFiles({ name, mimeType: 'image/jpeg', buffer: buffer ?? (await picture()) })
}

export const save = (page: Page) => page.getByRole('button', { name: 'Save' })
export const confirm = (page: Page) => page.getByRole('button', { name: 'It is right: confirm' })

/** What has the keyboard's focus: its id, else its class, else its name. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate('(({ id, className, tagName }) => id || className || tagName)(document.activeElement)')

/** Waits until the form says it. */
export const said = (page: Page, words: string | RegExp) =>
  page.locator('.message').getByText(words).waitFor()

export const isWide = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
