import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { startApp, type TestApp } from '../support/app.ts'
import { isProblem } from '../support/receipts.ts'

const PAGE =
  '<!doctype html><head><meta name="style-nonce" content="STYLE_NONCE"><script src="/app/assets/index-1.js"></script></head>'
const SCRIPT = 'console.log("the app")\n'.repeat(100)

const MANIFEST = {
  'index.html': { file: 'app/assets/index-1.js' },
  '_home-1.js': { file: 'app/assets/home-1.js', name: 'home' },
  'src/features/receipts/receipt.tsx': { file: 'app/assets/receipt-1.js' },
  'src/features/receipts/receipts.tsx': { file: 'app/assets/receipts-1.js' },
  'src/features/reliefs/reliefs.tsx': { file: 'app/assets/reliefs-1.js', imports: ['_shared.js'] },
  '_shared.js': { file: 'app/assets/shared-1.js', css: ['app/assets/shared-1.css'] },
}

/** A built app of a few bytes, as scripts/build-web-with-vite.ts leaves one. */
async function fakeBuild() {
  const dist = await mkdtemp(join(tmpdir(), 'web-dist-'))
  const assets = join(dist, 'app/assets')
  await mkdir(assets, { recursive: true })
  await writeFile(join(dist, 'index.html'), PAGE)
  await writeFile(join(dist, 'sw.js'), 'self.version = 1')
  await writeFile(join(dist, 'manifest.webmanifest'), '{"name":"Tracker"}')
  await writeFile(join(assets, 'index-1.js'), SCRIPT)
  await writeFile(join(assets, 'index-1.js.br'), brotliCompressSync(SCRIPT))
  await writeFile(join(assets, 'index-1.js.gz'), gzipSync(SCRIPT))
  await writeFile(join(assets, 'letters-1.woff2'), 'wOF2')
  await mkdir(join(dist, '.vite'))
  await writeFile(join(dist, '.vite/manifest.json'), JSON.stringify(MANIFEST))
  return dist
}

