import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, cp, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { preloads } from '../../server/http/app-preloads.ts'
import { webBuildNotice } from '../../server/web-build.ts'
import { projectRoot } from '../support/project-root.ts'

test('the web app that the tests use is built from these sources (npm run build:web)', () => {
  assert.equal(webBuildNotice(), undefined)
})

describe('the build of the web app', () => {
  let checkout: string
  before(async () => {
    checkout = await mkdtemp(join(tmpdir(), 'web-build-'))
    for (const name of ['package.json', 'package-lock.json', 'scripts', 'server/web-build.ts', 'web'])
      await cp(join(projectRoot, name), join(checkout, name), {
        recursive: true,
        filter: (path) => !/\bweb\/(dist|\.build-)/.test(path),
      })
  })
  after(() => rm(checkout, { recursive: true, force: true }))

  const useModules = () => symlink(join(projectRoot, 'node_modules'), join(checkout, 'node_modules'))

  /** `npm ci`'s call of the prepare script. */
  async function build() {
    const child = spawn(process.execPath, ['scripts/build-web.js'], { cwd: checkout })
    const [out, err] = [text(child.stdout), text(child.stderr)]
    const [code] = await once(child, 'exit')
    return { code, out: await out, err: await err }
  }

  test('without development dependencies one line says that nothing is built, and the install succeeds', async () => {
    const { code, out, err } = await build()
    assert.deepEqual([code, err], [0, ''])
    assert.match(out, /^The web app is not built: .*development dependencies.*\n$/)
    assert.match(webBuildNotice(checkout) ?? '', /not built.*npm ci/)
  })

  test('two builds at once both succeed with one line, and leave one whole build', async () => {
    await useModules()
    for (const { code, out, err } of await Promise.all([build(), build()])) {
      assert.deepEqual([code, err], [0, ''])
      assert.match(out, /^The web app is built \([\d.]+ s\)\.\n$/)
    }
    assert.deepEqual(
      (await readdir(join(checkout, 'web'))).filter((name) => name.startsWith('.build-')),
      [],
    )
    assert.equal(webBuildNotice(checkout), undefined)
    const files = await readdir(join(checkout, 'web/dist/app/assets'))
    const page = await readFile(join(checkout, 'web/dist/index.html'), 'utf8')
    const named = [...page.matchAll(/\/app\/assets\/([\w.-]+)/g)].map(([, name = '']) => name)
    assert.ok(named.length > 3)
    for (const name of named)
      for (const form of ['', '.br', '.gz']) assert.ok(files.includes(name + form), name + form)
  })

  test('what asks for data runs at once, and the server finds the code of each screen by its name', async () => {
    const dist = join(checkout, 'web/dist')
    assert.match(await readFile(join(dist, 'index.html'), 'utf8'), /<script type="module" async [^>]*\/boot-/)
    for (const [path, chunk] of [
      ['/', 'home'],
      ['/app/snap', 'snap'],
      ['/app/check/0198-x', 'check'],
      ['/app/receipts', 'receipts'],
      ['/app/receipts/new', 'enter'],
      ['/app/receipts/0198-x', 'receipt'],
      ['/app/reliefs', 'reliefs'],
      ['/app/year', 'year'],
      ['/app/year/interview', 'interview'],
      ['/app/year/statements', 'statements'],
      ['/app/year/file', 'file'],
      ['/app/account', 'account'],
    ] as const) {
      const hints = await preloads(dist, { path, acceptLanguage: undefined, hasSession: true })
      const names = [...hints.matchAll(/modulepreload[^>]*\/assets\/([\w-]+)-[\w-]{8}\.js/g)].map(
        ([, name]) => name,
      )
      for (const name of ['en', 'home', chunk]) assert.ok(names.includes(name), `${path}: ${names}`)
    }
  })

  test('a changed source, page or lockfile makes the build stale', async () => {
    for (const name of ['web/src/ui/tokens.css', 'web/index.html', 'package-lock.json']) {
      await cp(join(checkout, name), join(checkout, 'before'))
      await appendFile(join(checkout, name), '\n')
      assert.match(webBuildNotice(checkout) ?? '', /older than its sources.*npm ci/, name)
      await rename(join(checkout, 'before'), join(checkout, name))
      assert.equal(webBuildNotice(checkout), undefined)
    }
  })

  test('a mistake fails the install, names the file and keeps the earlier build', async () => {
    await writeFile(join(checkout, 'web/src/main.tsx'), "import './not-there.ts'\n")
    const { code, err } = await build()
    assert.equal(code, 1)
    assert.match(err, /not-there\.ts/)
    assert.match(err, /main\.tsx/)
    assert.match(err, /could not be built/)
    assert.ok((await readdir(join(checkout, 'web/dist'))).includes('index.html'))
    assert.equal(
      (await readdir(join(checkout, 'web'))).some((name) => name.startsWith('.build-')),
      false,
    )
  })

  test('an installation without the sources has nothing to compare', async () => {
    await rm(join(checkout, 'web/src'), { recursive: true })
    assert.equal(webBuildNotice(checkout), undefined)
  })
})
