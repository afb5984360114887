import assert from 'node:assert/strict'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { freePort } from '../support/app.ts'
import { plainEnvironment } from '../support/cli.ts'
import { projectRoot } from '../support/project-root.ts'
import { useServer } from '../support/working-server.ts'

describe('the package', () => {
  let folder: string
  let bin: string
  const installed = () => join(folder, 'node_modules/malaysian-tax-tracker')

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'package-'))
    const npm = (cwd: string, ...args: string[]) => execFileSync('npm', args, { cwd, encoding: 'utf8' })
    npm(projectRoot, 'pack', '--silent', '--pack-destination', folder)
    const [tarball = ''] = globSync('*.tgz', { cwd: folder })
    npm(folder, 'install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', `./${tarball}`)
    const typescript = globSync('node_modules/**/*.ts', { cwd: folder, withFileTypes: true })
    for (const file of typescript) await rm(join(file.parentPath, file.name), { recursive: true })
    bin = join(installed(), 'bin/tax-tracker.js')
  })
  after(() => rm(folder, { recursive: true, force: true }))

  const environment = (settings: Record<string, string> = {}) => ({
    ...plainEnvironment(),
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'warn',
    ...settings,
  })

  test('contains no sources, and nothing that a person keeps', async () => {
    const files = globSync('**/*', { cwd: installed() })
    assert.ok(files.length > 500)
    const odd = files.filter((file) =>
      /\.(ts|tsx|map|env)$|^(server|web|test|samples|node_modules\/\.)/.test(file),
    )
    assert.deepEqual(odd, [])
    const { engines } = JSON.parse(await readFile(join(installed(), 'package.json'), 'utf8'))
    assert.equal(engines.node, '>=24')
  })

  test('serves: sign-in, reading, documents, the app', async (context) => {
    const port = String(await freePort())
    const url = `http://127.0.0.1:${port}`
    const env = environment({ PORT: port, PUBLIC_URL: url })
    const server = spawn(process.execPath, [bin, 'serve'], { cwd: folder, env })
    context.after(() => server.kill('SIGKILL'))
    const [output, errors] = [text(server.stdout), text(server.stderr)]
    const ended = once(server, 'exit')
    await Promise.race([once(server.stdout, 'data'), ended])
    await useServer(url)
    server.kill('SIGTERM')
    assert.deepEqual(await ended, [0, null])
    assert.equal(await errors, '')
    assert.doesNotMatch(await output, /older than its sources|not built/)
  })

  test('reads a picture without a server', () => {
    const picture = join(projectRoot, 'samples/pharmacy-2017-08-11.jpg')
    const args = [bin, 'read', '--json', picture]
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: folder,
      env: environment(),
      encoding: 'utf8',
    })
    assert.equal(status, 0, stderr)
    const [{ reading }] = JSON.parse(stdout)
    assert.equal(reading.date.value, '2017-08-11')
  })

  test('its doctor finds the installation healthy', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'doctor'], {
      cwd: folder,
      env: environment(),
      encoding: 'utf8',
    })
    assert.equal(status, 0, stdout + stderr)
  })

  test('says to an older Node what it needs, in one sentence', () => {
    const pretended = `Object.defineProperty(process.versions, 'node', { value: '22.1.0' })`
    const preload = ['--import', `data:text/javascript,${encodeURIComponent(pretended)}`]
    const nodes: [program: string, options: string[]][] = [
      [process.execPath, preload],
      ...olderNodes().map((program): [string, string[]] => [program, []]),
    ]
    for (const [program, options] of nodes) {
      const args = [...options, bin, 'serve']
      const { status, stdout, stderr } = spawnSync(program, args, {
        cwd: folder,
        env: environment(),
        encoding: 'utf8',
      })
      assert.deepEqual([status, stdout], [1, ''], program)
      assert.match(stderr, /^tax-tracker needs Node\.js 24 or newer, and this is v[\d.]+: [^\n]+\.\n$/)
    }
  })
})

/** Those of this machine, if it has any. */
function olderNodes(): string[] {
  const paths = (process.env.PATH ?? '').split(delimiter).map((path) => join(path, 'node'))
  return [...new Set(paths)].filter((path) => {
    if (!existsSync(path)) return false
    const [, major = ''] = /^v(\d+)/.exec(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout) ?? []
    return Number(major) < 24
  })
}
