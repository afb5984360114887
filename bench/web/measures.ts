import type { Browser, Page } from 'playwright-core'
import type { Client, TestApp } from '../../test/support/app.ts'
import { get } from '../../test/support/receipts.ts'
import { type LoadedFile, loadedBefore, sizeOf } from './files.ts'
import { largestPaint, largestPainted, opened, signedInProfile, slowPage } from './slow-page.ts'

export interface Bench {
  app: TestApp
  browser: Browser
  year: number
}

const ROUNDS = 5

const HAS_HEADING = `document.querySelector('main h1, main h2') !== null && !document.querySelector('[aria-busy=true]')`
const HAS_PICTURE = `[...document.images].some(({ src, complete, naturalWidth }) => /\\/file\\?/.test(src) && complete && naturalWidth > 0)`

function median<T>(values: T[], of: (value: T) => number): T {
  const sorted = values.toSorted((a, b) => of(a) - of(b))
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('nothing was measured')
  return middle
}

async function rounds<T>(measure: () => Promise<T>): Promise<T[]> {
  const all: T[] = []
  for (let round = 0; round < ROUNDS; round++) all.push(await measure())
  return all
}

interface Opening {
  /** Milliseconds from the navigation to the largest paint. */
  paint: number
  /** What was painted. */
  of: string
  files: LoadedFile[]
}

/** A screen in a new profile, where nothing is cached. */
async function openCold({ app, browser }: Bench, client: Client, path: string, shows = HAS_HEADING) {
  const context = await signedInProfile(browser, client, 'block')
  const page = await opened({ app, context, path, shows })
  const paint = await largestPaint(page)
  const opening: Opening = { paint, of: await largestPainted(page), files: await loadedBefore(page, paint) }
  await context.close()
  return opening
}

export async function homeCold(bench: Bench, client: Client) {
  return median(await rounds(() => openCold(bench, client, `/?year=${bench.year}`)), ({ paint }) => paint)
}

/** What every other screen fetches. */
export async function screens(bench: Bench, client: Client) {
  const { receipts } = await get(client, `/receipts?yearOfAssessment=${bench.year}&limit=1`)
  const search = `?year=${bench.year}`
  const list: [name: string, path: string, most: number, shows?: string][] = [
    ['Check, until its first receipt stands', `/app/check${search}`, 250, HAS_PICTURE],
    ['Receipts', `/app/receipts${search}`, 300],
    ["A receipt's page", `/app/receipts/${receipts[0]?.id}${search}`, 300],
    ['Reliefs', `/app/reliefs${search}`, 300],
    ['Snap', `/app/snap${search}`, 300],
  ]
  const measured: { name: string; files: LoadedFile[]; most: number }[] = []
  for (const [name, path, most, shows] of list) {
    const all = await rounds(() => openCold(bench, client, path, shows))
    measured.push({ name, most, files: median(all, ({ files }) => sizeOf(files)).files })
  }
  return measured
}

/** The largest paint of a visit after the one that installed the service worker. */
export async function homeAgain({ app, browser, year }: Bench, client: Client) {
  const paints = await rounds(async () => {
    const context = await signedInProfile(browser, client, 'allow')
    const options = { app, context, path: `/?year=${year}`, shows: HAS_HEADING }
    const first = await opened(options)
    await first.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await first.close()
    const paint = await largestPaint(await opened(options))
    await context.close()
    return paint
  })
  return median(paints, (ms) => ms)
}

/** From the tap on "Right, next" until the next receipt's name, picture and button are painted. */
export async function checkTheNext({ app, browser, year }: Bench, client: Client) {
  const context = await signedInProfile(browser, client, 'block')
  const page = await opened({ app, context, path: `/app/check?year=${year}`, shows: HAS_PICTURE })
  const times = await rounds(async () => {
    const ms = await page.evaluate<number>(`new Promise((resolve) => {
      const shop = () => document.querySelector('main h1').textContent
      const before = shop()
      const begun = performance.now()
      const look = () =>
        shop() !== before && ${HAS_PICTURE} ? resolve(performance.now() - begun) : requestAnimationFrame(look)
      const button = [...document.querySelectorAll('main button')].find(({ textContent }) => textContent === 'Right, next')
      button.click()
      requestAnimationFrame(look)
    })`)
    // As a person does: a look at the receipt.
    await page.waitForTimeout(3_000)
    return ms
  })
  await context.close()
  return median(times, (ms) => ms)
}

/** Scrolls through everything there is, a screen a frame, waiting for rows that are still on their way. */
export async function scrollAll({ app, browser, year }: Bench, client: Client, rows: number) {
  const all = await rounds(async () => {
    const context = await signedInProfile(browser, client, 'block')
    const page = await slowPage(context)
    await page.goto(`${app.url}/app/receipts?year=${year}`)
    await page.locator('main a[href*="/app/receipts/"]').first().waitFor()
    await page.waitForTimeout(2_000)
    await page.evaluate(`new Promise((resolve) => {
      bench.tasks.length = 0
      let height = 0
      let still = 0
      const step = () => {
        const page = document.scrollingElement
        page.scrollBy(0, innerHeight / 2)
        const isAtEnd = page.scrollTop + innerHeight >= page.scrollHeight - 2
        still = isAtEnd && page.scrollHeight === height ? still + 1 : 0
        height = page.scrollHeight
        // At the end for as long as the slowest answer takes.
        if (still > 240) resolve()
        else requestAnimationFrame(step)
      }
      step()
    })`)
    const longest = await longestTask(page)
    await page.getByText(`${rows.toLocaleString('en')} in ${year}`).waitFor()
    await context.close()
    return longest
  })
  return median(all, (ms) => ms)
}

/** Searches a long year as a person types, letter by letter, until what is found stands there. */
export async function searchMany({ app, browser, year }: Bench, client: Client, text: string, found: number) {
  const count = `${found.toLocaleString('en')} in ${year}`
  const all = await rounds(async () => {
    const context = await signedInProfile(browser, client, 'block')
    const page = await opened({ app, context, path: `/app/receipts?year=${year}`, shows: HAS_HEADING })
    // Looked for in the page: a selector's search would be a task of its own.
    await page.evaluate(`void (window.found = new Promise((resolve) => {
      bench.tasks.length = 0
      const look = () =>
        [...document.querySelectorAll('main p')].some(({ textContent }) => textContent === '${count}')
          ? setTimeout(resolve, 300)
          : requestAnimationFrame(look)
      look()
    }))`)
    await page.getByRole('searchbox').focus()
    await page.keyboard.type(text, { delay: 120 })
    await page.evaluate('window.found')
    const longest = await longestTask(page)
    await context.close()
    return longest
  })
  return median(all, (ms) => ms)
}

const longestTask = (page: Page) =>
  page.evaluate<number>('Math.max(0, ...bench.tasks.map(({ duration }) => duration))')

/** The largest paint of a screen in a long year, where nothing is cached. */
export async function paintOf(bench: Bench, client: Client, path: string) {
  const all = await rounds(() => openCold(bench, client, `${path}?year=${bench.year}`))
  return median(all, ({ paint }) => paint).paint
}
