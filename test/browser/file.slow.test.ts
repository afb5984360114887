import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page, Request, Response } from 'playwright-core'
import { startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { claimed } from '../support/claims.ts'
import { get } from '../support/receipts.ts'
import { factsPut } from '../support/taxpayer.ts'
import { until } from '../support/until.ts'
import { assertAccessible, drawn, PHONE, SERVER_FAILS, visit } from './person.ts'

const YEAR = 2025
/** Long enough for a second tick to be answered, if it was sent. */
const LATE_MS = 1_000
const rm = (ringgit: number) => ringgit * 100
const FACTS = {
  income: { employment: rm(60_000) },
  amounts: { 'socso-eis': rm(350) },
  taxPaidSen: rm(1_200),
}

/** Has the page keep every count of items it shows, as `counts`. */
const recordCounts = `{
  globalThis.counts = []
  new MutationObserver(() => {
    const shown = document.body.innerText.match(/\\d+ of \\d+(?= done)/)?.[0]
    if (shown && shown !== counts.at(-1)) counts.push(shown)
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
}`

describe('the return of a year', () => {
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

  /** What a person would paste into e-Filing now: it is pasted into the one field of the page. */
  async function pasted(page: Page) {
    const field = page.getByRole('textbox', { name: 'Filed on' })
    await field.fill('')
    await field.press('ControlOrMeta+V')
    return field.inputValue()
  }

  test('keeps items ticked whose answers are late', async () => {
    const { client, page, leave } = await visit(app, browser, 'budi@example.org', { path: '/app/year/file' })
    await factsPut(client, YEAR, FACTS)
    await page.goto(`${app.url}/app/year/file?year=${YEAR}`)
    const first = page.getByRole('checkbox', { name: 'Entered: SOCSO and EIS' })
    const second = page.getByRole('checkbox', { name: 'Entered: Employment income' })
    await first.waitFor()

    // The answer to the first tick is on its way until the second one has been answered, or is not sent before.
    const isTick = (request: Request) => request.url().includes('/return/entered')
    let ticks = 0
    await page.route('**/return/entered*', async (route) => {
      ticks += 1
      if (ticks > 1) return route.continue()
      const response = await route.fetch()
      await page.waitForResponse((answer) => isTick(answer.request()), { timeout: LATE_MS }).catch(() => {})
      return route.fulfill({ response })
    })
    const answers: Response[] = []
    page.on('response', (answer) => {
      if (isTick(answer.request())) answers.push(answer)
    })
    await page.evaluate(recordCounts)
    await first.check()
    await second.check()
    await until(() => answers.length === 2)
    for (const answer of answers) await answer.finished()
    await drawn(page)
    assert.deepEqual(await page.evaluate('counts'), ['1 of 4', '2 of 4'])
    await leave()
  })

  test('shows what is stored after ticks that failed', async () => {
    const { client, page, leave } = await visit(app, browser, 'citra@example.org')
    await factsPut(client, YEAR, FACTS)
    await page.goto(`${app.url}/app/year/file?year=${YEAR}`)
    const tick = page.getByRole('checkbox', { name: 'Entered: SOCSO and EIS' })
    await tick.waitFor()
    const answers = Promise.withResolvers<void>()
    await page.route('**/return/entered*', async (route) => {
      await answers.promise
      await route.fulfill(SERVER_FAILS)
    })
    await tick.check()
    await page.getByText('1 of 4 done').waitFor()
    await tick.uncheck()
    await page.getByText('0 of 4 done').waitFor()
    const askedAgain = page.waitForResponse((answer) => answer.url().endsWith(`/tax-years/${YEAR}/return`))
    answers.resolve()
    await askedAgain
    await page.getByText('0 of 4 done').waitFor()
    assert.equal(await tick.isChecked(), false)
    await leave()
  })

  test('is filed on a phone: seen, copied item by item, ticked, downloaded, and put on the shelf', async () => {
    const { client, page, leave } = await visit(app, browser, 'ana@example.org', { viewport: PHONE })
    await factsPut(client, YEAR, FACTS)
    await claimed(client, { totalSen: rm(2_731) }, 'lifestyle-books')

    await page.getByRole('link', { name: 'Year', exact: true }).click()
    await page.getByRole('button', { name: 'Year of assessment' }).click()
    await page.getByRole('menuitem', { name: String(YEAR) }).click()
    await page
      .getByRole('heading', { name: /Tax of RM\s1,389 for 2025\. About RM\s189 is left to pay/ })
      .waitFor()
    const rates = page.getByRole('table', { name: 'Income and tax by rate' })
    assert.equal(await rates.getByRole('row', { name: /Taxed at 6 %/ }).count(), 1)
    await page.getByText('How this is worked out').click()
    await page.getByText(/Chargeable income/).waitFor()
    await page.getByRole('link', { name: 'Add the statement' }).waitFor()
    await page.getByRole('link', { name: 'See the list to file' }).click()

    await page.getByText('0 of 5 done').waitFor()
    await page.getByRole('button', { name: 'Copy 60000, Employment income' }).click()
    await page.getByText('1 of 5 done').waitFor()
    assert.equal(await pasted(page), '60000')
    const next = page.getByRole('button', { name: /^Copy 1200, / })
    await next.click()
    // Enter goes through the rest: each copy moves on to the next.
    await page
      .getByRole('button', { name: /^Copy 9000, / })
      .and(page.locator(':focus'))
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Copy 2500, Lifestyle' }).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('4 of 5 done').waitFor()
    await assertAccessible(page)

    await page.reload()
    await page.getByText('4 of 5 done').waitFor()
    assert.equal(await page.getByRole('checkbox', { name: 'Entered: Lifestyle' }).isChecked(), true)
    await page.getByRole('checkbox', { name: 'Entered: SOCSO and EIS' }).check()
    await page.getByText('5 of 5 done').waitFor()
    // Another device has another item.
    const changed = await client.fetch(`/tax-years/${YEAR}/return/entered`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ entered: { lifestyle: rm(2_400) } }),
    })
    assert.equal(changed.status, 200)
    await page.getByText('You entered RM 2,400 before. It has changed.').waitFor()
    await page.getByRole('checkbox', { name: 'Entered: Lifestyle' }).check()

    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download: Receipts and papers' }).click()
    const saved = await saving
    assert.equal(saved.suggestedFilename(), `tax-${YEAR}.zip`)
    assert.equal((await readFile(await saved.path())).subarray(0, 2).toString(), 'PK')
    await page
      .getByText(/^Saved, /)
      .first()
      .waitFor()

    await page.getByRole('textbox', { name: 'Filed on' }).fill('31/2/2026')
    await page.getByRole('button', { name: 'I filed it' }).click()
    await page.getByText('That is no day.').waitFor()
    await page.getByRole('textbox', { name: 'Filed on' }).fill('12/4/2026')
    await page.getByRole('button', { name: 'I filed it' }).click()
    await page.getByText(/The law wants them kept until 31 Dec 2033/).waitFor()
    assert.equal((await get(client, `/tax-years/${YEAR}/taxpayer`)).facts.filedOn, '2026-04-12')
    await assertAccessible(page)
    await page.getByRole('button', { name: 'I did not file it' }).click()
    await page.getByRole('button', { name: 'I filed it' }).waitFor()
    await until(async () => !(await get(client, `/tax-years/${YEAR}/taxpayer`)).facts.filedOn)
    await leave()
  })
})
