import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import type { Client, TestApp } from '../../test/support/app.ts'
import { PATIENCE } from '../../test/support/chromium.ts'

export const WIDTHS = {
  phone: { width: 390, height: 844 },
  desk: { width: 1280, height: 800 },
} as const

export interface Shot {
  /** The file's name without its ending. */
  name: string
  path: string
  width: keyof typeof WIDTHS
  language?: 'en' | 'ms'
  theme?: 'light' | 'dark'
  /** Whose; nobody's without one. */
  who?: Client | undefined
  /** What is done on the page before the picture is taken. */
  then?(page: Page): Promise<void>
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
    async take({ name, path, width, language = 'en', theme = 'light', who, then }: Shot): Promise<string> {
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
        if (who) await signInAs(context, who)
        const page = await context.newPage()
        await page.goto(app.url + path)
        await page.locator('h1').first().waitFor({ state: 'attached' })
        await page.waitForLoadState('networkidle')
        await then?.(page)
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

async function signInAs(context: BrowserContext, { browser: { jar } }: Client) {
  const cookies = jar.names().flatMap((name) => jar.get(name) ?? [])
  const names = jar.names()
  await context.addCookies(
    cookies.map(({ value, host, path }, index) => ({ name: names[index] ?? '', value, domain: host, path })),
  )
}
