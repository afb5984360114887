import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { startApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { type Step, steps, walkAsNewcomer } from './newcomer.ts'
import { DESK, PHONE, visitSignedOut } from './person.ts'

/** The recorded texts of the examples: `npm run bench:newcomer` makes the walk with the local reader. */
const RECORDED = { READER: 'textract', TEXTRACT_REGION: 'ap-southeast-1' }

describe('a newcomer', () => {
  let browser: Browser
  before(async () => {
    browser = await launchChromium()
  })
  after(() => browser?.close())

  for (const language of ['en', 'ms'] as const) {
    for (const viewport of [PHONE, DESK]) {
      const size = `${viewport.width} x ${viewport.height}`
      test(`creates an account, tries the examples and sees the tax saved (${language}, ${size})`, async () => {
        // The first person of a server is shown at once where to create an account.
        const app = await startApp({ env: { ...RECORDED, SIGN_UP: 'first' } })
        try {
          const { page, leave } = await visitSignedOut(browser, { viewport })
          const done: Step[] = []
          await walkAsNewcomer(page, {
            address: `${app.url}/?year=2026`,
            language,
            email: 'ana@example.org',
            onStep: (step) => done.push(step),
          })
          assert.deepEqual(done, steps)
          await leave()
        } finally {
          await app.close()
        }
      })
    }
  }
})
