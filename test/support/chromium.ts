import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

/**
 * A real browser with its web security on: the arguments are ours, never the package's own, which switch it off.
 * CHROMIUM names another one to use.
 */
export async function launchChromium(): Promise<Browser> {
  const named = process.env.CHROMIUM
  const executablePath = named && existsSync(named) ? named : await sparticuz.executablePath()
  return chromium.launch({
    executablePath,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  })
}
