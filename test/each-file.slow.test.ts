import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { plainEnvironment } from './support/cli.ts'
import { lives } from './support/processes.ts'
import { projectRoot } from './support/project-root.ts'

const FILES = {
  'a hook that never ends': `before(() => new Promise(() => setInterval(() => {}, 1000)))`,
  'a server left open': `test('x', () => void setInterval(() => {}, 1000))`,
  'an endless loop': `test('x', () => { for (;;); })`,
}

for (const [what, code] of Object.entries(FILES)) {
  test(`${what} ends the run with a failure that names the file, and with all it has started`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'each-file-'))
    try {
      // What it starts holds the runner's pipe open, as servers in tests do.
      const child = `import { before, test } from 'node:test'
        import { spawn } from 'node:child_process'
        import { writeFileSync } from 'node:fs'
        const { pid } = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })
        writeFileSync('pid', String(pid))\n`
      await writeFile(join(folder, 'stuck.test.mjs'), `${child}${code}`)
      const preload = join(projectRoot, 'test/support/each-file.ts')
      const flags = [
        '--disable-warning=ExperimentalWarning',
        '--import',
        preload,
        '--test',
        '--test-timeout=1000',
      ]
      const env = { ...plainEnvironment(), TEST_FILE_SECONDS: '3' }
      const run = spawnSync(process.execPath, [...flags, 'stuck.test.mjs'], {
        cwd: folder,
        env,
        encoding: 'utf8',
      })
      assert.equal(run.status, 1)
      assert.match(run.stdout + run.stderr, /stuck\.test\.mjs has not ended after 3 s/)
      assert.equal(lives(Number(await readFile(join(folder, 'pid'), 'utf8'))), false)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
}

test('a fast test that starts a process fails its file, also when the code under test hides the error', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'each-file-'))
  const code = `import { test } from 'node:test'
    import { fork } from 'node:child_process'
    test('hides it', () => { try { fork('other.js') } catch {} })`
  const run = async (name: string) => {
    await writeFile(join(folder, name), code)
    const preload = join(projectRoot, 'test/support/each-file.ts')
    const flags = ['--disable-warning=ExperimentalWarning', '--import', preload, '--test', name]
    return spawnSync(process.execPath, flags, { cwd: folder, env: plainEnvironment(), encoding: 'utf8' })
  }
  try {
    await writeFile(join(folder, 'other.js'), '')
    const fast = await run('hidden.test.ts')
    assert.equal(fast.status, 1)
    assert.match(fast.stdout, /hidden\.test\.ts starts a process \(fork\)/)
    assert.equal((await run('hidden.slow.test.ts')).status, 0)
  } finally {
    await rm(folder, { recursive: true })
  }
})
