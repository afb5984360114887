import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { claimed } from '../support/claims.ts'
import { drawPaper, englishEa } from '../support/ea-forms.ts'
import { get } from '../support/receipts.ts'
import { factsPut } from '../support/taxpayer.ts'
import { until } from '../support/until.ts'
import { interviewee } from './interviewee.ts'
import { assertAccessible, PHONE, visit } from './person.ts'

const YEAR = 2026
const FACTS = `/tax-years/${YEAR}/taxpayer`

describe('the interview of a year', () => {
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

  test('asks a family, on a phone in Malay, and goes on where it was left', async () => {
    const { client, page, leave } = await visit(app, browser, 'keluarga@example.org', {
      language: 'ms',
      viewport: PHONE,
    })
    const { question, answer, type, next } = interviewee(page)
    // What nobody asks here must stay as it was said elsewhere.
    await factsPut(client, YEAR, { foreignTaxCreditSen: 1_00, amounts: { 'gift-library': 50_00 } })
    await claimed(client, { date: `${YEAR}-03-20`, totalSen: 120_00 }, 'rebate-zakat-fitrah')
    await page.goto(`${app.url}/app/year/interview?year=${YEAR}`)

    await question(/pendapatan penggajian/)
    await type('Gaji kasar', '84.000')
    await next()
    await page.getByText('Itu bukan amaun').waitFor()
    await type('Gaji kasar', 'RM 84,000')
    await next()
    await question(/pendapatan lain/)
    await answer('Tidak')
    await next()
    await question(/cukai yang telah dibayar/)
    await type('PCB dan ansuran', '3331,80')
    await next()
    await question('Adakah anda berkahwin?')
    await answer('Berkahwin')
    await next()
    await question(/berpendapatan pada 2026/)
    await answer('Ya$')
    await type('Pendapatan setahun', '38,400')
    await next()
    await question(/ditaksir/)
    await page
      .getByText(/^\+ RM/)
      .first()
      .waitFor()
    await answer('Berasingan')
    await next()

    await question('Adakah anda mempunyai anak?')
    await answer('Ya$')
    await type('Nama pertama atau gelaran', 'Adam')
    // Left in the middle of a word: it is all there when they come back.
    await page.reload()
    await question('Adakah anda mempunyai anak?')
    assert.equal(await page.getByLabel('Nama pertama atau gelaran').inputValue(), 'Adam')
    await type('Tarikh lahir', '14 Feb 2020')
    await page.getByRole('button', { name: 'Simpan anak ini' }).click()
    await page.getByText('RM2,000', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Tambah anak' }).click()
    await type('Tarikh lahir', '3/9/2022')
    await next()
    await page.getByText('Simpan anak yang sedang anda taip').waitFor()
    await page.getByRole('button', { name: 'Simpan anak ini' }).click()
    await page.getByText(/tadi RM[\d,.]+, kini RM[\d,.]+/).waitFor({ state: 'attached' })
    await assertAccessible(page)
    await next()
    await question(/Siapa menuntut/)
    await page.getByText(/^– RM/).first().waitFor()
    await answer('Suami atau isteri saya')
    await next()

    await question(/ibu bapa anda tinggal/)
    await page.getByRole('link', { name: 'Kembali ke tahun' }).click()
    await page.waitForURL((url) => !url.pathname.includes('interview'))
    await page.goto(`${app.url}/app/year/interview?year=${YEAR}`)
    await question(/ibu bapa anda tinggal/)
    await answer('Ya, kedua-duanya')
    await next()
    await question(/caruman KWSP/)
    await type('KWSP, caruman anda sendiri', '9,240')
    await next()
    await question(/insurans atau takaful/)
    await answer('Ya$')
    await next()
    await page.getByText('Taip sekurang-kurangnya satu amaun').waitFor()
    await type(/^Insurans nyawa/, '1200')
    await next()
    await question(/SSPN atau PRS/)
    await answer('Tidak')
    await next()
    // A receipt told it: offered, not asked again.
    await question(/zakat atau fitrah/)
    await next()
    await question(/kurang upaya/)
    await answer('Tidak')
    await next()
    await page.getByText('Pilih satu jawapan.').waitFor()
    await page
      .getByRole('group', { name: /suami atau isteri anda berdaftar/ })
      .getByLabel('Tidak')
      .check()
    await next()
    await question(/faedah pinjaman rumah/)
    await answer('Tidak')
    await next()
    await question('Itu sahaja yang perlu kami tahu')

    const { facts } = await until(async () => {
      const found = await get(client, FACTS)
      return found.facts.housingLoan && found
    })
    const child = { study: 'none', disabled: false, married: false, ownIncomeSen: 0, shared: false }
    assert.deepEqual(facts, {
      foreignTaxCreditSen: 1_00,
      income: { employment: 84_000_00, other: 0 },
      taxPaidSen: 3_331_80,
      maritalStatus: 'married',
      spouse: { income: { employment: 38_400_00 }, disabled: false },
      assessment: 'separate',
      children: [
        { ...child, label: 'Adam', bornOn: '2020-02-14', claimedBy: 'spouse' },
        { ...child, bornOn: '2022-09-03', claimedBy: 'spouse' },
      ],
      parents: { living: 2, inMalaysia: true },
      epf: { compulsorySen: 9_240_00, voluntarySen: 0 },
      amounts: {
        'gift-library': 50_00,
        'life-insurance-or-voluntary-epf': 1_200_00,
        'education-medical-insurance': 0,
        'prs-deferred-annuity': 0,
        'rebate-zakat-fitrah': 0,
      },
      disabled: false,
      housingLoan: { relief: 'housing-loan-interest-500k', interestSen: 0 },
    })
    await leave()
  })

  test('keeps both answers in view when somebody else was faster', async () => {
    const { client, page, leave } = await visit(app, browser, 'konflik@example.org')
    await factsPut(client, YEAR, { income: { employment: 50_000_00 } })
    await page.route('**/events', (route) => route.abort())
    await page.goto(`${app.url}/app/year/interview/work?year=${YEAR}`)
    await page.getByLabel('Gross pay').fill('60,000')
    await factsPut(client, YEAR, { income: { employment: 55_000_00 }, sex: 'male' })
    await page.getByRole('button', { name: 'Save, next' }).click()
    await page.getByText('Gross pay is 55,000 there, 60,000 here.').waitFor()
    await page.getByRole('button', { name: 'Keep mine' }).click()
    await page.getByRole('button', { name: 'Save, next' }).click()
    const { facts } = await until(async () => {
      const found = await get(client, FACTS)
      return found.facts.income.employment === 60_000_00 && found
    })
    assert.equal(facts.sex, 'male')
    await leave()
  })

  test('takes over an earlier year, and types the figures of a statement beside its picture', async () => {
    const { client, page, leave } = await visit(app, browser, 'ea@example.org', { viewport: PHONE })
    const children = [{ bornOn: '2015-03-09' }]
    await factsPut(client, YEAR - 1, { income: { employment: 1 }, maritalStatus: 'single', children })
    await page.goto(`${app.url}/app/year/interview?year=${YEAR}`)
    await page.getByText('You told us for 2025: single, 1 child').waitFor()
    await page.getByRole('button', { name: 'Yes, take it over' }).click()
    await page.getByText('You told us for 2025').waitFor({ state: 'detached' })

    await page
      .locator('input[type=file]:not([capture])')
      .first()
      .setInputFiles({
        name: 'ea.pdf',
        mimeType: 'application/pdf',
        buffer: await drawPaper(
          englishEa(
            {
              a: '80,400.00',
              loss: '10,000.00',
              total: '90,400.00',
              pcb: '2,935.80',
              epf: '8,844.00',
              socso: '419.40',
            },
            YEAR,
          ),
        ),
      })
    await page.getByText('Check its figures beside the picture').click()
    await page.getByRole('heading', { name: 'EA form for 2026' }).waitFor()
    await page.getByRole('img').first().waitFor()
    await page.getByText('The paper says RM 80,400.00.').waitFor()
    await page.getByText('1 more amount on the form').click()
    await page.getByText('Compensation for loss of employment').waitFor()
    for (const field of ['Gross pay', 'PCB and instalments', 'EPF, your own share']) {
      await page.getByRole('button', { name: `Use it: ${field}` }).click()
    }
    await page.getByRole('textbox', { name: 'SOCSO and EIS' }).fill('499.80')
    await page.getByRole('button', { name: 'Right, into 2026' }).click()
    await page.getByText('Saved into 2026.').waitFor()
    const { facts } = await get(client, FACTS)
    assert.equal(facts.maritalStatus, 'single')
    assert.equal(facts.children[0].bornOn, '2015-03-09')
    assert.deepEqual(
      [facts.income, facts.taxPaidSen, facts.epf.compulsorySen, facts.amounts],
      [{ employment: 80_400_00 }, 2_935_80, 8_844_00, { 'socso-eis': 499_80 }],
    )
    await page.getByRole('button', { name: 'Delete it' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete it' }).click()
    await page.getByRole('heading', { name: 'Statements' }).waitFor()
    await until(async () => (await get(client, `${FACTS}/statements`)).statements.length === 0)
    await leave()
  })
})
