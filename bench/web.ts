/**
 * npm run bench:web: whether the app keeps its budgets, in Chromium on a line of 1.6 Mbit/s with 150 ms and a processor
 * four times as slow as this one, with a cold cache. Each figure is the median of five. Exits with 1 when one is missed.
 */

import { ignoreClosedPipes } from '../server/cli/closed-pipes.ts'
import { signUp, startApp } from '../test/support/app.ts'
import { launchChromium } from '../test/support/chromium.ts'
import { pageOf } from '../test/support/page-of.ts'
import { createScriptedReader } from '../test/support/receipts.ts'
import { checkTheNext, homeAgain, homeCold, paintOf, screens, scrollAll, searchMany } from './web/measures.ts'
import { createReport } from './web/report.ts'
import { FOUND, fillYear, linesOf, seedYear, TO_CHECK, YEAR } from './web/seed.ts'

ignoreClosedPipes()

const RECEIPTS = 500
const MANY = 10_000

let read = 0
const { reader } = createScriptedReader(async () => [pageOf(linesOf(read++ % TO_CHECK))])
const app = await startApp({ overrides: { reader } })
const browser = await launchChromium()
try {
  const { store } = app.services.receipts
  const ana = await signUp(app, 'ana@example.org')
  await seedYear(store, ana, RECEIPTS)
  const many = await signUp(app, 'many@example.org')
  await fillYear(store, many.sub, MANY)

  const bench = { app, browser, year: YEAR }
  const report = createReport()
  const home = await homeCold(bench, ana)
  report.size('Home, signed in, until its largest paint', home.files, 200)
  for (const { name, files, most } of await screens(bench, ana)) report.size(name, files, most)
  report.time(`largest paint, first visit, Home with ${RECEIPTS} receipts (${home.of})`, home.paint, 2_500)
  report.time('largest paint, second visit', await homeAgain(bench, ana), 800)
  report.time('"Right, next" until the next receipt is on screen', await checkTheNext(bench, ana), 100)
  const rows = MANY.toLocaleString('en')
  report.time(`largest paint, Home with ${rows} receipts`, await paintOf(bench, many, '/'), 2_500)
  report.time(`largest paint, Reliefs with ${rows}`, await paintOf(bench, many, '/app/reliefs'), 2_500)
  const searching = await searchMany(bench, many, FOUND.text, MANY / FOUND.oneIn)
  report.time(`longest task while ${rows} are searched`, searching, 50)
  report.time(`longest task while ${rows} scroll by`, await scrollAll(bench, many, MANY), 50)
  report.print()
} finally {
  await browser.close()
  await app.close()
}
