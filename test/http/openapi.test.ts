import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { startApp, type TestApp } from '../support/app.ts'

describe('the description of the API', () => {
  let app: TestApp
  let document: ReturnType<typeof JSON.parse>

  before(async () => {
    app = await startApp()
    document = JSON.parse(await (await fetch(`${app.url}/openapi.json`)).text())
  })
  after(() => app.close())

  test('is OpenAPI 3.1 and has every route of the API', () => {
    assert.match(document.openapi, /^3\.1\./)
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations as object).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const api = app.routes
      .filter(({ url }) => /^\/(receipts|tax-years|auth|health|me)(\/|$)/.test(url))
      .flatMap(({ method, url }) =>
        [method].flat().map((name) => `${name} ${url.replace(/:(\w+)/g, '{$1}')}`),
      )
      .filter((route) => !route.startsWith('HEAD '))
    assert.deepEqual(described.sort(), [...new Set(api)].sort())
  })

  test('says what is sent, what comes back, and which errors there are', () => {
    const upload = document.paths['/receipts/upload'].post
    const { schema } = upload.requestBody.content['multipart/form-data']
    assert.deepEqual(schema.required, ['file'])
    assert.match(upload.responses['201'].content['application/json'].schema.$ref, /\/Receipt$/)
    assert.ok(upload.responses['4XX'].content['application/problem+json'])
    const patch = document.paths['/receipts/{id}'].patch
    assert.ok(patch.requestBody.content['application/merge-patch+json'])
    assert.ok(patch.parameters.some((parameter: { name: string }) => parameter.name === 'if-match'))
    const { codes } = { codes: document.components.schemas.Problem.properties.code.enum }
    for (const code of ['version_conflict', 'file_too_large', 'internal_error'])
      assert.ok(codes.includes(code), code)
  })

  test('every reference in it leads somewhere', () => {
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)]
    assert.ok(references.length > 10)
    for (const [, name] of references) assert.ok(document.components.schemas[name ?? ''], name)
  })

  test('can be browsed, with nothing from elsewhere', async () => {
    const page = await fetch(`${app.url}/docs`)
    const html = await page.text()
    assert.equal(page.status, 200)
    const policy = page.headers.get('content-security-policy') ?? ''
    assert.doesNotMatch(policy, /https?:|script-src[^;]*unsafe/)
    for (const [, source] of html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)) {
      const script = await fetch(new URL(source ?? '', page.url))
      assert.equal(script.status, 200)
      assert.equal(new URL(script.url).origin, app.url)
    }
  })
})
