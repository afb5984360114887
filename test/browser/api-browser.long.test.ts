import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PASSWORD, signUp, startApp } from '../support/app.ts'
import { launchChromium, PATIENCE } from '../support/chromium.ts'

test('/docs says how to sign in, and calls the API by the cookie of this browser from then on', async (context) => {
  const app = await startApp()
  context.after(() => app.close())
  await signUp(app, 'me@example.org')
  const browser = await launchChromium()
  context.after(() => browser.close())
  const page = await browser.newPage()
  page.setDefaultTimeout(PATIENCE)

  await page.goto(`${app.url}/docs/`)
  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: 'Sign in', exact: true }).click()
  const signIn = await opened
  signIn.setDefaultTimeout(PATIENCE)
  await signIn.locator('input[name=email]').fill('me@example.org')
  await signIn.locator('input[name=password]').fill(PASSWORD)
  await signIn.locator('form button.button').click()
  await signIn.waitForURL(`${app.url}/docs/`)

  await page.goto(`${app.url}/docs/#tag/identity/GET/auth/me`)
  await page.reload()
  await page.getByText('curl "').first().waitFor()
  await page.getByRole('button', { name: /Test Request.*auth\/me/ }).click()
  const answered = page.waitForResponse(`${app.url}/auth/me`)
  await page.getByRole('button', { name: /^Send/ }).first().click()
  assert.equal((await answered).status(), 200)
})
