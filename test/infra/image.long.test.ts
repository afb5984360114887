import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { freePort } from '../support/app.ts'
import { plainEnvironment } from '../support/cli.ts'
import { projectRoot } from '../support/project-root.ts'
import { image, letIn } from './dockerfile.ts'

const { bases, install, web, environment, sources, taken, user, healthCheck, command } = image()
const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))

describe('the image', () => {
  test('is Node 24 with production dependencies alone, and its process is not root', () => {
    for (const base of bases) assert.match(base, /^node:24-slim\b/)
    assert.match(install.join(), /npm ci --omit=dev/)
    assert.equal(user, 'node')
    assert.equal(environment.NODE_ENV, 'production')
  })

  test('lets in what it is made of, and nothing a person keeps beside it', () => {
    const isLetIn = (source: string) =>
      letIn().some(
        (name) => name === source || source.startsWith(`${name}/`) || name.startsWith(`${source}/`),
      )
    for (const source of [...sources, ...web.sources]) assert.ok(isLetIn(source), source)
    assert.deepEqual(
      letIn().filter((name) => /^(data|\.env|\.git|node_modules|web$|web\/dist)/.test(name)),
      [],
    )
  })

  test('has the built web app but neither its sources nor what builds it', () => {
    assert.ok(
      taken.some(({ from, path, to }) => from === 'web' && path === '/app/web/dist' && to === 'web/dist'),
    )
    assert.deepEqual(
      sources.filter((source) => /^(web|scripts)\b/.test(source)),
      [],
    )
    assert.match(web.run.join(), /npm ci(?!.*--omit)/)
  })

  test('has the example receipts, and their recorded text', () => {
    assert.ok(sources.includes('samples/examples') && sources.includes('samples/example-texts'))
  })

  test('has every package the server imports', () => {
    const packages = new Set(
      globSync('server/**/*.ts', { cwd: projectRoot }).flatMap((file) => {
        const source = readFileSync(join(projectRoot, file), 'utf8').replace(
          /^(import|export) type [^']*'[^']*'/gm,
          '',
        )
        const names = [
          ...source.matchAll(/(?:(?<!')\bfrom|\bimport|\bimport\(|\bresolve\()\s*'([^'.\]][^']*)'/g),
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

  test('starts as npm start does, and its health check sees it live and gone', async (context) => {
    assert.equal(command.join(' '), manifest.scripts.start)
    const folder = await mkdtemp(join(tmpdir(), 'image-'))
    try {
      await buildWeb(folder)
      for (const source of sources)
        await cp(join(projectRoot, source), join(folder, source), { recursive: true })
      await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'))
      const env = {
        ...environment,
        ...plainEnvironment(),
        PORT: String(await freePort()),
        DATA_DIR: join(folder, 'data'),
      }
      const [program = '', ...args] = command
      const server = spawn(program, args, { cwd: folder, env })
      context.after(() => server.kill('SIGKILL'))
      const ended = once(server, 'exit')
      await Promise.race([once(server.stdout, 'data'), ended])
      const check = () => spawnSync(healthCheck[0] ?? '', healthCheck.slice(1), { env }).status
      assert.equal(check(), 0)
      const page = await (await fetch(`http://127.0.0.1:${env.PORT}/`)).text()
      assert.match(page, /<script type="module" crossorigin src="\/app\/assets\//)
      server.kill('SIGTERM')
      assert.deepEqual(await ended, [0, null])
      assert.equal(check(), 1)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

/** Does what the stage of the web app does, and puts its build where the image has it. */
async function buildWeb(folder: string) {
  const stage = await mkdtemp(join(tmpdir(), 'image-web-'))
  try {
    for (const source of web.sources)
      await cp(join(projectRoot, source), join(stage, source), {
        recursive: true,
        filter: (path) => !/\bweb\/(dist|\.build-)/.test(path),
      })
    await symlink(join(projectRoot, 'node_modules'), join(stage, 'node_modules'))
    const [, ...build] = web.run
    for (const line of build) {
      const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: stage, encoding: 'utf8' })
      assert.equal(status, 0, stdout + stderr)
      assert.match(stdout, /^The web app is built \([\d.]+ s\)\.\n$/)
    }
    await cp(join(stage, 'web/dist'), join(folder, 'web/dist'), { recursive: true })
  } finally {
    await rm(stage, { recursive: true, force: true })
  }
}
