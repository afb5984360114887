import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { PASSWORD, signIn, startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { assertAccessible, DESK, PHONE, visit } from './person.ts'

let app: TestApp
let browser: Browser
before(async () => {
  app = await startApp()
  browser = await launchChromium()
})
after(async () => {
  await browser?.close()
  await app?.close()
})

const NEXT = 'hujan di kampung'
const me = async (client: Awaited<ReturnType<typeof signIn>>) =>
  (await client.browser.send('/auth/me')).status

async function fillIn(page: Page, fields: Record<string, string>, button: string) {
  for (const [label, text] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(text)
  }
  await page.getByRole('dialog').getByRole('button', { name: button }).click()
}

test('a person changes the password on a phone, and is told what is wrong with it beside the field', async () => {
  const { page, leave } = await visit(app, browser, 'aisyah@example.org', {
    viewport: PHONE,
    path: '/app/account',
  })
  const laptop = await signIn(app, 'aisyah@example.org')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await fillIn(page, { 'New password': NEXT, 'Current password': 'not this one' }, 'Change password')
  await page.getByText('The password is not right.').waitFor()
  await fillIn(page, { 'New password': 'basketball1', 'Current password': PASSWORD }, 'Change password')
  await page.getByText(/This password is easy to guess/).waitFor()
  await assertAccessible(page)
  assert.equal(await me(laptop), 200, 'nothing has changed')
  await fillIn(page, { 'New password': NEXT }, 'Change password')
  await page.getByText(/Your password is changed/).waitFor()
  await assertAccessible(page)
  assert.equal(await me(laptop), 401)
  await page.reload()
  await page.getByRole('heading', { name: 'Sign-in', exact: true }).waitFor()
  await signIn(app, 'aisyah@example.org', NEXT)
  await leave()
})

test('a person changes the address on a desk in Malay, and the screen has the new one at once', async () => {
  const { page, leave } = await visit(app, browser, 'badrul@example.org', {
    viewport: DESK,
    path: '/app/account',
    language: 'ms',
  })
  await page.getByRole('button', { name: 'Tukar alamat e-mel' }).click()
  await page.getByText(/dan badrul@example.org tidak lagi boleh digunakan/).waitFor()
  const fields = { 'Alamat e-mel baharu': 'aisyah@example.org', 'Kata laluan sekarang': PASSWORD }
  await fillIn(page, fields, 'Tukar alamat')
  await page.getByText('Sudah ada akaun dengan e-mel ini.').waitFor()
  await assertAccessible(page)
  await fillIn(page, { 'Alamat e-mel baharu': 'badrul.hisham@example.org' }, 'Tukar alamat')
  await page.getByText(/Mulai sekarang anda log masuk dengan badrul.hisham@example.org/).waitFor()
  await assertAccessible(page)
  await signIn(app, 'badrul.hisham@example.org')
  await leave()
})
