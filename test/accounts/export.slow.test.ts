import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { get as httpGet, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { originalKey } from '../../server/receipts/files/keys.ts'
import type { Statement } from '../support/answers.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { shapes } from '../support/aws-app.ts'
import { claimed } from '../support/claims.ts'
import {
  changed,
  createScriptedReader,
  fileForm,
  isProblem,
  picture,
  type Receipt,
  uploaded,
} from '../support/receipts.ts'
import { until } from '../support/until.ts'
import { unzipped } from '../support/unzip.ts'

for (const shape of shapes) {
  describe(`an export of everything of a person (${shape.name})`, () => {
    let app: TestApp
    let ana: Client
    before(async () => {
      app = await shape.start({ overrides: { reader: createScriptedReader().reader } })
      ana = await signUp(app, 'ana@example.org')
    })
    after(() => app.close())

    const exported = async (client: Client) => {
      const response = await client.fetch('/me/export')
      assert.equal(response.status, 200)
      assert.equal(response.headers.get('content-type'), 'application/zip')
      assert.match(response.headers.get('content-disposition') ?? '', /^attachment; filename="[\w.-]+\.zip"$/)
      assert.equal(response.headers.get('cache-control'), 'no-store')
      const files = await unzipped(Buffer.from(await response.arrayBuffer()))
      const byPath = new Map(files.map(({ path, content }) => [path, content]))
      const json = (path: string) => JSON.parse(String(byPath.get(path)))
      return { paths: files.map(({ path }) => path), byPath, json }
    }

    test('has receipts with history, files and texts, trash, facts, statements, decisions, account, sessions', async () => {
      const bytes = await picture()
      const receipt = await uploaded(ana, bytes)
      const corrected = await changed(ana, receipt, { method: 'PATCH', body: { note: 'for Mei' } })
      const loose = await changed(ana, await uploaded(ana), { method: 'DELETE' })
      await claimed(ana, { merchant: 'POPULAR BOOK CO' }, 'lifestyle')
      const facts = await ana.fetch('/tax-years/2025/taxpayer', {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'if-match': '*' },
        body: JSON.stringify({ filedOn: '2026-04-01' }),
      })
      assert.ok(facts.ok, await facts.text())

      const pdf = await picture()
      const body = fileForm(pdf)
      const kept = await ana.fetch('/tax-years/2025/taxpayer/statements?kind=epf', { method: 'POST', body })
      const statement = (await kept.json()) as Statement
      assert.equal(kept.status, 201, JSON.stringify(statement))

      const language = await ana.fetch('/me/settings', {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ language: 'ms' }),
      })
      assert.ok(language.ok)

      const { paths, byPath, json } = await exported(ana)
      assert.deepEqual(json('settings.json'), { language: 'ms' })
      const folder = `receipts/${receipt.id}`
      const whole = json(`${folder}/receipt.json`)
      assert.deepEqual(whole.history, corrected.history)
      assert.equal(whole.note, 'for Mei')
      assert.deepEqual(byPath.get(`${folder}/${receipt.files[0].id}.jpg`), Buffer.from(bytes))
      const text = json(`${folder}/${receipt.files[0].id}.text.json`)
      assert.ok(JSON.stringify(text).includes('KEDAI BUKU MAJU'))
      assert.ok(json(`receipts/${loose.id}/receipt.json`).trashedAt)
      assert.equal(json('tax-years/2025/taxpayer.json').filedOn, '2026-04-01')
      assert.equal(json(`tax-years/2025/statements/${statement.id}.json`).kind, 'epf')
      assert.deepEqual(byPath.get(`tax-years/2025/statements/${statement.id}.jpg`), Buffer.from(pdf))
      assert.match(JSON.stringify(json('merchants.json')), /lifestyle/)
      assert.equal(json('account.json').email, 'ana@example.org')
      assert.equal(json('account.json').sub, ana.sub)
      assert.equal(json('sessions.json').length, 1)

      const manifest = json('manifest.json')
      assert.deepEqual([manifest.missing, manifest.damaged], [[], []])
      assert.equal(paths.at(-1), 'manifest.json')
      assert.deepEqual(
        manifest.files.map(({ path }: { path: string }) => path),
        paths.slice(0, -1),
      )
      for (const { path, sha256 } of manifest.files) {
        const content = byPath.get(path) ?? Buffer.alloc(0)
        assert.equal(createHash('sha256').update(content).digest('hex'), sha256, path)
      }
    })

    test('has nothing of anybody else, and no secret', async () => {
      const ben = await signUp(app, 'ben@example.org')
      const { paths, byPath } = await exported(ben)
      assert.deepEqual(
        paths.filter((path) => path.startsWith('receipts/') || path.startsWith('tax-years/')),
        [],
      )
      const all = [...byPath.values()].join('\n')
      assert.ok(!all.includes('ana@example.org') && !all.includes(ana.sub) && !all.includes(ben.token))
      assert.ok(!/password/i.test(all))
    })

    test('tells what is missing or damaged, and is whole but for that', async () => {
      const cat = await signUp(app, 'cat@example.org')
      const [lost, broken] = [await uploaded(cat), await uploaded(cat)]
      const key = ({ id, files }: Receipt) => originalKey(cat.sub, id, files[0].id)
      await app.services.receipts.files.removeAll(key(lost))
      await app.services.receipts.files.write(key(broken), Buffer.from('not what it was'))
      const { paths, json } = await exported(cat)
      const path = ({ id, files }: Receipt) => `receipts/${id}/${files[0].id}.jpg`
      const { missing, damaged } = json('manifest.json')
      assert.deepEqual([missing, damaged], [[path(lost)], [path(broken)]])
      assert.ok(paths.includes(path(broken)) && !paths.includes(path(lost)))
      assert.ok(paths.includes(`receipts/${lost.id}/receipt.json`))
    })

    test('is one at a time, and free again when it ended or its reader went away', async () => {
      const dan = await signUp(app, 'dan@example.org')
      const bytes = Buffer.concat([await picture(), Buffer.alloc(6_000_000)])
      for (let i = 0; i < 3; i++) await uploaded(dan, bytes)
      const hangUp = new AbortController()
      const headers = { authorization: `Bearer ${dan.token}` }
      const first = await fetch(`${app.url}/me/export`, { headers, signal: hangUp.signal })
      const second = await fetch(`${app.url}/me/export`, { headers })
      assert.ok(Number(second.headers.get('retry-after')) > 0)
      await isProblem(second, 429, 'too_many_requests')
      hangUp.abort()
      await assert.rejects(first.arrayBuffer())
      const third = await until(async () => {
        const answer = await fetch(`${app.url}/me/export`, { headers })
        return answer.status === 200 && answer
      })
      assert.ok((await unzipped(Buffer.from(await third.arrayBuffer()))).length > 6)
    })

    test('is given up, and free again, when its reader takes nothing for two minutes', async () => {
      const eve = await signUp(app, 'eve@example.org')
      const bytes = Buffer.concat([await picture(), Buffer.alloc(6_000_000)])
      for (let i = 0; i < 3; i++) await uploaded(eve, bytes)
      const headers = { authorization: `Bearer ${eve.token}` }
      const { promise: connected, resolve: connect } = Promise.withResolvers<Socket>()
      app.server.server.once('connection', connect)
      const request = httpGet(`${app.url}/me/export`, { headers, agent: false })
      const ended = once(request, 'close')
      const [response] = (await once(request, 'response')) as [IncomingMessage]
      response.on('error', () => {})
      const socket = await connected
      assert.equal(socket.timeout, 120_000)
      socket.emit('timeout')
      await ended
      const again = await until(async () => {
        const answer = await fetch(`${app.url}/me/export`, { headers })
        return answer.status === 200 && answer
      })
      assert.ok((await unzipped(Buffer.from(await again.arrayBuffer()))).length > 6)
    })

    test('needs a session, and no other method', async () => {
      await isProblem(await fetch(`${app.url}/me/export`), 401, 'unauthenticated')
      assert.equal((await ana.fetch('/me/export', { method: 'HEAD' })).status, 405)
    })
  })
}

test('a connection that breaks off in the middle of a file is made anew, and one that always does costs that file', async () => {
  let isBroken = (_key: string) => false
  const app = await startApp({
    overrides: {
      reader: createScriptedReader().reader,
      files: (real) => ({
        ...real,
        async open(key, range) {
          const found = await real.open(key, range)
          if (found && isBroken(key)) found.stream.destroy(new Error('aborted'))
          return found
        },
      }),
    },
  })
  try {
    const ana = await signUp(app, 'ana@example.org')
    const [once, always] = [await uploaded(ana), await uploaded(ana)]
    const broken = new Set<string>()
    isBroken = (key) => {
      const isAgain = broken.has(key)
      broken.add(key)
      return !isAgain || key.endsWith(always.files[0].id)
    }
    const response = await ana.fetch('/me/export')
    const files = await unzipped(Buffer.from(await response.arrayBuffer()))
    const manifest = JSON.parse(String(files.at(-1)?.content))
    assert.deepEqual(manifest.missing, [`receipts/${always.id}/${always.files[0].id}.jpg`])
    assert.ok(files.some(({ path }) => path === `receipts/${once.id}/${once.files[0].id}.jpg`))
  } finally {
    await app.close()
  }
})
