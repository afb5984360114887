import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { signUp, startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { axeFindings, isWide, visitSignedOut } from './person.ts'

const EMAIL = 'aisyah@example.org'
const NARROW = { width: 320, height: 640 }

describe('the pages that the server writes itself', () => {
  let app: TestApp
  let browser: Browser
  before(async () => {
    app = await startApp()
    browser = await launchChromium()
    await signUp(app, EMAIL)
  })
  after(async () => {
    await browser?.close()
    await app?.close()
  })

  const resetPath = () => `/oidc/reset/${app.services.identity.accounts?.startReset(EMAIL)?.code}`

  /** How each page is brought up. */
  const pages: Record<string, (page: Page) => Promise<unknown>> = {
    'sign in': (page) => page.goto(`${app.url}/auth/login`),
    'a wrong password': async (page) => {
      await page.goto(`${app.url}/auth/login`)
      await send(page, { email: EMAIL, password: 'not this one' })
      await page.getByRole('alert').waitFor()
    },
    'a forgotten password': async (page) => {
      await page.goto(`${app.url}/auth/login`)
      await page.locator('summary').click()
    },
    'sign up': (page) => page.goto(`${app.url}/auth/login?create=true`),
    'a password that is too short': async (page) => {
      await page.goto(`${app.url}/auth/login?create=true`)
      await send(page, { email: 'new@example.org', password: 'short' })
      await page.getByRole('alert').waitFor()
    },
    'a new password': (page) => page.goto(app.url + resetPath()),
    'a new password that is too short': async (page) => {
      await page.goto(app.url + resetPath())
      await send(page, { password: 'short' })
      await page.getByRole('alert').waitFor()
    },
    'a link that has expired': (page) => page.goto(`${app.url}/oidc/reset/unknown`),
    'a sign-in that has expired': (page) => page.goto(`${app.url}/oidc/sign-in/unknown`),
    'a sign-in that failed': (page) => page.goto(`${app.url}/auth/authorize?state=unknown`),
    'an address nobody knows': (page) => page.goto(`${app.url}/oidc/auth?client_id=unknown`),
    'sign out': (page) => page.goto(`${app.url}/auth/logout?ask=true`),
  }

  for (const language of ['en', 'ms'] as const) {
    test(`have nothing for axe to find and fit a narrow phone, in both themes, in ${language}`, async () => {
      const { context, page, leave } = await visitSignedOut(browser, { viewport: NARROW })
      await context.addCookies([{ name: 'language', value: language, url: app.url }])
      const found: string[] = []
      for (const [name, open] of Object.entries(pages)) {
        await open(page)
        assert.equal(await page.locator('html').getAttribute('lang'), language, name)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          found.push(...(await axeFindings(page)).map((finding) => `${name}, ${colorScheme}: ${finding}`))
        }
        if (await isWide(page)) found.push(`${name} scrolls sideways`)
      }
      await leave()
      assert.deepEqual(found, [])
    })
  }

  test('work without scripts: the box that shows the password is not there then', async () => {
    const { page, leave } = await visitSignedOut(browser, { javaScriptEnabled: false })
    await page.goto(`${app.url}/auth/login`)
    assert.equal(await page.getByRole('checkbox').count(), 0)
    await send(page, { email: EMAIL, password: 'not this one' })
    await page.getByRole('alert').waitFor()
    assert.equal(await page.locator('input[name=email]').inputValue(), EMAIL)
    await leave()
  })
})

async function send(page: Page, fields: { email?: string; password: string }) {
  if (fields.email) await page.locator('input[name=email]').fill(fields.email)
  await page.locator('input[name=password]').fill(fields.password)
  await page.locator('form button').click()
}
