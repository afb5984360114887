import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { addSession, DESK, PHONE } from '../../test/browser/person.ts'
import type { Client, TestApp } from '../../test/support/app.ts'
import { PATIENCE } from '../../test/support/chromium.ts'

const WIDTHS = { phone: PHONE, desk: DESK }

export interface Shot {
  /** The file's name without its ending. */
  name: string
  path: string
  width: keyof typeof WIDTHS
  language?: 'en' | 'ms'
  theme?: 'light' | 'dark'
  /** Whose; nobody's without one. */
  who?: Client | undefined
}

interface Deps {
  browser: Browser
  app: TestApp
  folder: string
}

/** Takes pictures of the app in a real browser, two device pixels to a CSS pixel, as WebP. */
export function createPhotographer({ browser, app, folder }: Deps) {
  return {
    /** Takes one and returns where it lies. */
    async take({ name, path, width, language = 'en', theme = 'light', who }: Shot): Promise<string> {
      const context = await browser.newContext({
        viewport: WIDTHS[width],
        deviceScaleFactor: 2,
        colorScheme: theme,
        locale: 'en-MY',
        timezoneId: 'Asia/Kuala_Lumpur',
        reducedMotion: 'reduce',
      })
      try {
        context.setDefaultTimeout(PATIENCE)
        await context.addInitScript((chosen) => localStorage.setItem('language', chosen), language)
        // A stream of changes stays open, so the network would never be idle.
        await context.route('**/events', (route) => route.abort())
        if (who) await addSession(context, who)
        const page = await context.newPage()
        await page.goto(app.url + path)
        await page.locator('h1').first().waitFor({ state: 'attached' })
        await page.waitForLoadState('networkidle')
        const file = join(folder, `${name}.webp`)
        await mkdir(folder, { recursive: true })
        await sharp(await page.screenshot({ animations: 'disabled' }))
          .webp({ quality: 82, effort: 6 })
          .toFile(file)
        return file
      } finally {
        await context.close()
      }
    },
  }
}