describe('the web app over HTTP', () => {
  let dist: string
  let app: TestApp
  before(async () => {
    dist = await fakeBuild()
    app = await startApp({ webDist: dist })
  })
  after(async () => {
    await app?.close()
    await rm(dist, { recursive: true, force: true })
  })
  const get = (path: string, init: RequestInit = {}) => fetch(app.url + path, { redirect: 'manual', ...init })

  test('visitors get the page at / and at every address below /app', async () => {
    for (const path of ['/', '/app', '/app/', '/app/receipts?year=2025', '/app/check/0198-x', '/?code=1']) {
      const response = await get(path, { headers: { accept: 'text/html', 'sec-fetch-mode': 'navigate' } })
      assert.equal(response.status, 200, path)
      assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8')
      assert.equal(response.headers.get('cache-control'), 'private, no-cache')
      assert.equal(response.headers.get('vary'), null)
      assert.match(await response.text(), /<script src="\/app\/assets\/index-1.js">/)
    }
  })

  test('with a session, the page loads the code of the screen at its path at once', async () => {
    const filesOf = async (path: string, cookie = 'access_token=x') => {
      const page = await (await get(path, { headers: { cookie } })).text()
      return [...page.matchAll(/<link rel="(?:modulepreload|stylesheet)"[^>]* href="([^"]+)">/g)].map(
        ([, href]) => href,
      )
    }
    assert.deepEqual(await filesOf('/?year=2025'), ['/app/assets/home-1.js'])
    const signedIn = '/app/assets/home-1.js'
    assert.deepEqual(await filesOf('/app/receipts?year=2025'), [signedIn, '/app/assets/receipts-1.js'])
    assert.deepEqual(await filesOf('/app/receipts/0198-x'), [signedIn, '/app/assets/receipt-1.js'])
    assert.deepEqual(await filesOf('/app/reliefs'), [
      signedIn,
      '/app/assets/reliefs-1.js',
      '/app/assets/shared-1.js',
      '/app/assets/shared-1.css',
    ])
    assert.deepEqual(await filesOf('/app/reliefs', ''), [])
  })

  test('the files of the app do not count as requests of an address: a household behind one may start it often', async () => {
    const remaining = async () => Number((await get('/openapi.json')).headers.get('x-ratelimit-remaining'))
    const before = await remaining()
    for (const path of ['/app/assets/index-1.js', '/sw.js', '/manifest.webmanifest']) {
      const response = await get(path)
      assert.equal(response.status, 200, path)
      assert.equal(response.headers.get('x-ratelimit-limit'), null, path)
    }
    assert.equal(before - (await remaining()), 1)
    assert.ok(
      Number((await get('/app')).headers.get('x-ratelimit-remaining')) < before - 1,
      'the page counts',
    )
  })

  test('each page has a style nonce of its own, and its policy is otherwise that of every page', async () => {
    const [first, second] = [await get('/'), await get('/')]
    const nonces = await Promise.all(
      [first, second].map(async (response) => {
        const [, nonce] = /style-nonce" content="([\w+/]{22}==)"/.exec(await response.text()) ?? []
        const policy = response.headers.get('content-security-policy') ?? ''
        assert.ok(policy.includes(`style-src 'self' 'nonce-${nonce}'`), policy)
        assert.match(policy, /script-src 'self';/)
        assert.doesNotMatch(policy, /unsafe/)
        return nonce
      }),
    )
    assert.notEqual(nonces[0], nonces[1])
    const other = (await get('/docs')).headers.get('content-security-policy') ?? ''
    assert.doesNotMatch(other, /nonce-/)
  })

  test('hashed files are kept for a year and sent as they were compressed', async () => {
    for (const [accepts, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['identity', null],
    ] as const) {
      const response = await get('/app/assets/index-1.js', { headers: { 'accept-encoding': accepts } })
      assert.equal(response.status, 200)
      assert.equal(response.headers.get('content-encoding'), encoding)
      assert.match(response.headers.get('content-type') ?? '', /^(text|application)\/javascript\b/)
      assert.match(response.headers.get('vary') ?? '', /accept-encoding/i)
      assert.equal(response.headers.get('cache-control'), 'public, max-age=31536000, immutable')
      assert.equal(await response.text(), SCRIPT)
    }
    const font = await get('/app/assets/letters-1.woff2', { headers: { 'accept-encoding': 'br' } })
    assert.equal(font.headers.get('content-type'), 'font/woff2')
    assert.equal(font.headers.get('content-encoding'), null)
  })

  test('the service worker and the manifest are asked for each time', async () => {
    for (const [path, type] of [
      ['/sw.js', /javascript/],
      ['/manifest.webmanifest', /^application\/manifest\+json/],
    ] as const) {
      const response = await get(path)
      assert.equal(response.status, 200)
      assert.equal(response.headers.get('cache-control'), 'no-cache')
      assert.match(response.headers.get('content-type') ?? '', type)
      const etag = response.headers.get('etag') ?? ''
      // undici adds `no-cache` to a conditional request unless told otherwise, which would rule out a 304.
      const again = await get(path, { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } })
      assert.equal(again.status, 304)
    }
  })

  test('HEAD answers as GET without a body', async () => {
    for (const path of ['/', '/app/receipts', '/app/assets/index-1.js', '/sw.js']) {
      const [head, full] = [await get(path, { method: 'HEAD' }), await get(path)]
      assert.equal(head.status, 200, path)
      assert.equal(head.headers.get('content-type'), full.headers.get('content-type'))
      assert.equal(await head.text(), '')
    }
  })

  test('a file that is not there is a 404, never the page', async () => {
    for (const path of [
      '/app/assets/index-0.js',
      '/app/assets/',
      '/app/assets/../../web-build.ts',
      '/mark.svg',
    ])
      await isProblem(await get(path), 404, 'not_found')
    await isProblem(await get('/application'), 404, 'not_found')
    await isProblem(await get('/app/receipts', { method: 'POST' }), 404, 'not_found')
  })

  test('a share that no service worker has taken leads to the app, whoever sends it, and changes nothing', async () => {
    const form = new FormData()
    form.append('files', new Blob([Buffer.alloc(12_000_000)], { type: 'image/jpeg' }), 'receipt.jpg')
    const bodies: RequestInit[] = [
      { body: form },
      { body: new URLSearchParams({ title: 'Resit' }), headers: { 'sec-fetch-site': 'cross-site' } },
      { body: 'text', headers: { 'content-type': 'application/x-something' } },
      {},
    ]
    for (const init of bodies) {
      const response = await get('/app/share', { method: 'POST', ...init })
      assert.equal(response.status, 303)
      assert.equal(response.headers.get('location'), '/app/snap?share=missed')
      assert.deepEqual(response.headers.getSetCookie(), [])
    }
  })

  test('other paths stay with the server', async () => {
    const navigation = { headers: { accept: 'text/html', 'sec-fetch-mode': 'navigate' } }
    for (const path of ['/docs', '/openapi.json', '/health/live', '/auth/login', '/receipts'])
      assert.doesNotMatch(await (await get(path, navigation)).text(), /index-1\.js/, path)
  })

  test('a build that replaces another one is served without a restart', async () => {
    await writeFile(join(dist, 'index.html'), PAGE.replace('index-1', 'index-2'))
    assert.match(await (await get('/')).text(), /index-2\.js/)
    await writeFile(join(dist, 'index.html'), PAGE)
  })
})

test('a server whose app is not built says how to build it, and the API works', async () => {
  const app = await startApp({ webDist: join(tmpdir(), 'no-such-build') })
  try {
    const page = await fetch(`${app.url}/app/receipts`)
    assert.equal(page.status, 200)
    assert.match(await page.text(), /has not been built.*npm ci/s)
    assert.equal((await fetch(`${app.url}/health/live`)).status, 200)
    assert.equal((await fetch(`${app.url}/app/assets/index-1.js`)).status, 404)
  } finally {
    await app.close()
  }
})
