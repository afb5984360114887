import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { chmod, chown, cp, mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, test } from 'node:test'
import { freePort } from '../support/app.ts'
import { plainEnvironment } from '../support/cli.ts'
import { projectRoot } from '../support/project-root.ts'
import { useServer } from '../support/working-server.ts'
import { image, letIn } from './dockerfile.ts'

const { bases, stages, environment, sources, taken, user, healthCheck, command } = image()
const { dependencies, build } = stages
const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))

/** On the machine that builds, only root can become somebody else. */
const isRoot = process.getuid?.() === 0
const NOBODY = 65_534

describe('the image', () => {
  test('is Node 24 with production dependencies alone, and its process is not root', () => {
    for (const base of bases) assert.match(base, /^node:24-slim\b/)
    assert.match(String(dependencies?.run), /npm ci --omit=dev --ignore-scripts/)
    assert.equal(user, 'node')
    assert.equal(environment.NODE_ENV, 'production')
  })

  test('lets in what it is made of, and nothing a person keeps beside it', () => {
    const isLetIn = (source: string) =>
      letIn().some(
        (name) => name === source || source.startsWith(`${name}/`) || name.startsWith(`${source}/`),
      )
    for (const source of [...sources, ...Object.values(stages).flatMap((stage) => stage.sources)])
      assert.ok(isLetIn(source), source)
    assert.deepEqual(
      letIn().filter((name) => /^(data|\.env|\.git|node_modules|web$|web\/dist)/.test(name)),
      [],
    )
  })

  test('has the built server and app, but neither their sources nor what builds them', () => {
    assert.deepEqual(taken, [
      { from: 'dependencies', path: '/app/node_modules', to: 'node_modules' },
      { from: 'build', path: '/app/dist', to: 'dist' },
    ])
    assert.deepEqual(sources, ['package.json', 'LICENSE', 'CHANGELOG.md', 'bin'])
    assert.match(String(build?.run), /npm ci(?!.*--omit)/)
  })

  test('has every package the server imports', () => {
    const packages = new Set(
      globSync('server/**/*.ts', { cwd: projectRoot }).flatMap((file) => {
        const source = readFileSync(join(projectRoot, file), 'utf8').replace(
          /^(import|export) type [^']*'[^']*'/gm,
          '',
        )
        const names = [
          ...source.matchAll(/(?:(?<!')\bfrom|\bimport|\bimport\(|\bresolve\()\s*'([^'.\])\s][^'\s]*)'/g),
        ]
        return names.map(([, name = '']) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name)
      }),
    )
    const needed = [...packages].filter((name) => !name.startsWith('node:'))
    assert.ok(needed.includes('fastify') && needed.includes('@aws-sdk/client-s3'))
    assert.deepEqual(
      needed.filter((name) => !(name in manifest.dependencies)),
      [],
    )
  })

  test('works for another user, who cannot change it, and its health check sees it live and gone', async (context) => {
    assert.equal(command.join(' '), manifest.scripts.start)
    const folder = await mkdtemp(join(tmpdir(), 'image-'))
    context.after(() => rm(folder, { recursive: true, force: true }))
    const app = join(folder, 'app')
    for (const source of sources) await cp(join(projectRoot, source), join(app, source), { recursive: true })
    await rename(await runDependencies(folder), join(app, 'node_modules'))
    await rename(await runBuild(folder), join(app, 'dist'))
    // This Node, in a folder that everybody may look into.
    await cp(process.execPath, join(folder, 'node'))
    const data = join(folder, 'data')
    await mkdir(data)
    await chmod(folder, 0o755)
    const id = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
    if (isRoot) await chown(data, NOBODY, NOBODY)

    const port = String(await freePort())
    const url = `http://127.0.0.1:${port}`
    const own = { PORT: port, PUBLIC_URL: url, DATA_DIR: data, LOG_LEVEL: 'warn' }
    const env = { ...environment, ...plainEnvironment(), NODE_COMPILE_CACHE: join(data, 'compiled'), ...own }
    const server = spawn(join(folder, 'node'), command.slice(1), { ...id, cwd: app, env })
    context.after(() => server.kill('SIGKILL'))
    const errors = text(server.stderr)
    const ended = once(server, 'exit')
    await Promise.race([once(server.stdout, 'data'), ended])
    const check = () => spawnSync(healthCheck[0] ?? '', healthCheck.slice(1), { env }).status
    assert.equal(check(), 0)
    await useServer(url)
    server.kill('SIGTERM')
    assert.deepEqual(await ended, [0, null])
    assert.equal(await errors, '')
    assert.equal(check(), 1)
  })
})

/** Installs as the stage does; returns its node_modules. */
async function runDependencies(folder: string): Promise<string> {
  const stage = join(folder, 'dependencies')
  for (const source of dependencies?.sources ?? []) await cp(join(projectRoot, source), join(stage, source))
  run(dependencies?.run ?? [], stage)
  return join(stage, 'node_modules')
}

/** Builds as the stage does, with the packages of this checkout; returns its dist. */
async function runBuild(folder: string): Promise<string> {
  const stage = join(folder, 'build')
  for (const source of build?.sources ?? [])
    await cp(join(projectRoot, source), join(stage, source), {
      recursive: true,
      filter: (path) => !/\bweb\/(dist|\.build-)/.test(path),
    })
  await symlink(join(projectRoot, 'node_modules'), join(stage, 'node_modules'))
  const [install = '', ...others] = build?.run ?? []
  assert.match(install, /^npm ci /)
  run(others, stage)
  return join(stage, 'dist')
}

function run(lines: string[], cwd: string) {
  for (const line of lines) {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd, encoding: 'utf8' })
    assert.equal(status, 0, stdout + stderr)
  }
}
