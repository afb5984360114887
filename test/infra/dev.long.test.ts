import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { freePort } from '../support/app.ts'
import { plainEnvironment } from '../support/cli.ts'
import { projectRoot } from '../support/project-root.ts'

describe('npm run dev', () => {
  let dataDir: string
  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'dev-'))
  })
  after(() => rm(dataDir, { recursive: true, force: true }))

  test('serves app and API on one port, and one Ctrl-C ends both', async (context) => {
    const port = await freePort()
    const url = `http://localhost:${port}`
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/dev.ts'], {
      cwd: projectRoot,
      // A group of its own: Ctrl-C in a terminal goes to all processes of a group.
      detached: true,
      env: { ...plainEnvironment(), PORT: String(port), PUBLIC_URL: url, DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const signal = (name: NodeJS.Signals) => process.kill(-(child.pid ?? 0), name)
    const ended = once(child, 'exit')
    context.after(() => {
      if (child.exitCode === null) signal('SIGKILL')
    })
    let printed = ''
    for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
      printed += chunk
      if (printed.includes('/docs')) break
    }
    assert.match(printed, new RegExp(`is at ${url}`))
    const text = async (path: string, init?: RequestInit) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init })
      return { status: response.status, body: await response.text() }
    }

    for (const path of ['/', '/app/receipts', '/app/check/0198?year=2025']) {
      const { status, body } = await text(path, { headers: { accept: 'text/html' } })
      assert.equal(status, 200, path)
      assert.match(body, /src="\/src\/main\.tsx/)
    }
    assert.match((await text('/src/main.tsx')).body, /createRoot/)
    assert.equal((await text('/mark.svg')).status, 200)
    assert.match((await text('/health/live')).body, /ok|live/)
    assert.equal((await text('/auth/me')).status, 401)
    assert.equal((await text('/auth/login')).status, 302)
    assert.match((await text('/openapi.json')).body, /"openapi":"3\.1/)
    const upload = await text('/receipts/upload', { method: 'POST', body: new FormData() })
    assert.equal(upload.status, 401)

    signal('SIGINT')
    assert.deepEqual(await ended, [0, null])
    await assert.rejects(fetch(`http://127.0.0.1:${port}/`))
  })
})
