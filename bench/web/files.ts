import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { WEB_DIST } from '../../server/web-build.ts'

export interface LoadedFile {
  /** Path on the server. */
  path: string
  /** Bytes of its body, compressed by brotli. */
  bytes: number
}

/** Scripts and style sheets that a page began to fetch before the moment given, in ms since its navigation. */
export async function loadedBefore(page: Page, ms: number): Promise<LoadedFile[]> {
  const paths = await page.evaluate<string[]>(`performance.getEntriesByType('resource')
    .filter(({ startTime }) => startTime < ${ms})
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => /\\.(js|css)$/.test(path))`)
  return [...new Set(paths)]
    .sort()
    .map((path) => ({ path, bytes: statSync(`${join(WEB_DIST, path)}.br`).size }))
}

/** In kB of 1,000 bytes. */
export const sizeOf = (files: LoadedFile[]) => files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000
