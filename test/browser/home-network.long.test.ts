import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { freePort, PASSWORD, startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { plainEnvironment } from '../support/cli.ts'
import { networkAddress } from '../support/network-address.ts'
import { projectRoot } from '../support/project-root.ts'
import { scanned } from '../support/qr.ts'
import { assertAccessible, DESK, isWide, PHONE, settled, visit, visitSignedOut } from './person.ts'

/** A name that is not this machine's own: no secure context without https. */
const PUBLIC_HOST = 'tracker.home.test'
const BOOKSHOP = join(projectRoot, 'samples/examples/bookshop-2026-08-11.jpg')
const SUITES = ['test/browser/app.slow.test.ts', 'test/browser/check.slow.test.ts']

describe('the app over plain http on a home network', () => {
  let app: TestApp
  let browser: Browser
  before(async () => {
    const PORT = String(await freePort())
    app = await startApp({ env: { PORT, PUBLIC_URL: `http://${PUBLIC_HOST}:${PORT}` } })
    browser = await launchChromium([`--host-resolver-rules=MAP ${PUBLIC_HOST} 127.0.0.1`])
  })
  after(async () => {
    await browser?.close()
    await app?.close()
  })

  test('passes the tests of the app', () => {
    const { stdout, status } = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'test/run.ts', ...SUITES],
      { cwd: projectRoot, env: { ...plainEnvironment(), PUBLIC_HOST }, encoding: 'utf8' },
    )
    assert.equal(status, 0, stdout)
    assert.match(stdout, /^ℹ pass [1-9]\d+$/m)
  })

  for (const [language, viewport] of [
    ['en', PHONE],
    ['ms', DESK],
  ] as const) {
    test(`says once what https would add, in ${language}`, async () => {
      const { page, leave } = await visit(app, browser, `${language}@example.org`, { language, viewport })
      assert.equal(await page.evaluate('isSecureContext'), false)
      const notice = page.getByText(/https/)
      await notice.waitFor()
      await page.getByRole('button', { name: 'OK' }).click()
      await notice.waitFor({ state: 'detached' })
      await page.reload()
      await page.locator('h1').first().waitFor()
      assert.equal(await notice.count(), 0)
      await leave()
    })
  }
})

describe('a newcomer with a phone on the home network', {
  skip: networkAddress === undefined && 'this machine has no network',
}, () => {
  let app: TestApp
  let browser: Browser
  let network: Server
  before(async () => {
    const PORT = String(await freePort())
    app = await startApp({ env: { PORT, PUBLIC_URL: `http://${PUBLIC_HOST}:${PORT}`, SIGN_UP: 'first' } })
    network = networkTo(app)
    await once(network, 'listening')
    const { port } = network.address() as AddressInfo
    browser = await launchChromium([`--host-resolver-rules=MAP ${PUBLIC_HOST} 127.0.0.1:${port}`])
  })
  after(async () => {
    await browser?.close()
    network?.close()
    await app?.close()
  })

  test('signs up with the code, photographs, checks, sees a bar move, and shows the next phone the way', async () => {
    const { page, leave } = await visitSignedOut(browser, { viewport: PHONE, hasTouch: true })
    await page.goto(`${app.url}/?year=2026`)
    assert.equal(await page.evaluate('isSecureContext'), false)
    await page.getByRole('link', { name: 'Create an account' }).click()
    for (const code of ['AAAA-AAAA', app.services.identity.accounts?.firstAccountCode() ?? '']) {
      await page.getByLabel('E-mail').fill('aisyah@example.org')
      await page.locator('input[name=password]').fill(PASSWORD)
      await page.getByLabel('Code of this server').fill(code)
      if (code === 'AAAA-AAAA') await assertAccessible(page)
      await page.getByRole('button', { name: 'Create account' }).click()
      if (code === 'AAAA-AAAA') await page.getByText('The code is not right.').waitFor()
    }

    await page.getByRole('link', { name: 'Take your first picture' }).click()
    await page.locator('input[capture]').first().setInputFiles(BOOKSHOP)
    await page.getByRole('link', { name: /^Check/ }).click()
    await page.getByRole('button', { name: 'Right, next' }).click()
    await page.goto(`${app.url}/?year=2026`)
    await page.getByRole('img', { name: /^Lifestyle: RM.89\.90 of/ }).waitFor()

    await page.goto(`${app.url}/app/account`)
    await settled(page)
    const qr = page.getByRole('img', { name: /^QR code of/ })
    assert.equal(await scanned(await qr.screenshot()), app.url)
    await assertAccessible(page)
    assert.equal(await isWide(page), false)
    await leave()
  })
})

/** Carries connections to the server as the router of a home does: they come from another address than the machine's own. */
function networkTo(app: TestApp): Server {
  return createServer((phone) => {
    const server = connect({
      host: app.socket.hostname,
      port: Number(app.socket.port),
      ...(networkAddress && { localAddress: networkAddress }),
    })
    phone.pipe(server).pipe(phone)
    phone.on('error', () => server.destroy())
    server.on('error', () => phone.destroy())
  }).listen(0, '127.0.0.1')
}
