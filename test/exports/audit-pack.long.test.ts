import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { originalKey } from '../../server/receipts/files/keys.ts'
import type { FileStore } from '../../server/receipts/ports.ts'
import { type Client, signUp, type TestApp } from '../support/app.ts'
import { shapes } from '../support/aws-app.ts'
import { allocate, type Purchase } from '../support/claims.ts'
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

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

for (const { name: shape, start } of shapes) {
  describe(`the audit pack, with ${shape} storage`, () => {
    let app: TestApp
    let ana: Client
    let people = 0
    /** What stands between the server and its files; each test may put something in its way. */
    let opening: () => Promise<void>
    let opened = 0
    before(async () => {
      const slowed = (real: FileStore): FileStore => ({
        ...real,
        async open(key, range) {
          opened++
          await opening()
          return real.open(key, range)
        },
      })
      const clock = { now: () => new Date('2026-03-20T04:00:00Z') }
      const { reader } = createScriptedReader([''])
      app = await start({ clock, overrides: { reader, files: slowed } })
    })
    after(() => app.close())

    async function somebody() {
      opening = async () => {}
      opened = 0
      ana = await signUp(app, `ana${++people}@example.org`)
    }

    /** A confirmed receipt with a picture, which counts as a book. */
    async function photographed(values: Purchase, bytes?: Buffer): Promise<Receipt> {
      const body = { merchant: 'KEDAI BUKU MAJU', date: '2025-03-14', totalSen: 2_500, ...values }
      const receipt = await changed(ana, await uploaded(ana, bytes), { method: 'PATCH', body })
      const parts = [{ relief: 'lifestyle-books', sen: receipt.totalSen }]
      const allocated = (await (await allocate(ana, receipt, parts)).json()) as Receipt
      return changed(ana, allocated, { path: '/confirm' })
    }

    /** As it comes, byte by byte. */
    const ask = (init: RequestInit = {}) =>
      fetch(new URL('/tax-years/2025/export?format=zip', app.socket), {
        headers: { authorization: `Bearer ${ana.token}` },
        ...init,
      })

    async function pack() {
      const response = await ask()
      assert.equal(response.status, 200)
      const entries = await unzipped(Buffer.from(await response.arrayBuffer()))
      const contents = new Map(entries.map(({ path, content }) => [path, content]))
      assert.equal(contents.size, entries.length)
      return {
        paths: entries.map(({ path }) => path),
        contents,
        text: (path: string) => String(contents.get(path)),
      }
    }

    const keyOf = (receipt: Receipt) => originalKey(ana.sub, receipt.id, receipt.files[0].id)

    test('has every original of a confirmed receipt byte for byte, by day, merchant and amount; the index last', async () => {
      await somebody()
      const bytes = await picture()
      const receipt = await photographed({ totalSen: 125_005 }, bytes)
      const certificate = await picture()
      const added = {
        method: 'POST',
        body: fileForm(certificate),
        headers: { 'if-match': `"${receipt.version}"` },
      }
      assert.equal((await ana.fetch(`/receipts/${receipt.id}/files?role=certificate`, added)).status, 201)
      await photographed({ date: '2025-01-02', merchant: 'AWAL' })
      await uploaded(ana)

      const { paths, contents, text } = await pack()
      const original = 'receipts/2025-03-14 KEDAI BUKU MAJU RM1250.05.jpg'
      const certified = 'receipts/2025-03-14 KEDAI BUKU MAJU RM1250.05 certificate.jpg'
      const first = 'receipts/2025-01-02 AWAL RM25.00.jpg'
      const index = ['summary.pdf', 'index.csv', 'index.html', 'SHA256SUMS']
      assert.deepEqual(paths, [first, original, certified, ...index])
      assert.deepEqual(contents.get(original), bytes)
      assert.deepEqual(contents.get(certified), certificate)

      const sums = text('SHA256SUMS').trimEnd().split('\n')
      const expected = paths.slice(0, -1).map((path) => `${sha256(contents.get(path) as Buffer)} *${path}`)
      assert.deepEqual(sums, expected)
      assert.ok(text('summary.pdf').startsWith('%PDF'))
      const csv = Buffer.from(await (await ana.fetch('/tax-years/2025/export?format=csv')).arrayBuffer())
      assert.deepEqual(contents.get('index.csv'), csv)
      const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[]
      const files = rows.flatMap(({ Files = '' }) => Files.split('; '))
      assert.deepEqual(
        files.map((name) => `receipts/${name}`),
        [first, original, certified],
      )
      const links = [...text('index.html').matchAll(/href="([^"]+)"/g)].map(([, href]) =>
        decodeURIComponent(href ?? ''),
      )
      assert.deepEqual(links, ['summary.pdf', 'index.csv', first, original, certified])
    })

    test('names files so that every system takes them, whatever a merchant is called', async () => {
      await somebody()
      const merchants = [
        'A/B\\C: <D>?*|"E" \u202egpj.',
        '书'.repeat(120),
        'kedai',
        'KEDAI',
        'Kede\u0301',
        '<script>alert(1)</script>',
      ]
      for (const merchant of merchants) await photographed({ merchant, totalSen: -1_005 })
      const { paths, text } = await pack()
      const names = paths.filter((path) => path.startsWith('receipts/')).map((path) => path.slice(9))
      assert.deepEqual(names, [
        '2025-03-14 A B C D E gpj -RM10.05.jpg',
        `2025-03-14 ${'书'.repeat(48)} -RM10.05.jpg`,
        '2025-03-14 kedai -RM10.05.jpg',
        '2025-03-14 KEDAI -RM10.05 (2).jpg',
        '2025-03-14 Kedé -RM10.05.jpg'.normalize('NFC'),
        '2025-03-14 script alert(1) script -RM10.05.jpg',
      ])
      for (const name of names) assert.ok(Buffer.byteLength(name) <= 255)
      assert.ok(text('index.html').includes('&lt;script&gt;alert(1)&lt;/script&gt;'))
      assert.doesNotMatch(text('index.html'), /<script/i)
    })

    test('lists what is missing, changed or was never photographed, and closes all the same', async () => {
      await somebody()
      const gone = await photographed({ merchant: 'HILANG' })
      const swapped = await photographed({ merchant: 'BERUBAH' })
      await photographed({ merchant: 'ADA' })
      const body = JSON.stringify({ merchant: 'TANPA GAMBAR', date: '2025-12-31', totalSen: 100 })
      const typed = await ana.fetch('/receipts', {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      })
      await changed(ana, (await typed.json()) as Receipt, { path: '/confirm' })
      await app.services.receipts.files.removeAll(keyOf(gone))
      await app.services.receipts.files.write(keyOf(swapped), Buffer.from('another file'))

      const { paths, contents, text } = await pack()
      const [goneName, swappedName, there] = ['HILANG', 'BERUBAH', 'ADA'].map(
        (name) => `receipts/2025-03-14 ${name} RM25.00.jpg`,
      )
      const originals = paths.filter((path) => path.startsWith('receipts/'))
      assert.deepEqual(originals, [swappedName, there])
      assert.deepEqual(text('MISSING.txt').trimEnd().split('\r\n').slice(2), [
        `${goneName}: the file is not in the store`,
        `${swappedName}: the file differs from the upload: its SHA-256 does not match`,
        '2025-12-31 TANPA GAMBAR: entered by hand, without a file',
      ])
      assert.ok(text('index.html').includes(`<li>${goneName}: the file is not in the store</li>`))
      // What was uploaded is what the sums tell, so that checking them finds the other file.
      const sum = text('SHA256SUMS')
        .split('\n')
        .find((line) => line.endsWith(swappedName ?? ''))
      assert.equal(sum?.split(' ')[0], swapped.files[0].sha256)
      assert.notEqual(sum?.split(' ')[0], sha256(contents.get(swappedName ?? '') as Buffer))
      assert.ok(!text('SHA256SUMS').includes('HILANG'))
    })

    test('is sent to a person once at a time; giving it up ends it', async () => {
      await somebody()
      for (let day = 10; day < 18; day++) await photographed({ date: `2025-01-${day}` })
      const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
      const { promise: going, resolve: go } = Promise.withResolvers<void>()
      opened = 0
      opening = () => {
        begin()
        return going
      }
      const leaving = new AbortController()
      const first = ask({ signal: leaving.signal })
      first.catch(() => {})
      await begun
      const busy = await ask()
      assert.equal(busy.headers.get('retry-after'), '15')
      await isProblem(busy, 429, 'too_many_requests')
      leaving.abort()
      await assert.rejects(first, { name: 'AbortError' })
      // A table needs no file, and is made once the turn has ended.
      await until(async () => (await ana.fetch('/tax-years/2025/export?format=csv')).status === 200, 1_500)
      go()
      const { paths } = await pack()
      assert.equal(paths.filter((path) => path.startsWith('receipts/')).length, 8)
      // Of the first one nothing was read beyond what was on its way.
      assert.equal(opened, 4 + 8)
    })

    test('is truncated, never closed as if it were whole, when the storage fails on the way', async () => {
      await somebody()
      for (const day of ['01', '02', '03']) await photographed({ date: `2025-01-${day}` })
      const { promise: failing, reject: fail } = Promise.withResolvers<void>()
      failing.catch(() => {})
      opened = 0
      opening = async () => (opened === 3 ? failing : undefined)
      const response = await ask()
      assert.equal(response.status, 200)
      fail(new Error('the storage is gone'))
      await assert.rejects(response.arrayBuffer(), TypeError)
      opening = async () => {}
      await pack()
    })
  })
}
