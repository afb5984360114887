/**
 * npm run screenshots: the pictures of README and docs, from the year of the example receipts, into docs/pictures.
 * With `-- --all FOLDER` instead every screen, on a phone and at a desk, in both languages and both themes, to look at.
 */

import { parseArgs } from 'node:util'
import { ignoreClosedPipes } from '../server/cli/closed-pipes.ts'
import { startApp } from '../test/support/app.ts'
import { launchChromium } from '../test/support/chromium.ts'
import { projectRoot } from '../test/support/project-root.ts'
import { demoYear } from './screenshots/demo-year.ts'
import { createPhotographer } from './screenshots/photographer.ts'
import { everyScreen, forDocs } from './screenshots/screens.ts'

ignoreClosedPipes()

const { values: options } = parseArgs({ options: { all: { type: 'string' } } })

const app = await startApp()
const browser = await launchChromium()
try {
  const demo = await demoYear(app)
  const folder = options.all ?? `${projectRoot}/docs/pictures`
  const photographer = createPhotographer({ browser, app, folder })
  const shots = options.all ? everyScreen(demo) : forDocs(demo)
  for (const shot of shots) console.log(await photographer.take(shot))
} finally {
  await browser.close()
  await app.close()
}
