// `prepack`: the server as JavaScript, its data and the built web app in dist/, laid out as in a checkout. Node does not
// strip types below node_modules.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { WEB_DIST, webBuildNotice } from '../server/web-build.ts'

const root = join(import.meta.dirname, '..')
const final = join(root, 'dist')
/** What the server reads besides its code. */
const DATA = [
  'server/**/*.{json,onnx,svg,css,js,br}',
  'server/**/{LICENSE,NOTICE}',
  'samples/example{s,-texts}/*',
]

if (webBuildNotice() !== undefined) run(join(root, 'scripts/build-web.js'))
const dist = mkdtempSync(join(root, '.dist-'))
try {
  run(join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.package.json', '--outDir', dist)
  for (const file of DATA.flatMap((pattern) => globSync(pattern, { cwd: root }))) {
    mkdirSync(dirname(join(dist, file)), { recursive: true })
    cpSync(join(root, file), join(dist, file))
  }
  cpSync(WEB_DIST, join(dist, 'web/dist'), { recursive: true })
  const { name, version, type } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify({ name, version, private: true, type })}\n`)
  chmodSync(dist, 0o755)
  rmSync(final, { recursive: true, force: true })
  renameSync(dist, final)
} finally {
  rmSync(dist, { recursive: true, force: true })
}

function run(...args: string[]) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw error ?? new Error(`${args[0]} failed`)
}
