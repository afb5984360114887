import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { type Step, steps, walkAsNewcomer } from './newcomer.ts'
import { type PHONE, RECORDED_EXAMPLES, visitSignedOut } from './person.ts'

/** Newcomers who walk the whole way, each in a language and on a screen of a size. */
export function describeNewcomers(newcomers: [language: 'en' | 'ms', viewport: typeof PHONE][]) {
  describe('a newcomer', () => {
    let app: TestApp
    let browser: Browser
    before(async () => {
      app = await startApp({ env: RECORDED_EXAMPLES })
      browser = await launchChromium()
    })
    after(async () => {
      await browser?.close()
      await app?.close()
    })

    for (const [language, viewport] of newcomers) {
      const size = `${viewport.width} x ${viewport.height}`
      test(`creates an account, tries the examples and sees the tax saved (${language}, ${size})`, async () => {
        const { page, leave } = await visitSignedOut(browser, { viewport })
        const done: Step[] = []
        await walkAsNewcomer(page, {
          address: `${app.url}/?year=2026`,
          language,
          email: `${language}-${viewport.width}@example.org`,
          onStep: (step) => done.push(step),
        })
        assert.deepEqual(done, steps)
        await leave()
      })
    }
  })
}
