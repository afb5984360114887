// Builds the web app into web/dist. `npm ci` runs it as the `prepare` script, so it is plain JavaScript for any Node.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const inModules = (...path) => join(root, 'node_modules', ...path)

/** The `node` package, or this Node when it is new enough to strip types. */
function suitableNode() {
  const own = inModules('node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(own)) return own
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : undefined
}

const node = suitableNode()
const hasPackages = ['vite', 'react'].every((name) => existsSync(inModules(name, 'package.json')))

if (process.env.npm_command === 'pack') {
  // scripts/build-package.ts has built it.
} else if (node === undefined || !hasPackages) {
  console.log('The web app is not built: the development dependencies are not installed.')
} else {
  const started = Date.now()
  const script = join(root, 'scripts', 'build-web-with-vite.ts')
  const args = ['--disable-warning=ExperimentalWarning', script]
  const { status, error, stdout, stderr } = spawnSync(node, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status === 0) {
    console.log(`The web app is built (${((Date.now() - started) / 1000).toFixed(1)} s).`)
  } else {
    console.error([stdout, stderr, error?.message].filter(Boolean).join('\n'))
    console.error('The web app could not be built; see above.')
    process.exitCode = 1
  }
}
