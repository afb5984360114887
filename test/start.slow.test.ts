import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, describe, type TestContext, test } from 'node:test'
import { openDatabase } from '../server/adapters/sqlite/database.ts'
import { freePort, PASSWORD } from './support/app.ts'
import { createBrowser } from './support/browser.ts'
import { commandLine, plainEnvironment } from './support/cli.ts'
import { startProcess } from './support/server-process.ts'

/** The server as `npm start` runs it, in a folder of its own. */
function start(context: TestContext, cwd: string, env: Record<string, string>) {
  const child = spawn(process.execPath, commandLine('serve'), {
    cwd,
    env: { ...plainEnvironment(), ...env },
  })
  context.after(() => child.kill('SIGKILL'))
  const [out, err] = [text(child.stdout), text(child.stderr)]
  const ended = once(child, 'exit').then(async ([code]) => ({ code, out: await out, err: await err }))
  return { child, ended }
}

describe('npm start', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'start-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  test('says where it listens, where the data lies, its shape and what to do next; nothing else; keys are private', async (context) => {
    const port = await freePort()
    const { child, ended } = start(context, folder, { PORT: String(port) })
    await Promise.race([once(child.stdout, 'data'), ended])
    assert.equal((await fetch(`http://127.0.0.1:${port}/health/ready`)).status, 200)
    child.kill('SIGTERM')
    const { code, out, err } = await ended
    assert.equal(code, 0)
    assert.equal(err, '')
    const lines = out.split('\n')
    assert.match(lines[0] ?? '', new RegExp(`http://localhost:${port}`))
    assert.match(out, new RegExp(`127\\.0\\.0\\.1:${port} \\(this machine only\\)`))
    assert.match(out, new RegExp(`data\\s+${join(folder, 'data')}`))
    assert.match(out, /identity local, storage local, reader local/)
    assert.match(out, /open http.*make your account/)
    for (const name of ['', 'tracker.db', 'lock', 'files', 'incoming', 'keys']) {
      assert.equal((await stat(join(folder, 'data', name))).mode & 0o077, 0, name)
    }
    const keys = await readdir(join(folder, 'data', 'keys'))
    assert.ok(keys.length > 0)
    for (const key of keys)
      assert.equal((await stat(join(folder, 'data', 'keys', key))).mode & 0o777, 0o600, key)
  })

  test('on the network it prints the code of the first account once; it is in no log line, and of no use later', async (context) => {
    const port = await freePort()
    const url = `http://tracker.example.org:${port}`
    const env = { HOST: '0.0.0.0', PORT: String(port), PUBLIC_URL: url, LOG_LEVEL: 'debug' }
    const { child, ended } = start(context, folder, { ...env, DATA_DIR: join(folder, 'network') })
    const printed = String((await once(child.stdout, 'data'))[0])
    const code =
      /code +([A-Z\d-]{9}), asked for when the first account/.exec(printed)?.[1] ?? assert.fail(printed)
    const phone = createBrowser(url, {
      route: ({ host }) => ({ socket: new URL(`http://127.0.0.1:${port}`), host }),
      headers: { 'x-forwarded-for': '192.168.1.7' },
    })
    const form = { email: 'owner@example.org', password: PASSWORD }
    const page = await phone.submit(await phone.navigate('/auth/login'), { ...form, code: 'WRONG' })
    await phone.submit(page, { ...form, code })
    assert.equal((await phone.send('/auth/me')).status, 200)
    child.kill('SIGTERM')
    const { out, err } = await ended
    assert.equal(out.split(code).length, 2)
    assert.ok(!err.includes(code))

    const again = start(context, folder, { ...env, DATA_DIR: join(folder, 'network') })
    assert.doesNotMatch(String((await once(again.child.stdout, 'data'))[0]), /first account/)
    again.child.kill('SIGTERM')
    await again.ended
  })

  test('.env is read, and every problem of it is named at once', async (context) => {
    await writeFile(join(folder, '.env'), 'PORT=none\nSIGN_UP=all\nSECRET_KEY=hunter2\n')
    const { ended } = start(context, folder, {})
    const { code, err } = await ended
    assert.equal(code, 1)
    for (const name of ['PORT', 'SIGN_UP', 'SECRET_KEY']) assert.match(err, new RegExp(`${name} must be`))
    assert.doesNotMatch(err, /hunter2|at .*\.ts/)
    await rm(join(folder, '.env'))
  })

  test('two servers never share a data folder', async (context) => {
    const dataDir = join(folder, 'shared')
    const first = await startProcess({ dataDir })
    try {
      const { code, err } = await start(context, folder, {
        PORT: String(await freePort()),
        DATA_DIR: dataDir,
      }).ended
      assert.equal(code, 1)
      assert.match(err, /another server uses this data folder/)
      assert.equal((await fetch(`${first.url}/health/ready`)).status, 200)
    } finally {
      await first.kill()
    }
    // A lock does not outlive its process.
    const second = await startProcess({ dataDir })
    assert.equal(await second.terminate(), 0)
  })

  test('a taken port is said in words', async (context) => {
    const first = await startProcess({ dataDir: join(folder, 'first') })
    const env = { PORT: new URL(first.url).port, DATA_DIR: join(folder, 'second') }
    const { code, err } = await start(context, folder, env).ended
    await first.kill()
    assert.equal(code, 1)
    assert.match(err, /port is taken/)
  })

  test('a database of a newer release is refused and left alone', async (context) => {
    const dataDir = join(folder, 'newer')
    const first = await startProcess({ dataDir })
    await first.terminate()
    const db = openDatabase(join(dataDir, 'tracker.db'))
    db.run('PRAGMA user_version = 999')
    db.close()
    const { code, err } = await start(context, folder, { PORT: String(await freePort()), DATA_DIR: dataDir })
      .ended
    assert.equal(code, 1)
    assert.match(err, /schema 999.*newer release/)
  })

  test('a data folder that cannot be made is said in words', async (context) => {
    await writeFile(join(folder, 'file'), '')
    const env = { PORT: String(await freePort()), DATA_DIR: join(folder, 'file', 'data') }
    const { code, err } = await start(context, folder, env).ended
    assert.equal(code, 1)
    assert.match(err, /^Cannot start: .*file.data/)
    assert.doesNotMatch(err, /\n {4}at /)
  })
})
