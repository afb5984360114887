import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { claimed } from '../support/claims.ts'
import { get } from '../support/receipts.ts'
import { factsPut } from '../support/taxpayer.ts'
import { until } from '../support/until.ts'
import { interviewee } from './interviewee.ts'
import { assertAccessible, PHONE, visit } from './person.ts'

const YEAR = 2026
const FACTS = `/tax-years/${YEAR}/taxpayer`

describe('a year in which something changed', () => {
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

  test('asks a widower for the day, and a husband what his wife paid, on a phone in Malay', async () => {
    const { client, page, leave } = await visit(app, browser, 'duda@example.org', {
      language: 'ms',
      viewport: PHONE,
    })
    const { question, answer, type, next } = interviewee(page)
    await factsPut(client, YEAR, { income: { employment: 90_000_00, other: 0 }, taxPaidSen: 0 })
    await page.goto(`${app.url}/app/year/interview/spouse?year=${YEAR}`)
    await question('Adakah anda berkahwin?')
    await answer('Balu atau duda')
    await page.getByRole('group', { name: 'Adakah ia berlaku pada tahun ini?' }).getByLabel('Ya').check()
    await type('Tarikh kematian atau perceraian', '30/4/2025')
    await next()
    await page.getByText('Tarikh itu bukan dalam tahun ini.').waitFor()
    await type('Tarikh kematian atau perceraian', '30/5/2026')
    await assertAccessible(page)
    await next()
    await question(/berpendapatan pada 2026/)
    await answer('Tidak')
    await next()
    // Premiums are the other's only if the marriage lasted.
    await question('Adakah anda mempunyai anak?')
    const widowed = await until(async () => {
      const found = await get(client, FACTS)
      return found.facts.spouse?.income && found.facts
    })
    assert.deepEqual(
      [widowed.maritalStatus, widowed.spouse],
      ['widowed', { until: '2026-05-30', income: {} }],
    )
    await page.goto(`${app.url}/app/year/interview/spouse?year=${YEAR}`)
    const day = page.getByLabel('Tarikh kematian atau perceraian')
    await day.waitFor()
    assert.equal(await day.inputValue(), '30 Mei 2026')
    await factsPut(client, YEAR, { ...widowed, maritalStatus: 'married', spouse: { income: {} } })
    await page.goto(`${app.url}/app/year/interview/spouse-payments?year=${YEAR}`)
    await question(/isteri anda membayar insurans/)
    await type(/^Insurans nyawa/, '1200')
    await next()
    const married = await until(async () => {
      const found = await get(client, FACTS)
      return found.facts.spouse?.amounts && found.facts
    })
    assert.deepEqual(married.spouse, {
      income: {},
      amounts: { 'life-insurance-or-voluntary-epf': 1_200_00 },
    })
    await leave()
  })

  test('asks a shop owner for allowances, losses and instalments, on a phone in Malay, and files Form B', async () => {
    const { client, page, leave } = await visit(app, browser, 'kedai@example.org', {
      language: 'ms',
      viewport: PHONE,
    })
    const { question, answer, type, next } = interviewee(page)
    await page.goto(`${app.url}/app/year/interview?year=2024`)
    await question(/pendapatan penggajian/)
    await type('Gaji kasar', '0')
    await next()
    await question(/pendapatan lain/)
    await answer('Ya')
    await type(/^Perniagaan atau kerja bebas/, '90000')
    await next()
    // Whoever has a business is asked what it deducts; whoever has no pay, nothing about PCB.
    await question(/elaun atau kerugian/)
    await answer('Ya')
    await next()
    await page.getByText('Taip sekurang-kurangnya satu amaun').waitFor()
    await type(/^Elaun modal/, '8000')
    await type(/^Kerugian tahun terdahulu/, '20000')
    await page.getByText(/Cukai bagi 2024/).waitFor()
    await assertAccessible(page)
    await next()
    await question(/selain melalui PCB/)
    await answer('Ya')
    await type(/^Ansuran/, '3600')
    await next()
    await question('Adakah anda berkahwin?')
    const { facts } = await until(async () => {
      const found = await get(client, '/tax-years/2024/taxpayer')
      return found.facts.instalmentsSen !== undefined && found
    })
    assert.deepEqual(facts, {
      income: { employment: 0, business: 90_000_00 },
      business: { capitalAllowancesSen: 8_000_00, lossSen: 0, lossesBroughtForwardSen: 20_000_00 },
      instalmentsSen: 3_600_00,
      agentDeductionsSen: 0,
    })
    await page.goto(`${app.url}/app/year/file?year=2024`)
    await page.getByText('Mengikut susunan borang e-B').waitFor()
    for (const amount of ['82000', '20000', '3600'])
      await page.getByRole('button', { name: new RegExp(`^Salin ${amount}, `) }).waitFor()
    await assertAccessible(page)
    await leave()
  })

  test('asks who moved in the year whether they were resident, taxes those who were not at 30 %, and counts days', async () => {
    const { client, page, leave } = await visit(app, browser, 'pindah@example.org', {
      language: 'ms',
      viewport: PHONE,
    })
    const { type, next } = interviewee(page)
    const group = (name: RegExp) => page.getByRole('group', { name })
    await page.goto(`${app.url}/app/year/interview/work?year=${YEAR}`)
    await type('Gaji kasar', '84000')
    await group(/^Adakah anda datang/)
      .getByLabel('Ya')
      .check()
    await next()
    await page.getByText('Pilih satu jawapan.').waitFor()
    await group(/^Adakah anda pemastautin/)
      .getByLabel(/^Tidak/)
      .check()
    // 30 % of 84,000.
    await page.getByText('RM25,200.00', { exact: true }).waitFor()
    await assertAccessible(page)
    await next()
    const facts = await until(async () => {
      const found = await get(client, FACTS)
      return found.facts.abroad && found.facts
    })
    assert.deepEqual(facts, { income: { employment: 84_000_00 }, abroad: true, resident: false })
    await page.goto(`${app.url}/app/year?year=${YEAR}`)
    await page.getByText('RM25,200').first().waitFor()
    await page.goto(`${app.url}/app/year/file?year=${YEAR}`)
    await page.getByRole('heading', { name: 'Anda mengemukakan Borang M bagi 2026' }).waitFor()
    await assertAccessible(page)
    await page.getByRole('link', { name: 'Jawab semula' }).first().click()
    await group(/^Adakah anda datang/)
      .getByLabel('Tidak')
      .check()
    await next()
    await until(async () => (await get(client, FACTS)).facts.abroad === false)
    assert.equal((await get(client, FACTS)).facts.resident, undefined)
    await factsPut(client, YEAR, { income: { employment: 84_000_00 }, abroad: true })
    await page.goto(`${app.url}/app/year/interview/stays?year=${YEAR}`)
    await type('Tiba, atau 1 Januari', '1/3/2026')
    await next()
    await page.getByText('Isikan kedua-dua tarikh', { exact: false }).waitFor()
    await type('Bertolak, atau 31 Disember', '30/6/2026')
    await assertAccessible(page)
    await next()
    const counted = await until(async () => (await get(client, FACTS)).facts.stays)
    assert.deepEqual(counted, [{ from: '2026-03-01', to: '2026-06-30' }])
    await page.goto(`${app.url}/app/year?year=${YEAR}`)
    await page.getByText('selama 122 hari dalam 2026', { exact: false }).waitFor()
    await leave()
  })

  test('checks a payslip with a bonus and claims told by TP1, and keeps what was typed', async () => {
    const { client, page, leave } = await visit(app, browser, 'payslip@example.org', { viewport: PHONE })
    await factsPut(client, YEAR, {
      income: { employment: 72_000_00 },
      maritalStatus: 'single',
      epf: { compulsorySen: 7920_00 },
    })
    await claimed(client, { totalSen: 2000_00, date: '2026-02-14' }, 'lifestyle-books')
    await page.goto(`${app.url}/app/year?year=${YEAR}`)
    await page.getByRole('link', { name: 'Check your payslip' }).click()
    await page.getByRole('heading', { level: 1, name: 'Monthly tax (PCB)' }).waitFor()
    const deducted = (month: string, amount: string) =>
      page.getByRole('heading', { name: `In ${month}, your employer should deduct ${amount}.` }).waitFor()
    await page.getByLabel('Month', { exact: true }).selectOption('3')
    // 72,000 less 4,000 and 9,000: 2,490 for the year.
    await deducted('March', 'RM 207.50')
    await page.getByLabel('Payslip of February').fill('0')
    await deducted('March', 'RM 228.25')
    await page
      .getByRole('group', { name: /^A bonus/ })
      .getByLabel('Yes')
      .check()
    await page.getByLabel('Bonus and extra pay').fill('5,000')
    await deducted('March', 'RM 778.25')
    await page
      .getByRole('group', { name: /^Tell the employer/ })
      .getByLabel('Yes')
      .check()
    // 2,000 of relief at 11 % over ten months.
    await deducted('March', 'RM 756.25')
    await page.reload()
    await deducted('March', 'RM 756.25')
    await page.getByLabel('Pay of the month').fill('4000')
    await page.getByLabel('EPF on it').fill('440')
    for (const group of [/^A bonus/, /^Tell the employer/])
      await page.getByRole('group', { name: group }).getByLabel('No').check()
    await page.getByLabel('Month', { exact: true }).selectOption('1')
    await deducted('January', 'RM 16.70 or RM 50.00')
    await page.getByText('Sources disagree', { exact: false }).waitFor()
    await assertAccessible(page)
    await leave()
  })

  test('asks which relief counts for a student who turns 18, with the tax of both', async () => {
    const { client, page, leave } = await visit(app, browser, 'diploma@example.org', { viewport: PHONE })
    await factsPut(client, YEAR, {
      income: { employment: 90_000_00 },
      children: [{ label: 'Aina', bornOn: `${YEAR - 18}-06-30`, study: 'higher-education' }],
    })
    await page.goto(`${app.url}/app/year?year=${YEAR}`)
    await page.getByText(/Aina turns 18 in 2026.*8,000.*2,000/s).waitFor()
    await page.goto(`${app.url}/app/year/interview/child-open?year=${YEAR}`)
    await page.getByRole('heading', { level: 1, name: /year of change/ }).waitFor()
    await page.getByText('– RM 1,140').waitFor()
    await assertAccessible(page)
    await page.getByRole('radio', { name: /^The higher relief/ }).check()
    await page.getByRole('button', { name: 'Save, next' }).click()
    const facts = await until(async () => {
      const found = await get(client, FACTS)
      return found.facts.children?.[0]?.claimIfOpen && found.facts
    })
    assert.equal(facts.children?.[0]?.bornOn, `${YEAR - 18}-06-30`)
    await leave()
  })

  test('shows what is set aside and why, in Reliefs and in the year', async () => {
    const { client, page, leave } = await visit(app, browser, 'bapa@example.org', { viewport: PHONE })
    await claimed(client, { date: `${YEAR}-03-20`, totalSen: 900_00 }, 'childcare-centre-kindergarten')
    await factsPut(client, YEAR, { children: [{ bornOn: `${YEAR - 9}-05-05` }] })
    await page.goto(`${app.url}/app/year?year=${YEAR}`)
    const reason = /900 is set aside, because no child of yours was 6 or younger .*section 46\(1\)\(r\)/
    await page.getByText(reason).waitFor()
    await page.goto(`${app.url}/app/reliefs?year=${YEAR}`)
    await page.getByText('RM 900 is set aside: your answers for the year exclude it.').waitFor()
    await assertAccessible(page)
    await page.goto(`${app.url}/app/reliefs?year=${YEAR}&relief=childcare-fees`)
    await page.getByText(reason).waitFor()
    await assertAccessible(page)
    await leave()
  })
})
