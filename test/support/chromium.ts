import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import { projectRoot } from './project-root.ts'

const PACKAGE = '@sparticuz/chromium'
const UNPACK = `import chromium from '${PACKAGE}'; process.stdout.write(await chromium.executablePath())`

/** A name of this machine that no DNS knows; see startApp. */
const { PUBLIC_HOST } = process.env

/** Milliseconds until a page must show what is expected: longer than the slowest machine takes. */
export const PATIENCE = Number(process.env.BROWSER_PATIENCE ?? 120_000)

/**
 * A real browser with web security on: it gets our own arguments, because the package's switch web security off.
 * CHROMIUM names another browser to use.
 * @param more arguments beyond the usual ones
 */
export async function launchChromium(more: string[] = []): Promise<Browser> {
  const named = process.env.CHROMIUM
  return chromium.launch({
    executablePath: named && existsSync(named) ? named : await unpacked(),
    headless: true,
    timeout: PATIENCE,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      ...(PUBLIC_HOST ? [`--host-resolver-rules=MAP ${PUBLIC_HOST} 127.0.0.1`] : []),
      ...more,
    ],
  })
}

/**
 * The package's browser, unpacked once beside the packages. The package would use one in the system's temporary folder
 * that another process has only begun to write. So each process unpacks its own, and the first to finish renames it
 * into place.
 */
async function unpacked(): Promise<string> {
  const modules = join(projectRoot, 'node_modules')
  const { version } = JSON.parse(await readFile(join(modules, PACKAGE, 'package.json'), 'utf8'))
  const cache = join(modules, '.cache')
  const folder = join(cache, `chromium-${version}`)
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true })
    const own = await mkdtemp(join(cache, 'unpacking-'))
    const env = { ...process.env, TMPDIR: own }
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', UNPACK], {
      cwd: projectRoot,
      env,
    })
    await rename(own, folder).catch(() => rm(own, { recursive: true }))
  }
  return join(folder, 'chromium')
}
