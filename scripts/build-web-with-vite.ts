// Builds, compresses and stamps the web app; started by build-web.js under Node 24.
import { globSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { WEB_DIST, webSourceHash } from '../server/web-build.ts'

const web = join(WEB_DIST, '..')
// Beside its final place, so that a rename puts it there: a server never sees half a build, nor do two builds mix.
const own = mkdtempSync(join(web, '.build-'))
const dist = join(own, 'dist')

try {
  // Taken before: a file that is edited meanwhile makes the build stale.
  const source = webSourceHash()
  await build({
    configFile: join(web, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: dist },
  })
  compress()
  writeFileSync(join(dist, 'build.json'), `${JSON.stringify({ source })}\n`)
  moveIntoPlace()
} finally {
  rmSync(own, { recursive: true, force: true })
}

/** Compressing on every request would cost more than sending the file. */
function compress() {
  for (const file of globSync('app/assets/*.{js,css}', { cwd: dist })) {
    const path = join(dist, file)
    const bytes = readFileSync(path)
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }))
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
  }
}

function moveIntoPlace() {
  for (let attempt = 0; ; attempt++) {
    moveAway(attempt)
    try {
      return renameSync(dist, WEB_DIST)
    } catch (error) {
      // Another build was put there in between.
      if (attempt === 20) throw error
    }
  }
}

function moveAway(attempt: number) {
  try {
    renameSync(WEB_DIST, join(own, `earlier-${attempt}`))
  } catch {
    // There is none.
  }
}
