import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Browser } from 'playwright-core'
import { choose, save, visit } from '../browser/start-page.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { createScriptedReader, get } from '../support/receipts.ts'
import { todoTest } from '../support/todo.ts'

/** What a person types into Total, and the sen it may be saved as; otherwise it is refused. */
const TYPED: [text: string, sen: number, todo?: string][] = [
  ['1,234.50', 123_450],
  ['42,50', 4250, 'saved as RM 4,250.00'],
  ['12,50', 1250, 'saved as RM 1,250.00'],
  ['1234,50', 123_450, 'saved as RM 123,450.00'],
]

describe('an amount typed into the form of a receipt', () => {
  let app: TestApp
  let browser: Browser
  before(async () => {
    app = await startApp({ overrides: { reader: createScriptedReader().reader } })
    browser = await launchChromium()
  })
  after(async () => {
    await browser?.close()
    await app?.close()
  })

  for (const [index, [text, sen, todo]] of TYPED.entries())
    todoTest(`B05: ${text} is RM ${(sen / 100).toFixed(2)}, or refused`, todo, async () => {
      const { page, client, leave } = await visit(app, browser, `typed-${index}@example.org`)
      try {
        await choose(page)
        await page.getByLabel('Total (RM)').fill(text)
        await save(page).click()
        const error = page.locator('#error-totalSen', { hasText: /./ })
        await page.getByText('Saved.').or(error).waitFor()
        const [receipt] = (await get(client, '/receipts')).receipts
        if (await error.isVisible()) assert.notEqual(receipt.totalSen, sen)
        else assert.equal(receipt.totalSen, sen)
      } finally {
        await leave()
      }
    })
})
