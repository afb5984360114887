import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { en } from '../../web/src/i18n/en/index.ts'
import { ms } from '../../web/src/i18n/ms/index.ts'
import type { Translation } from '../../web/src/i18n/translation.ts'
import { type Client, startApp, type TestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { claimed, entered } from '../support/claims.ts'
import { projectRoot } from '../support/project-root.ts'
import { change, createScriptedReader, picture, uploaded } from '../support/receipts.ts'
import { factsPut, stated } from '../support/taxpayer.ts'
import {
  axeFindings,
  DESK,
  drawn,
  englishOn,
  isWide,
  PHONE,
  SERVER_FAILS,
  settled,
  visit,
  visitSignedOut,
} from './person.ts'

const YEAR = 2026
const BOOKS = { merchant: 'KEDAI BUKU SERI MAJU', date: `${YEAR}-03-14`, totalSen: 89_90 }

type Words = Translation<typeof en>
const languages: Record<'en' | 'ms', Words> = { en, ms }
type Language = keyof typeof languages

/** What a person has before the screen is opened. */
interface Belongings {
  toCheck: string
  confirmed: string
  trashed: string
  statement: string
  /** It looks like another one. */
  copy: string
}

/** Enough for the estimate, and for a couple to compare. */
const FAMILY = {
  income: { employment: 84_000_00 },
  maritalStatus: 'married',
  spouse: { income: { employment: 38_400_00 } },
  taxPaidSen: 3_331_80,
}

interface Case {
  /** As the router has it; of the last one there is none. */
  route: string
  path(of: Belongings): string
  /** What else a person needs for it; it stays for the cases that follow. */
  prepare?(client: Client): Promise<unknown>
  /** What is opened on the screen, each from the screen as it loads. */
  opens?: Record<string, (page: Page, words: Words) => Promise<void>>
  /** Whether it asks the server for anything, so that it can wait or fail. */
  asks?: false
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const start = (text: string) => new RegExp(`^${text.replace(/[?]/g, '\\$&')}`)

const cases: Case[] = [
  {
    route: '/',
    path: () => '/?',
    opens: {
      'account menu': (page, { common }) => button(page, start(common.account.open)),
      'year menu': (page) => button(page, String(YEAR)),
      keys: async (page, { common }) => {
        await page.keyboard.press('Shift+?')
        await page.getByRole('dialog', { name: common.keys.title }).waitFor()
      },
    },
  },
  {
    route: '/app/snap',
    path: () => '/app/snap?',
    asks: false,
    opens: {
      'a file that is refused': async (page, { snap }) => {
        const file = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no receipt') }
        await page.locator('input[type=file][multiple]').setInputFiles(file)
        await page.getByText(snap.refused.title).waitFor()
      },
    },
  },
  {
    route: '/app/check/{-$id}',
    path: ({ toCheck }) => `/app/check/${toCheck}?`,
    opens: {
      'other reliefs': (page, { check }) => button(page, check.suggestion.another),
      split: (page, { check }) => button(page, check.suggestion.split),
      'more fields': (page, { check }) => button(page, check.fields.more),
      'an open field': (page, { check }) => button(page, start(check.fields.totalSen)),
    },
  },
  { route: '/app/check/{-$id}', path: () => '/app/check?' },
  {
    route: '/app/receipts',
    path: () => '/app/receipts?',
    opens: {
      statuses: (page, { receipts }) => button(page, start(receipts.filters.status)),
      reliefs: (page, { receipts }) => button(page, start(receipts.filters.relief)),
      amounts: (page, { receipts }) => button(page, start(receipts.filters.amount)),
      'a choice': async (page) => {
        await page.setViewportSize(DESK)
        await page.getByRole('checkbox').first().check()
      },
      'a choice on a phone, and what it can be exported as': async (page, { receipts }) => {
        await page.getByRole('button', { name: receipts.choose, exact: true }).click()
        await page.getByRole('checkbox').first().check()
        await button(page, receipts.export.action)
        await page.getByRole('menuitem', { name: receipts.export.csv }).waitFor()
      },
      'receipts that must be kept': async (page, { receipts }) => {
        await page.getByRole('button', { name: receipts.choose, exact: true }).click()
        await page.getByRole('checkbox', { name: BOOKS.merchant }).check()
        await button(page, receipts.trash)
        await page.getByRole('button', { name: receipts.keptDialog.leave }).waitFor()
      },
    },
  },
  { route: '/app/receipts', path: () => '/app/receipts?trash=true&' },
  { route: '/app/receipts', path: () => '/app/receipts?view=tiles&' },
  {
    route: '/app/receipts/new',
    path: () => '/app/receipts/new?',
    asks: false,
    opens: {
      'what is missing': async (page, { receipts, check }) => {
        await button(page, receipts.enter.save)
        await page.getByText(check.fields.wrong.empty).first().waitFor()
      },
      'more fields': (page, { check }) => button(page, check.fields.more),
    },
  },
  { route: '/app/receipts', path: () => '/app/receipts?q=nothing-like-this&' },
  {
    route: '/app/receipts/$id',
    path: ({ confirmed }) => `/app/receipts/${confirmed}?`,
    opens: {
      'adding a file': async (page, { receipts }) => {
        await page.getByRole('button', { name: receipts.page.add.open, exact: true }).click()
        await page.getByText(receipts.page.add.notes.proof).waitFor()
      },
    },
  },
  {
    route: '/app/receipts/$id',
    path: ({ toCheck }) => `/app/receipts/${toCheck}?text=physics&`,
    opens: {
      'reading it again': async (page, { check }) => {
        await button(page, check.menu.open)
        await page.getByRole('menuitem', { name: check.menu.readAgain }).click()
        await page.getByText(check.readAgain.open).waitFor()
      },
    },
  },
  { route: '/app/receipts/$id', path: ({ copy }) => `/app/receipts/${copy}?` },
  { route: '/app/receipts/$id/duplicates', path: ({ copy }) => `/app/receipts/${copy}/duplicates?` },
  {
    route: '/app/receipts/$id/duplicates',
    path: ({ confirmed }) => `/app/receipts/${confirmed}/duplicates?`,
  },
  { route: '/app/receipts/$id', path: ({ trashed }) => `/app/receipts/${trashed}?` },
  { route: '/app/reliefs', path: () => '/app/reliefs?' },
  {
    route: '/app/reliefs',
    path: () => '/app/reliefs?relief=lifestyle&',
    opens: {
      sources: (page) => button(page, 's. 46(1)(p)'),
    },
  },
  { route: '/app/reliefs', path: () => '/app/reliefs?relief=rebate-zakat-fitrah&' },
  {
    route: '/app/year/interview/{-$card}',
    path: () => '/app/year/interview?',
    opens: {
      'something wrong': async (page, { interview }) => {
        await page.getByRole('textbox').first().fill('1,23,456')
        await button(page, interview.next)
        await page.getByText(interview.wrong.amount).waitFor()
      },
    },
  },
  {
    route: '/app/year/interview/{-$card}',
    path: () => '/app/year/interview/children?',
    opens: {
      'a child': async (page, { interview }) => {
        await page.getByRole('radio', { name: interview.options.yes, exact: true }).check()
        await page.getByLabel(interview.child.bornOn).fill('14/2/2004')
        await page.getByText(interview.child['higher-education']).waitFor()
      },
    },
  },
  { route: '/app/year/interview/{-$card}', path: () => '/app/year/interview/home?' },
  { route: '/app/year/interview/{-$card}', path: () => '/app/year/interview/done?' },
  { route: '/app/year/statements/{-$id}', path: () => '/app/year/statements?' },
  {
    route: '/app/year/statements/{-$id}',
    path: ({ statement }) => `/app/year/statements/${statement}?`,
    opens: {
      'deleting it': async (page, { interview }) => {
        await button(page, interview.statements.delete)
        await page.getByRole('dialog').waitFor()
      },
    },
  },
  {
    route: '/app/year',
    path: () => '/app/year?',
    prepare: (client) => factsPut(client, YEAR, FAMILY),
    opens: {
      'the computation': (page, { year }) => page.getByText(year.steps.open).click(),
    },
  },
  {
    route: '/app/year/pcb',
    path: () => '/app/year/pcb?',
    prepare: (client) => factsPut(client, YEAR, FAMILY),
    opens: {
      'a bonus and a former employer': async (page, { pcb, interview }) => {
        await page.getByLabel(pcb.fields.firstMonth).selectOption('3')
        for (const question of [pcb.fields.hasBonus, pcb.fields.hasFormer])
          await page.getByRole('group', { name: question }).getByLabel(interview.options.yes).check()
        await page.getByLabel(pcb.fields.formerPcb).waitFor()
      },
    },
  },
  {
    route: '/app/year/file',
    path: () => '/app/year/file?',
    opens: {
      'an item copied': (page, { file }) => button(page, start(file.line.copy)),
      'a wrong day': async (page, { file }) => {
        await page.getByRole('textbox', { name: file.filed.day }).fill('31/2')
        await button(page, file.filed.action)
      },
      'a download': async (page, { file }) => {
        await button(page, start(`${file.papers.download}: ${file.papers.csv}`))
        await page
          .getByText(/^(Saved|Disimpan), /)
          .first()
          .waitFor()
      },
    },
  },
  { route: '/app/year/file', path: () => '/app/year/file?all=true&' },
  {
    route: '/app/account',
    path: () => '/app/account?',
    opens: {
      'the erasure': async (page, { account }) => {
        await button(page, new RegExp(`^${account.data.erase.action}$`))
        await page.getByRole('textbox').waitFor()
      },
    },
  },
  { route: 'none', path: () => '/app/nothing-here?', asks: false },
]

/** Every screen of the router in each of its states, in both themes. A file for each language, so that they run at once. */
export function describeAccessibility(language: Language) {
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

  test('and every route of the app has a case here', () => {
    const router = readFileSync(join(projectRoot, 'web/src/app/router.tsx'), 'utf8')
    const routes = [...router.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path)
    assert.ok(routes.length > 5)
    const without = routes.filter((route) => !cases.some((one) => one.route === route))
    assert.deepEqual(without, [])
  })

  async function belongings(client: Client): Promise<Belongings> {
    const confirmed = await claimed(client, BOOKS, 'lifestyle-books')
    const toCheck = await uploaded(client, await picture())
    await entered(client, { ...BOOKS, merchant: 'TOKO BUKU CENDEKIA', totalSen: 12_00 })
    const trashed = await entered(client, { ...BOOKS, merchant: 'KEDAI LAMA' })
    await change(client, trashed, { method: 'DELETE' })
    const statement = await stated(client, YEAR, 'ea-form')
    const twin = { ...BOOKS, merchant: 'KEDAI KEMBAR', totalSen: 77_00 }
    await entered(client, twin)
    const copy = await entered(client, twin)
    return {
      toCheck: toCheck.id,
      confirmed: confirmed.id,
      trashed: trashed.id,
      statement: statement.id,
      copy: copy.id,
    }
  }

  test(`with receipts, with each menu and dialog open, in ${language}`, async () => {
    const { client, page, leave } = await visit(app, browser, `filled-${language}@example.org`, {
      language,
    })
    const found: string[] = []
    const of = await belongings(client)
    for (const one of cases) {
      await one.prepare?.(client)
      const show = () => open(page, one.path(of))
      await show()
      found.push(...(await findings(page, one.path(of))))
      for (const [name, act] of Object.entries(one.opens ?? {})) {
        await show()
        await act(page, languages[language])
        found.push(...(await findings(page, `${one.path(of)} ${name}`)))
      }
    }
    await leave()
    assert.deepEqual(found, [])
  })

  test(`with nothing yet, and signed out, in ${language}`, async () => {
    const { page, leave } = await visit(app, browser, `empty-${language}@example.org`, { language })
    const found: string[] = []
    for (const path of new Set(cases.map((one) => one.path(NOTHING)))) {
      await open(page, path)
      found.push(...(await findings(page, path)))
    }
    await leave()
    const visitor = await visitSignedOut(browser)
    await visitor.page.addInitScript((chosen) => localStorage.setItem('language', chosen), language)
    await open(visitor.page, '/?')
    found.push(...(await findings(visitor.page, 'welcome')))
    await visitor.leave()
    assert.deepEqual(found, [])
  })

  test(`while the server does not answer, and when it fails, in ${language}`, async () => {
    const { client, page, leave } = await visit(app, browser, `faults-${language}@example.org`, {
      language,
      // What the page asks for is answered here, and would be fetched by the worker instead.
      hasServiceWorker: false,
    })
    const found: string[] = []
    const of = await belongings(client)
    const isData = ({ pathname }: URL) => /^\/(receipts|tax-years|me)\b/.test(pathname)
    const asking = cases.filter(({ asks }) => asks !== false)
    await page.route(isData, () => {})
    for (const one of asking) {
      await open(page, one.path(of), { answers: false })
      found.push(...(await findings(page, `${one.path(of)} waiting`)))
    }
    await page.unroute(isData)
    await page.route(isData, (route) => route.fulfill(SERVER_FAILS))
    for (const one of asking) {
      await open(page, one.path(of))
      found.push(...(await findings(page, `${one.path(of)} failing`)))
    }
    await leave()
    assert.deepEqual(found, [])
  })

  /** Opens a screen and waits until it stands, where the server answers. */
  async function open(page: Page, path: string, { answers = true } = {}) {
    await page.setViewportSize(PHONE)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(`${app.url}${path}year=${YEAR}`)
    if (answers) await settled(page)
    else await page.locator('[aria-busy="true"]').first().waitFor()
  }
}

const NOTHING = {
  toCheck: '0198f000-0000-7000-8000-000000000001',
  confirmed: '0198f000-0000-7000-8000-000000000002',
  trashed: '0198f000-0000-7000-8000-000000000003',
  statement: '0198f000-0000-7000-8000-000000000004',
  copy: '0198f000-0000-7000-8000-000000000005',
}

/** What is wrong with the page as it stands, in both themes; in Malay also what is said in English. */
async function findings(page: Page, name: string): Promise<string[]> {
  const found: string[] = []
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await drawn(page)
    for (const finding of await lastingFindings(page, theme)) found.push(`${name}, ${theme}: ${finding}`)
  }
  if (await isWide(page)) found.push(`${name} scrolls sideways`)
  if ((await page.locator('html[lang=ms]').count()) > 0) {
    for (const text of await englishOn(page)) found.push(`${name} says in English: ${text}`)
  }
  return found
}

/** Without what is only true while the page changes from one theme to the other. */
async function lastingFindings(page: Page, theme: 'light' | 'dark') {
  const find = () => axeFindings(page, { rules: theme === 'light' ? 'all' : 'colours' })
  if ((await find()).length === 0) return []
  await page.waitForTimeout(1_000)
  return find()
}
