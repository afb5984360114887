import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { englishIn } from '../support/english.ts'
import { fileForm, isProblem } from '../support/receipts.ts'

const NOT_FOUND = { en: 'Not found', ms: 'Tidak dijumpai' }

describe('the language of answers', () => {
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp()
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  const settings = async (client: Client, language?: string | null) => {
    const change = language !== undefined && {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ language }),
    }
    const answer = await client.fetch('/me/settings', change || {})
    assert.equal(answer.status, 200)
    return answer.json()
  }

  /** The language of a refusal, which its headers must say, too. */
  async function languageFor(client: Pick<Client, 'fetch'>, accepted?: string) {
    const headers: Record<string, string> = accepted === undefined ? {} : { 'accept-language': accepted }
    const answer = await client.fetch(`/receipts/${randomUUID()}`, { headers })
    const said = answer.headers.get('content-language')
    assert.match(answer.headers.get('vary') ?? '', /\bAccept-Language\b/)
    const { title } = await isProblem(answer, 404, 'not_found')
    assert.equal(title, NOT_FOUND[said as 'en' | 'ms'])
    return said
  }

  test('is the most wanted that Accept-Language names, else English', async () => {
    const anyone = {
      fetch: (_path: string, init?: RequestInit) => fetch(`${app.url}/nothing-here`, init),
    }
    for (const [accepted, language] of [
      [undefined, 'en'],
      ['ms', 'ms'],
      ['MS', 'ms'],
      ['ms-MY', 'ms'],
      ['ms-MY,ms;q=0.9,en-US;q=0.8,en;q=0.7', 'ms'],
      ['en-GB, ms;q=0.5', 'en'],
      ['zh-CN,zh;q=0.9,ms;q=0.4,en;q=0.2', 'ms'],
      ['en;q=0.1, ms;q=0.2', 'ms'],
      ['ms;q=0, en;q=0.1', 'en'],
      ['ta, *', 'en'],
      ['msx, english', 'en'],
      ['ms;q=7;;, =', 'en'],
      [','.repeat(5_000), 'en'],
    ] as const) {
      assert.equal(await languageFor(anyone, accepted), language, accepted)
    }
  })

  test('is that of the account where a client asks for no single one', async () => {
    assert.deepEqual(await settings(ana), { language: null })
    assert.equal(await languageFor(ana, 'en-US,en;q=0.9'), 'en')
    assert.deepEqual(await settings(ana, 'ms'), { language: 'ms' })
    assert.deepEqual(await settings(ana), { language: 'ms' })
    assert.equal(await languageFor(ana), 'ms')
    assert.equal(await languageFor(ana, 'en-US,en;q=0.9'), 'ms', 'what a browser sends unasked')
    assert.equal(await languageFor(ana, 'en'), 'en', 'what a client asks for')
    const me = await ana.fetch('/auth/me')
    assert.equal(((await me.json()) as { language?: string }).language, 'ms')
    const ben = await signUp(app, 'ben@example.org')
    assert.deepEqual(await settings(ben), { language: null }, 'it is of one person only')
    assert.deepEqual(await settings(ana, null), { language: null })
    assert.equal(await languageFor(ana), 'en')
  })

  test('is also that of what is wrong with a value, whoever finds it', async () => {
    const sent = async (path: string, body: unknown, method = 'PUT') => {
      const answer = await ana.fetch(path, {
        method,
        headers: { 'accept-language': 'ms', 'content-type': 'application/json', 'if-match': '*' },
        body: JSON.stringify(body),
      })
      const { title, detail, errors } = await isProblem<{ errors: { path: string; message: string }[] }>(
        answer,
        400,
        'validation_failed',
      )
      assert.deepEqual([title, detail], ['Ada nilai yang tidak sah', 'Lihat ralat bagi setiap nilai.'])
      assert.deepEqual(
        errors.flatMap(({ message }) => englishIn(message)),
        [],
      )
      return errors
    }
    const facts = '/tax-years/2025/taxpayer'
    // By a schema's limits, its kind, its own message, its members; and by the law.
    assert.match(
      (await sent(facts, { income: { employment: -1 } }))[0]?.message ?? '',
      /sekurang-kurangnya 0$/,
    )
    assert.match((await sent(facts, { sex: 'x' }))[0]?.message ?? '', /^mestilah salah satu daripada /)
    assert.match(
      (await sent(facts, { filedOn: '2026-02-30' }))[0]?.message ?? '',
      /bukan tarikh dalam kalendar/,
    )
    assert.match((await sent(facts, { salary: 1 }))[0]?.message ?? '', /^tidak dikenali: salary$/)
    assert.match(
      (await sent(facts, { amounts: { nothing: 1 } }))[0]?.message ?? '',
      /^tidak dikenali bagi 2025/,
    )
    assert.match(
      (await sent('/receipts', { totalSen: 'x' }, 'POST'))[0]?.message ?? '',
      /bukan jenis yang betul/,
    )
  })

  test('is also that of why a file was refused', async () => {
    const body = fileForm(Buffer.from('no picture'))
    const headers = { 'accept-language': 'ms' }
    const answer = await ana.fetch('/receipts/upload', { method: 'POST', headers, body })
    const { title, detail } = await isProblem(answer, 415, 'file_unsupported')
    assert.equal(title, 'Jenis fail ini tidak dapat dibaca')
    assert.match(String(detail), /^Ini bukan fail JPEG/)
  })

  test('a setting that there is not is refused', async () => {
    for (const body of [{ language: 'fr' }, { language: 'EN' }, { theme: 'dark' }]) {
      const answer = await ana.fetch('/me/settings', {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      await isProblem(answer, 400, 'validation_failed')
    }
  })
})
