import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type ProblemCode, problems } from '../../server/http/problem-schema.ts'
import { signUp, startApp, type TestApp } from '../support/app.ts'

interface Operation {
  operationId: string
  security?: { bearer?: unknown }[]
  'x-codeSamples': { source: string }[]
  responses: Record<string, { description: string; content?: Content }>
}

type Content = Record<string, { schema: { allOf?: { properties?: { code: { enum: ProblemCode[] } } }[] } }>

/** The codes of problems that a response can have. */
const codesIn = (content: Content | undefined) =>
  (content?.['application/problem+json']?.schema.allOf ?? []).flatMap(
    ({ properties }) => properties?.code.enum ?? [],
  )

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
      .filter(({ url }) => /^\/(receipts|tax-years|auth|health|me|events)(\/|$)/.test(url))
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
    assert.ok(upload.responses['413'].content['application/problem+json'])
    const patch = document.paths['/receipts/{id}'].patch
    assert.ok(patch.requestBody.content['application/merge-patch+json'])
    assert.ok(patch.parameters.some((parameter: { name: string }) => parameter.name === 'if-match'))
    const { codes } = { codes: document.components.schemas.Problem.properties.code.enum }
    for (const code of ['version_conflict', 'file_too_large', 'internal_error'])
      assert.ok(codes.includes(code), code)
  })

  const operations = () =>
    Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        name: `${method.toUpperCase()} ${path}`,
        path,
        method: method.toUpperCase(),
        operation,
      })),
    )

  test('every operation has a name of its own, what it answers, and the codes it can refuse with', () => {
    const names = operations().map(({ operation }) => operation.operationId)
    for (const name of names) assert.match(name, /^[a-z][A-Za-z]+$/)
    assert.equal(new Set(names).size, names.length)
    for (const { name, operation } of operations()) {
      const entries = Object.entries(operation.responses)
      const done = entries.filter(([status]) => /^[23]/.test(status))
      assert.ok(done.length > 0, name)
      for (const [status, { description, content }] of done) {
        assert.ok(description, name)
        if (['204', '302', '303', '304'].includes(status)) assert.equal(content, undefined, name)
        else assert.ok(Object.values(content ?? {}).length > 0, `${name} ${status}`)
      }
      const codes = entries.flatMap(([, { content }]) => codesIn(content))
      assert.ok(codes.includes('validation_failed'), name)
      assert.ok(codes.includes('internal_error'), name)
      const statuses = entries.filter(([, { content }]) => codesIn(content).length > 0)
      for (const [status, { content }] of statuses) {
        for (const code of codesIn(content)) assert.equal(problems[code].status, Number(status), name)
      }
    }
  })

  test('it says how to sign in before anything else, and has every code with what to do', () => {
    const { description } = document.info as { description: string }
    const titles = [...description.matchAll(/^## (.*)$/gm)].map(([, title]) => title)
    assert.equal(titles[0], 'Sign in first')
    assert.ok(description.includes(`(${app.url}/auth/login?returnTo=/docs/)`))
    const rows = [...description.matchAll(/^\| `(\w+)` \| (\d+) \| (.+) \| (.+) \|$/gm)]
    assert.deepEqual(
      rows.map(([, code, status]) => [code, Number(status)]),
      Object.entries(problems).map(([code, { status }]) => [code, status]),
    )
  })

  test('every operation has a curl line with its address and, where it needs one, the token', () => {
    for (const { name, path, operation } of operations()) {
      const { source } = operation['x-codeSamples'][0] ?? assert.fail(name)
      const address =
        app.url + path.replace('{ya}', '2025').replace('{code}', 'lifestyle').replace('{id}', '$ID')
      assert.ok(source.startsWith('curl ') && source.includes(`"${address}`), `${name}: ${source}`)
      const needsToken = !operation.security || operation.security.some(({ bearer }) => bearer)
      assert.equal(source.includes('Bearer $TOKEN'), needsToken, name)
    }
  })

  test('a download is bytes of the types it can have', () => {
    const typesOf = (path: string) =>
      Object.entries(document.paths[path].get.responses['200'].content as Record<string, object>)
    for (const [path, expected] of [
      ['/receipts/{id}/file', ['image/jpeg', 'image/webp', 'application/pdf', 'application/xml']],
      ['/tax-years/{ya}/export', ['text/csv', 'application/pdf', 'application/zip']],
      ['/me/export', ['application/zip']],
    ] as const) {
      const types = new Map(typesOf(path))
      for (const type of expected) {
        assert.deepEqual(types.get(type), { schema: { type: 'string', format: 'binary' } }, path)
      }
    }
  })

  test('every operation refuses query parameters it does not know, and names them', async () => {
    const client = await signUp(app, 'ana@example.org')
    const id = crypto.randomUUID()
    const response = { clientDataJSON: 'x', attestationObject: 'x' }
    const credential = { id: 'x', rawId: 'x', type: 'public-key', response }
    /** Where a body is needed to get as far as the query. */
    const bodies: Record<string, object> = {
      enterReceipt: {},
      correctReceipt: {},
      unlockReceipt: { password: 'x' },
      linkRefund: { receiptId: null },
      settleDuplicate: { of: id, verdict: 'same' },
      changeReceipts: { action: 'trash', receipts: [{ id, version: 1 }] },
      exportReceipts: { ids: [id], format: 'csv' },
      allocateReceipt: { allocations: [] },
      enterRecurringMonths: { months: ['2025-04'] },
      replaceFacts: {},
      computeWhatIf: {},
      estimateFacts: { facts: [{}] },
      changePassword: { currentPassword: 'x', newPassword: 'x' },
      changeEmail: { currentPassword: 'x', email: 'x' },
      makeEmployerSheet: { form: 'tp1', month: 1 },
      computePcb: { month: 1, paySen: 1 },
      proveIdentity: { password: 'x' },
      addAuthenticatorApp: { setup: 'x', code: '123456' },
      addPasskey: { name: 'x', credential },
      renamePasskey: { name: 'x' },
    }
    /** Providers come back with whatever they like. */
    const foreign = ['completeSignIn']
    for (const { name, path, method, operation } of operations()) {
      const url = path.replace('{id}', id).replace('{ya}', '2025')
      const body = bodies[operation.operationId]
      const response = await client.fetch(`${url}?nonsense=1`, {
        method,
        redirect: 'manual',
        headers: {
          'if-match': '*',
          'sec-fetch-mode': 'cors',
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      if (foreign.includes(operation.operationId)) {
        assert.doesNotMatch(text, /nonsense/, name)
        continue
      }
      assert.equal(response.status, 400, `${name}: ${text}`)
      const { code, errors } = JSON.parse(text)
      assert.equal(code, 'validation_failed', name)
      assert.ok(
        errors.some(({ message }: { message: string }) => message.includes('nonsense')),
        `${name}: ${text}`,
      )
    }
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
      assert.match(script.headers.get('cache-control') ?? '', /max-age=31536000, immutable/)
      assert.match(script.headers.get('content-encoding') ?? '', /^(br|gzip)$/)
      assert.match(script.headers.get('content-security-policy') ?? '', /default-src 'none'/)
    }
    assert.match(html, /<script[^>]*\ssrc="js\/scalar\.js\?[0-9a-f]{16}"/)
  })
})
