import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PROJECT = fileURLToPath(new URL('..', import.meta.url))

/** Where `scripts/build-web.js` puts the app. */
export const WEB_DIST = join(PROJECT, 'web/dist')

/** Everything outside of web/src and web/public that a build depends on. */
const OTHER_SOURCES = [
  'package-lock.json',
  'scripts/build-web-with-vite.ts',
  'web/compile-messages.ts',
  'web/index.html',
  'web/tsconfig.json',
  'web/vite.config.ts',
]

/** SHA-256, in hex, over everything the web app is built from. A build with another hash is stale. */
export function webSourceHash(project = PROJECT): string {
  const files = globSync('web/{src,public}/**/*.*', { cwd: project }).map((file) =>
    file.replaceAll('\\', '/'),
  )
  const hash = createHash('sha256')
  for (const file of [...files, ...OTHER_SOURCES].sort())
    hash.update(`${file}\0`).update(readFileSync(join(project, file)))
  return hash.digest('hex')
}

/**
 * What is wrong with the build of a checkout, in one line; undefined when nothing is. An installation without the
 * app's sources, such as the image, has nothing to compare its build with.
 */
export function webBuildNotice(project = PROJECT): string | undefined {
  if (!existsSync(join(project, 'web/src'))) return
  const stamp = join(project, 'web/dist/build.json')
  if (!existsSync(stamp)) return 'The web app is not built. Run `npm ci`, then start again.'
  const { source } = JSON.parse(readFileSync(stamp, 'utf8'))
  if (source !== webSourceHash(project))
    return 'The web app is older than its sources. Run `npm ci`, then start again.'
}
