import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { freePort, PASSWORD, startApp, type TestApp } from '../support/app.ts'
import { appCode } from '../support/authenticator.ts'
import { launchChromium } from '../support/chromium.ts'
import { assertAccessible, PHONE, visit } from './person.ts'

const EMAIL = 'aisyah@example.org'
let app: TestApp
let browser: Browser
before(async () => {
  // Browsers have passkeys for a name, and take this one without https.
  const port = String(await freePort())
  app = await startApp({ env: { PORT: port, PUBLIC_URL: `http://localhost:${port}` } })
  browser = await launchChromium()
})
after(async () => {
  await browser?.close()
  await app?.close()
})

/** A device that unlocks with a finger, inside Chromium. */
async function addVirtualAuthenticator(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function signOut(page: Page) {
  await page.goto(`${app.url}/app/account`)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL(`${app.url}/`)
  await page.goto(`${app.url}/auth/login?returnTo=/app/account`)
}

async function givePassword(page: Page) {
  await page.getByLabel('E-mail').fill(EMAIL)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'One more step' }).waitFor()
}

const isSignedIn = (page: Page) => page.getByRole('heading', { name: 'A second lock' }).waitFor()

test('a person sets an authenticator app and a passkey up, and signs in with each', async () => {
  const { page, leave } = await visit(app, browser, EMAIL, { viewport: PHONE, path: '/app/account' })
  await addVirtualAuthenticator(page)
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  const password = page.getByRole('dialog').getByLabel('Password')
  await password.fill('not this one')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('The password is not right.').waitFor()
  await password.fill(PASSWORD)
  await page.getByRole('button', { name: 'Continue' }).click()
  const secret = (await page.getByRole('dialog').locator('code').innerText()).replaceAll(' ', '')
  await assertAccessible(page)
  const field = page.getByRole('textbox', { name: 'Code' })
  await field.fill('000000')
  await page.getByRole('button', { name: 'Turn on' }).click()
  await page.getByText(/The code is not right/).waitFor()
  await field.fill(appCode(secret))
  await page.getByRole('button', { name: 'Turn on' }).click()
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
  const codes = await page.getByRole('dialog').getByRole('listitem').allInnerTexts()
  assert.equal(codes.length, 10)
  await assertAccessible(page)
  const arriving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  const file = String(await readFile(await (await arriving).path()))
  assert.ok(codes.every((code) => file.includes(code)) && file.includes(EMAIL))
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByText('10 recovery codes are left.').waitFor()

  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByLabel('Name').fill('My phon')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'Rename: My phon', exact: true }).click()
  const name = page.getByRole('dialog', { name: 'Rename this passkey' }).getByLabel('Name')
  assert.equal(await name.inputValue(), 'My phon')
  await assertAccessible(page)
  await name.fill('My phone')
  await page.getByRole('button', { name: 'Save' }).click()
  const passkey = page.getByRole('button', { name: 'Remove: My phone' })
  await passkey.waitFor()
  await assertAccessible(page)

  await signOut(page)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await isSignedIn(page)
  await page.getByText('Last used').waitFor()

  await signOut(page)
  await assertAccessible(page)
  await givePassword(page)
  await assertAccessible(page)
  const second = page.getByRole('textbox', { name: 'Code' })
  await second.fill('123 456')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('The code is not right.').waitFor()
  await second.fill(codes[0] ?? '')
  await page.getByRole('button', { name: 'Continue' }).click()
  await isSignedIn(page)
  await page.getByText('9 recovery codes are left.').waitFor()

  await signOut(page)
  await givePassword(page)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await isSignedIn(page)

  await page.getByRole('button', { name: 'Remove the authenticator app' }).click()
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await page.getByRole('button', { name: 'Set up an authenticator app' }).waitFor()
  await passkey.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await passkey.waitFor({ state: 'detached' })
  await leave()
})
