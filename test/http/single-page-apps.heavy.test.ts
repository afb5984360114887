import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { makePdf } from '../support/pdf.ts'
import { type CognitoApp, SPA_CLIENT_ID, startCognitoApp } from '../support/platforms.ts'
import { projectRoot } from '../support/project-root.ts'
import { createScriptedReader, fileForm, isProblem, picture } from '../support/receipts.ts'
import { type SpaTokens, signInAsSpa } from '../support/spa-sign-in.ts'

const ORIGIN = 'https://spa.example.org'
const CALLBACK = `${ORIGIN}/`

/** The table of docs/single-page-apps.md: what is said, by its first column without marks. */
const says = new Map(
  readFileSync(join(projectRoot, 'docs/single-page-apps.md'), 'utf8')
    .split('| what | rule |')[1]
    ?.split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, what = '', rule = '']) => [what.replaceAll('`', ''), rule]),
)

/** The names in backticks at the beginning of a rule. */
const namesIn = (rule: string) =>
  [...(/^(?:`[^`]+` ?)+/.exec(rule)?.[0].matchAll(/`([^`]+)`/g) ?? [])].map(([, name]) => name)
const numbersIn = (rule: string) =>
  [...rule.matchAll(/\d[\d,]*/g)].map(([number]) => Number(number.replaceAll(',', '')))
const listed = (header: string | null) => (header ?? '').split(/, ?/)

describe('what docs/single-page-apps.md says about calls from another origin', () => {
  let app: CognitoApp
  let tokens: SpaTokens
  let token: string
  const reader = createScriptedReader()

  before(async () => {
    app = await startCognitoApp({
      env: { ALLOW_ORIGINS: ORIGIN, TRUST_PROXY: '1' },
      clients: [{ id: SPA_CLIENT_ID, callbackUrls: [CALLBACK], signOutUrls: [CALLBACK] }],
      overrides: { reader: reader.reader },
    })
    tokens = await signIn('spa@example.com')
    token = tokens.access_token
  })
  after(() => app.close())

  const signIn = (email: string) =>
    signInAsSpa({ issuer: app.cognito.issuer, clientId: SPA_CLIENT_ID, callback: CALLBACK }, email)

  function call(path: string, init: RequestInit & { as?: string | null; origin?: string } = {}) {
    const { as = token, origin = ORIGIN, ...rest } = init
    const headers = new Headers(rest.headers)
    headers.set('origin', origin)
    if (as !== null) headers.set('authorization', `Bearer ${as}`)
    return fetch(app.url + path, { ...rest, headers })
  }
  const upload = (body: FormData, headers: Record<string, string> = {}) =>
    call('/receipts/upload', { method: 'POST', body, headers })
  const preflight = (origin = ORIGIN) =>
    fetch(`${app.url}/receipts`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    })
  const limitOf = ({ headers }: Response) => Number(headers.get('x-ratelimit-limit'))
  const isReadable = (response: Response) =>
    assert.equal(response.headers.get('access-control-allow-origin'), ORIGIN, String(response.status))
  const change = (id: string, headers: Record<string, string>) =>
    call(`/receipts/${id}`, {
      method: 'PATCH',
      body: '{"merchant":"Kedai"}',
      headers: { 'content-type': 'application/merge-patch+json', ...headers },
    })

  /** One check for each row. @param rule what the row says, so that its numbers and names are those that are checked */
  const checks: Record<string, (rule: string) => Promise<void>> = {
    async origin() {
      assert.equal((await preflight()).headers.get('access-control-allow-origin'), ORIGIN)
      for (const other of ['https://spa.example.org:8443', 'http://spa.example.org', 'null']) {
        const names = [
          ...(await preflight(other)).headers.keys(),
          ...(await call('/receipts', { origin: other })).headers.keys(),
        ]
        assert.deepEqual(
          names.filter((name) => name.startsWith('access-control-')),
          [],
          other,
        )
      }
    },

    async methods(rule) {
      assert.deepEqual(namesIn(rule), listed((await preflight()).headers.get('access-control-allow-methods')))
    },

    async 'request headers'(rule) {
      assert.deepEqual(namesIn(rule), listed((await preflight()).headers.get('access-control-allow-headers')))
    },

    async 'readable response headers'(rule) {
      const answer = await call('/auth/me')
      assert.deepEqual(namesIn(rule), listed(answer.headers.get('access-control-expose-headers')))
    },

    async preflight(rule) {
      const answer = await preflight()
      assert.equal(answer.status, 204)
      assert.deepEqual(numbersIn(rule), [Number(answer.headers.get('access-control-max-age'))])
    },

    async cookies() {
      for (const answer of [await preflight(), await call('/auth/me')]) {
        assert.equal(answer.headers.get('access-control-allow-credentials'), null)
      }
      const cookie = `access_token=${token}`
      const changed = await call('/me/examples', { method: 'DELETE', as: null, headers: { cookie } })
      await isProblem(changed, 403, 'cross_site_request')
    },

    async refusals(rule) {
      const big = '"'.padEnd(300_000)
      const json = { 'content-type': 'application/json' }
      const refused = [
        await call('/auth/me', { as: null }),
        await call('/receipts/no-such-path/at-all'),
        await call('/receipts', { method: 'POST', body: big, headers: json }),
        await call('/receipts', { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } }),
        (await afterTooMany()).answer,
      ]
      assert.deepEqual(
        refused.map(({ status }) => status),
        numbersIn(rule),
      )
      for (const answer of refused) {
        isReadable(answer)
        assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/)
      }
    },

    async token(rule) {
      assert.equal((await call('/auth/me')).status, 200)
      await isProblem(await call('/auth/me', { as: tokens.id_token }), 401, 'invalid_token')
      assert.deepEqual(numbersIn(rule), [12_000, 401])
      app.cognito.faults.accessToken = { 'custom:long': 'x'.repeat(9_500) }
      const long = (await signIn('long@example.com')).access_token
      app.cognito.faults.accessToken = { 'custom:long': 'x'.repeat(7_000) }
      const shorter = (await signIn('long@example.com')).access_token
      app.cognito.faults.accessToken = {}
      assert.ok(long.length > 12_000 && shorter.length < 12_000 && shorter.length > 10_000)
      assert.equal((await call('/auth/me', { as: long })).status, 401)
      assert.equal((await call('/auth/me', { as: shorter })).status, 200)
    },

    async 'expired or ended token'() {
      app.cognito.faults.accessToken = { exp: Math.floor(Date.now() / 1000) - 60 }
      const expired = (await signIn('expired@example.com')).access_token
      app.cognito.faults.accessToken = {}
      const ended = (await signIn('ended@example.com')).access_token
      await call('/auth/logout', { method: 'POST', as: ended })
      for (const as of [expired, ended]) {
        const answer = await call('/auth/me', { as })
        assert.equal(answer.headers.get('www-authenticate'), 'Bearer error="invalid_token"')
        await isProblem(answer, 401, 'invalid_token')
      }
      assert.equal((await call('/auth/me', { as: null })).headers.get('www-authenticate'), 'Bearer')
    },

    async 'GET /auth/me'() {
      const members = async () => Object.keys((await (await call('/auth/me')).json()) as object)
      assert.deepEqual(await members(), ['sub', 'username'])
      const body = JSON.stringify({ language: 'ms' })
      const headers = { 'content-type': 'application/json' }
      assert.equal((await call('/me/settings', { method: 'PATCH', body, headers })).status, 200)
      assert.deepEqual(await members(), ['sub', 'username', 'language'])
    },

    async 'POST /auth/refresh'() {
      assert.equal((await call('/auth/refresh', { method: 'POST' })).status, 403)
      const ofOurs = await fetch(`${app.url}/auth/refresh`, {
        method: 'POST',
        headers: { origin: app.url, authorization: `Bearer ${token}` },
      })
      assert.equal(ofOurs.status, 401)
    },

    async 'POST /auth/logout'() {
      const { access_token: first, refresh_token } = await signIn('leaves@example.com')
      const renewed = await fetch(`${app.cognito.domain}/oauth2/token`, {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'refresh_token', client_id: SPA_CLIENT_ID, refresh_token }),
      })
      const { access_token: second } = (await renewed.json()) as SpaTokens
      const answer = await call('/auth/logout', { method: 'POST', as: first })
      assert.equal(answer.status, 200)
      assert.deepEqual(await answer.json(), { revoked: false, notDone: [] })
      for (const as of [first, second]) assert.equal((await call('/auth/me', { as })).status, 401)
    },

    async 'GET /me/sessions'() {
      const { access_token: as } = await signIn('sessions@example.com')
      const listOf = await call('/me/sessions', { as })
      assert.deepEqual(await listOf.json(), { sessions: [] })
      const { origin_jti } = JSON.parse(Buffer.from(as.split('.')[1] ?? '', 'base64url').toString())
      await isProblem(await call(`/me/sessions/${origin_jti}`, { method: 'DELETE', as }), 404, 'not_found')
      assert.equal((await call('/auth/me', { as })).status, 200)
      const other = (await signIn('sessions@example.com')).access_token
      const body = JSON.stringify({ everywhere: true })
      const headers = { 'content-type': 'application/json' }
      assert.equal((await call('/auth/logout', { method: 'POST', as: other, body, headers })).status, 200)
      assert.equal((await call('/auth/me', { as })).status, 401)
    },

    async 'GET /events'() {
      const leave = new AbortController()
      const answer = await call('/events', { signal: leave.signal })
      leave.abort()
      assert.equal(answer.status, 200)
      isReadable(answer)
      assert.match(answer.headers.get('content-type') ?? '', /^text\/event-stream/)
    },

    async 'all calls'(rule) {
      assert.deepEqual(numbersIn(rule), [limitOf(await call('/receipts'))])
    },

    async 'calls with refused tokens'(rule) {
      assert.deepEqual(numbersIn(rule), [(await afterTooMany()).allowed])
    },

    async uploads(rule) {
      assert.deepEqual(numbersIn(rule), [limitOf(await upload(fileForm(await picture())))])
    },

    async 'over a limit'() {
      const { answer } = await afterTooMany()
      assert.match(answer.headers.get('retry-after') ?? '', /^[1-9]\d*$/)
      await isProblem(answer, 429, 'too_many_requests')
    },

    async file(rule) {
      const [megabytes = 0, pages = 0, invoice = 0] = numbersIn(rule)
      const tooLarge = fileForm(Buffer.alloc(megabytes * 1024 * 1024 + 1, await picture()))
      await isProblem(await upload(tooLarge), 413, 'file_too_large')
      const many = makePdf(Array.from({ length: pages + 1 }, () => ({ lines: ['Total 1.00'] })))
      await isProblem(await upload(fileForm(many, 'many.pdf')), 422, 'too_many_pages')
      const xml = `<?xml version="1.0"?><Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">`
      const long = Buffer.from(xml.padEnd(invoice * 1_000_000 + 1_000))
      await isProblem(await upload(fileForm(long, 'invoice.xml')), 413, 'file_too_large')
    },

    async 'other bodies'(rule) {
      const [kilobytes = 0] = numbersIn(rule)
      const headers = { 'content-type': 'application/json' }
      const withLength = (bytes: number) =>
        call('/receipts', { method: 'POST', headers, body: JSON.stringify('x'.repeat(bytes - 2)) })
      await isProblem(await withLength(kilobytes * 1024), 400, 'validation_failed')
      await isProblem(await withLength(kilobytes * 1024 + 1), 413, 'file_too_large')
    },

    async 'Idempotency-Key'(rule) {
      const [characters = 0] = numbersIn(rule)
      const bytes = await picture()
      const key = { 'idempotency-key': 'k'.repeat(characters) }
      const first = await upload(fileForm(bytes), key)
      const again = await upload(fileForm(bytes), key)
      assert.equal(again.headers.get('idempotency-replayed'), 'true')
      assert.equal(((await again.json()) as { id: string }).id, ((await first.json()) as { id: string }).id)
      await isProblem(await upload(fileForm(await picture()), key), 422, 'idempotency_key_reused')
      const longer = { 'idempotency-key': 'k'.repeat(characters + 1) }
      await isProblem(await upload(fileForm(bytes), longer), 400, 'bad_request')
    },

    async 'Prefer: respond-async'(rule) {
      const [accepted, created] = numbersIn(rule)
      const atOnce = await upload(fileForm(await picture()), { prefer: 'respond-async' })
      assert.deepEqual([atOnce.status, atOnce.headers.get('preference-applied')], [accepted, 'respond-async'])
      assert.equal((await upload(fileForm(await picture()))).status, created)
    },

    async changes() {
      const answer = await upload(fileForm(await picture()))
      const { id } = (await answer.json()) as { id: string }
      const eTag = answer.headers.get('etag') ?? ''
      await isProblem(await change(id, {}), 428, 'version_required')
      assert.equal((await change(id, { 'if-match': eTag })).status, 200)
      await isProblem(await change(id, { 'if-match': eTag }), 412, 'version_conflict')
    },

    async lists(rule) {
      const [usual = 0, most = 0] = numbersIn(rule)
      const { access_token: as } = await signIn('lists@example.com')
      const headers = { 'content-type': 'application/json' }
      const page = async (query = '') => {
        const answer = await call(`/receipts${query}`, { as })
        return (await answer.json()) as { receipts: object[]; nextCursor: string | null }
      }
      for (let n = 0; n <= usual; n++) {
        const entered = await call('/receipts', { method: 'POST', as, headers, body: '{"merchant":"Kedai"}' })
        assert.equal(entered.status, 201, await entered.text())
      }
      const first = await page()
      assert.equal(first.receipts.length, usual)
      const last = await page(`?cursor=${first.nextCursor}`)
      assert.deepEqual([last.receipts.length, last.nextCursor], [1, null])
      assert.equal((await page(`?limit=${most}`)).receipts.length, usual + 1)
      await isProblem(await call(`/receipts?limit=${most + 1}`, { as }), 400, 'validation_failed')
    },
  }

  /** How many calls with a refused token got 401, and the first other answer. */
  let flood: Promise<{ allowed: number; answer: Response }> | undefined
  async function afterTooMany() {
    // Another address than that of the other checks, which may go on.
    const guess = () => call('/auth/me', { as: 'spoilt', headers: { 'x-forwarded-for': '203.0.113.9' } })
    flood ??= (async () => {
      for (let allowed = 0; ; allowed++) {
        const answer = await guess()
        if (answer.status !== 401 || allowed > 1_000) return { allowed, answer }
        await answer.body?.cancel()
      }
    })()
    const { allowed, answer } = await flood
    return { allowed, answer: answer.clone() }
  }

  test('every row is checked', () => assert.deepEqual([...says.keys()].sort(), Object.keys(checks).sort()))

  for (const [what, check] of Object.entries(checks)) {
    test(what, () => check(says.get(what) ?? ''))
  }
})
