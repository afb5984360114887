import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { freePort, startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { plainEnvironment } from '../support/cli.ts'
import { projectRoot } from '../support/project-root.ts'
import { DESK, PHONE, visit } from './person.ts'

/** A name that is not this machine's own: no secure context without https. */
const PUBLIC_HOST = 'tracker.home.test'
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
