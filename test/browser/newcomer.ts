import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { fillInAccount, isWide } from './person.ts'

/** What the app says on the way. */
const WORDS = {
  en: {
    language: 'English',
    create: 'Create an account',
    tryIt: /Try it with ten example receipts/,
    checkTen: 'Check 10 receipts',
    next: 'Right, next',
    books: 'Books counts',
    lifestyle: /^Lifestyle:/,
    leaveCheck: /^(Close|See what it comes to)$/,
    found: /RM\s?209\.90 of relief found for 2026/,
    income: /What do you earn in 2026/,
    show: 'Show what I save',
    saves: /It saves you about RM\s?(\d+)/,
  },
  ms: {
    language: 'Bahasa Malaysia',
    create: 'Buka akaun',
    tryIt: /Cuba dengan sepuluh resit contoh/,
    checkTen: 'Semak 10 resit',
    next: 'Betul, seterusnya',
    books: 'Buku dikira',
    lifestyle: /^Gaya hidup:/,
    leaveCheck: /^(Tutup|Lihat hasilnya)$/,
    found: /Pelepasan RM\s?209\.90 dijumpai bagi 2026/,
    income: /Berapa pendapatan anda pada 2026/,
    show: 'Tunjukkan penjimatan',
    saves: /menjimatkan cukai anda kira-kira RM\s?(\d+)/,
  },
} as const

/** The first three of the queue: their shops, and a part of the reason for what is suggested. */
const FIRST_THREE = [
  {
    shop: 'KEDAI BUKU SERI MAJU',
    en: "line 'KERTAS A4 70GSM 500S' is stationery",
    ms: "baris 'KERTAS A4 70GSM 500S' ialah alat tulis",
  },
  { shop: 'KLINIK PERGIGIAN SENYUM', en: ': dentist', ms: ': doktor gigi' },
  {
    shop: 'RESTORAN SELERA KAMPUNG',
    en: 'food and drink, which no relief covers',
    ms: 'makanan dan minuman, yang tiada pelepasan',
  },
] as const

export const steps = ['account', 'examples', 'read', 'checked', 'saved'] as const
export type Step = (typeof steps)[number]

export interface Newcomer {
  /** The address of the app as a person types it. */
  address: string
  language: 'en' | 'ms'
  email: string
  /** Called when a step is done. */
  onStep?(step: Step): void
}

/**
 * What a newcomer does: opens the address, creates an account, adds the ten examples, checks three with one button each, and
 * sees the bars move and the tax saved.
 * @throws AssertionError or a time-out where the app does not show what it should
 */
export async function walkAsNewcomer(page: Page, { address, language, email, onStep }: Newcomer) {
  const words = WORDS[language]
  const fits = async () => assert.equal(await isWide(page), false)

  await page.goto(address)
  await page.getByRole('button', { name: words.language }).click()
  await page.getByRole('link', { name: words.create }).click()
  await page.locator('#sign-up').waitFor()
  await fillInAccount(page, email)
  const tryIt = page.getByRole('button', { name: words.tryIt })
  await tryIt.waitFor()
  await fits()
  onStep?.('account')

  await tryIt.click()
  await tryIt.waitFor({ state: 'detached' })
  onStep?.('examples')
  await page.getByRole('link', { name: words.checkTen }).waitFor()
  await fits()
  onStep?.('read')

  const bar = page.getByRole('img', { name: words.lifestyle })
  assert.match((await bar.getAttribute('aria-label')) ?? '', /: RM\s?0 /)
  await page.getByRole('link', { name: words.checkTen }).click()
  for (const { shop, [language]: reason } of FIRST_THREE) {
    await page.getByRole('heading', { name: shop }).waitFor()
    await page.getByText(reason).first().waitFor()
    if (shop === FIRST_THREE[0].shop) await page.getByText(words.books).first().waitFor()
    await fits()
    await page.getByRole('button', { name: words.next }).click()
  }
  onStep?.('checked')

  await page.getByRole('link', { name: words.leaveCheck }).click()
  await page.getByRole('heading', { name: words.found }).waitFor()
  assert.match((await bar.getAttribute('aria-label')) ?? '', /: RM\s?89\.90 /)
  await page.getByLabel(words.income).fill('84,000')
  await page.getByRole('button', { name: words.show }).click()
  const sentence = page.getByRole('heading', { name: words.saves })
  await sentence.waitFor()
  const [, ringgit] = words.saves.exec((await sentence.textContent()) ?? '') ?? []
  assert.ok(Number(ringgit) > 0, ringgit)
  await fits()
  onStep?.('saved')
}
