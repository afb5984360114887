import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../../server/adapters/sqlite/database.ts'
import { ReaderFailedError, UnusableFileError } from '../../server/reading/ports.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { pageOf } from '../support/page-of.ts'
import { createPageToolsHere } from '../support/page-tools.ts'
import { projectRoot } from '../support/project-root.ts'
import {
  changed,
  createScriptedReader,
  fileForm,
  get,
  isProblem,
  LINES,
  picture,
  type Receipt,
  upload,
  uploaded,
} from '../support/receipts.ts'

describe('POST /receipts/upload', () => {
  const scripted = createScriptedReader()
  const tools = createPageToolsHere()
  let keeping: (() => Promise<void>) | undefined
  let inspecting: (() => Promise<never>) | undefined
  const now = new Date()
  let app: TestApp
  let ana: Client

  before(async () => {
    app = await startApp({
      clock: { now: () => now },
      overrides: {
        reader: scripted.reader,
        files: (real) => ({
          ...real,
          async keep(key, path) {
            await keeping?.()
            await real.keep(key, path)
          },
        }),
        tools: {
          ...tools,
          inspect: (path) => inspecting?.() ?? tools.inspect(path),
        },
      },
    })
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  const receiptCount = async () => (await get(ana, '/receipts?limit=100')).receipts.length

  test('answers 201 with what was read, each value with its confidence and box', async () => {
    const bytes = await picture({ width: 321, height: 654 })
    const response = await upload(ana, bytes)
    const receipt = (await response.json()) as Receipt
    assert.equal(response.status, 201)
    assert.equal(response.headers.get('location'), `/receipts/${receipt.id}`)
    assert.equal(response.headers.get('etag'), `"${receipt.version}"`)
    assert.equal(receipt.status, 'needs_review')
    assert.equal(receipt.merchant, 'KEDAI BUKU MAJU SDN BHD')
    assert.equal(receipt.date, '2026-03-14')
    assert.equal(receipt.paidOn, '2026-03-14')
    assert.equal(receipt.yearOfAssessment, 2026)
    assert.equal(receipt.totalSen, 2500)
    assert.equal(receipt.currency, 'MYR')
    assert.equal(receipt.companyNumber, '867388-U')
    assert.equal(receipt.receiptNumber, 'INV-00123')
    for (const field of ['merchant', 'date', 'totalSen', 'companyNumber', 'receiptNumber'] as const) {
      const { by, confidence, box, fileId, page } = receipt.evidence[field]
      assert.equal(by, 'reader')
      assert.ok(confidence > 0 && confidence <= 1)
      assert.ok(
        box.left >= 0 && box.left + box.width <= 1.001 && box.top >= 0 && box.top + box.height <= 1.001,
      )
      assert.equal(fileId, receipt.files[0].id)
      assert.equal(page, 1)
    }
    const [file] = receipt.files
    assert.equal(file.sha256, createHash('sha256').update(bytes).digest('hex'))
    assert.deepEqual([file.type, file.bytes, file.width, file.height], ['image/jpeg', bytes.length, 321, 654])
    assert.deepEqual(await get(ana, `/receipts/${receipt.id}`), receipt)
  })

  test('keeps the bytes as they were sent, and a small picture of them', async () => {
    const bytes = await picture({ width: 900, height: 1500 })
    const { id } = await uploaded(ana, bytes)
    const original = await ana.fetch(`/receipts/${id}/file`)
    assert.equal(original.headers.get('content-type'), 'image/jpeg')
    assert.equal(original.headers.get('x-content-type-options'), 'nosniff')
    assert.match(original.headers.get('content-security-policy') ?? '', /sandbox/)
    assert.deepEqual(Buffer.from(await original.arrayBuffer()), bytes)
    const policy = original.headers.get('cache-control')
    assert.equal(policy, 'private, no-cache')
    const etag = original.headers.get('etag') ?? ''
    const again = await ana.fetch(`/receipts/${id}/file`, { headers: { 'if-none-match': etag } })
    assert.equal(again.status, 304)
    for (const attempt of ['made', 'kept']) {
      const small = await ana.fetch(`/receipts/${id}/file?size=thumbnail`)
      assert.equal(small.headers.get('content-type'), 'image/webp', attempt)
      const { width, height, format } = await sharp(await small.arrayBuffer()).metadata()
      assert.deepEqual([width, height, format], [240, 400, 'webp'])
    }
  })

  test('shows the text of its pages, line by line', async () => {
    const { id, files } = await uploaded(ana)
    const { pages } = await get(ana, `/receipts/${id}/text`)
    assert.equal(pages.length, 1)
    assert.equal(pages[0].fileId, files[0].id)
    assert.deepEqual(
      pages[0].lines.map((line) => line.text),
      LINES,
    )
    assert.deepEqual(Object.keys(pages[0].lines[0]).sort(), ['box', 'confidence', 'text'])
  })

  const refusals: [string, () => Promise<Uint8Array> | Uint8Array, number, string][] = [
    ['an empty file', () => Buffer.alloc(0), 422, 'file_empty'],
    [
      'a text that calls itself a picture',
      () => Buffer.from('I am a JPEG, honestly'),
      415,
      'file_unsupported',
    ],
    ['a web page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 415, 'file_unsupported'],
    ['11 MB', () => Buffer.alloc(11 * 1024 * 1024, 0xff), 413, 'file_too_large'],
    ['a picture cut off in its header', async () => (await picture()).subarray(0, 24), 422, 'file_damaged'],
    [
      'a PDF that makes its decoder trap',
      () => readFile(join(projectRoot, 'test/recorded/damaged/traps-pdfium.pdf')),
      422,
      'file_damaged',
    ],
    ['a decompression bomb', () => bomb(), 422, 'too_many_pixels'],
    ['a progressive JPEG of 108 megapixels', () => hugeProgressive(), 422, 'too_many_pixels'],
  ]
  for (const [what, bytes, status, code] of refusals) {
    test(`refuses ${what}, and keeps nothing`, async () => {
      const count = await receiptCount()
      await isProblem(await upload(ana, await bytes()), status, code)
      assert.equal(await receiptCount(), count)
    })
  }

  test('says what to do about a picture of too many pixels', async () => {
    for (const [language, says] of [
      ['en', /at most 80 megapixels .* save it as a JPEG that is not progressive/],
      ['ms', /Simpan semula lebih kecil, atau sebagai JPEG biasa/],
    ] as const) {
      const refused = await upload(ana, await hugeProgressive(), { 'accept-language': language })
      assert.match((await isProblem(refused, 422, 'too_many_pixels')).detail ?? '', says)
    }
  })

  test('refuses a request without the file, each with what is missing', async () => {
    const post = (init: RequestInit) => ana.fetch('/receipts/upload', { method: 'POST', ...init })
    const wrongName = await isProblem(
      await post({ body: fileForm(await picture(), 'receipt.jpg', 'image') }),
      400,
      'file_missing',
    )
    assert.match(wrongName.detail, /"image"/)
    const noFile = new FormData()
    noFile.set('file', 'only text')
    await isProblem(await post({ body: noFile }), 400, 'file_missing')
    await isProblem(
      await post({ body: '{}', headers: { 'content-type': 'application/json' } }),
      400,
      'file_missing',
    )
    await isProblem(await post({}), 400, 'file_missing')
    const broken = { 'content-type': 'multipart/form-data; boundary=x' }
    await isProblem(await post({ body: '--x\r\nContent-Disp', headers: broken }), 400, 'bad_request')
    const part = 'Content-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg'
    const endless = `--x\r\n${part}\r\n\r\nno end`
    await isProblem(await post({ body: endless, headers: broken }), 400, 'bad_request')
  })

  test('takes one file a request, with fields before and after it; of two it keeps none', async () => {
    const count = await receiptCount()
    const form = fileForm(await picture())
    form.append('file', new Blob([new Uint8Array(await picture())]), 'second.jpg')
    const two = await ana.fetch('/receipts/upload', { method: 'POST', body: form })
    const problem = await isProblem(two, 400, 'bad_request')
    assert.match(problem.detail, /one file a request/)
    assert.equal(await receiptCount(), count)

    const withFields = new FormData()
    withFields.set('before', 'x')
    withFields.set('file', new Blob([new Uint8Array(await picture())]), 'receipt.jpg')
    withFields.set('after', 'y')
    assert.equal((await ana.fetch('/receipts/upload', { method: 'POST', body: withFields })).status, 201)
  })

  test('judges a file by its bytes, not by its name', async () => {
    const png = await sharp(await picture())
      .png()
      .toBuffer()
    const response = await ana.fetch('/receipts/upload', { method: 'POST', body: fileForm(png, 'notes.txt') })
    assert.equal(((await response.json()) as Receipt).files[0].type, 'image/png')
  })

  test('a picture in which nothing is found is kept, and open for typing', async (t) => {
    scripted.answer(t, [])
    const receipt = await uploaded(ana)
    assert.deepEqual([receipt.status, receipt.unreadableReason], ['unreadable', 'nothing_found'])
    assert.equal(receipt.merchant, null)
  })

  test('a picture whose content cannot be decoded is kept as unreadable', async (t) => {
    scripted.answer(t, async () => {
      throw new UnusableFileError('damaged', 'ends early')
    })
    const receipt = await uploaded(ana)
    assert.deepEqual([receipt.status, receipt.unreadableReason], ['unreadable', 'damaged'])
  })

  test('a picture that kills the reading process three times ends as unreadable, one that does so twice is read', async (t) => {
    let crashes = 3
    const before = scripted.calls
    scripted.answer(t, async () => {
      if (crashes-- > 0) throw new ReaderFailedError('the reading process ended unexpectedly')
      return [pageOf(LINES)]
    })
    const lost = await uploaded(ana)
    assert.deepEqual([lost.status, lost.unreadableReason], ['unreadable', 'reading_failed'])
    assert.equal(scripted.calls - before, 3)
    crashes = 2
    assert.equal((await uploaded(ana)).status, 'needs_review')
  })

  test('Prefer: respond-async answers 202 before it is read', async (t) => {
    const reading = scripted.hold(t, LINES)
    const response = await upload(ana, undefined, { prefer: 'respond-async' })
    const receipt = (await response.json()) as Receipt
    assert.equal(response.status, 202)
    assert.equal(response.headers.get('preference-applied'), 'respond-async')
    assert.deepEqual([receipt.status, receipt.reading], ['reading', true])
    reading.release()
    await app.drainWork(receipt.id)
    assert.equal((await get(ana, `/receipts/${receipt.id}`)).status, 'needs_review')
  })

  test('a reading that takes long is answered without it, and goes on', async (t) => {
    const reading = scripted.hold(t, LINES)
    const impatient = await startApp({ overrides: { reader: scripted.reader, waitMs: 1 } })
    try {
      const own = await signUp(impatient, 'ana@example.org')
      const response = await upload(own)
      const receipt = (await response.json()) as Receipt
      assert.deepEqual([response.status, receipt.status, receipt.reading], [201, 'reading', true])
      reading.release()
      await impatient.drainWork(receipt.id)
      assert.equal((await get(own, `/receipts/${receipt.id}`)).status, 'needs_review')
    } finally {
      reading.release()
      await impatient.close()
    }
  })

  test('a second request with the key of one that still runs is asked to wait', async () => {
    const reached = Promise.withResolvers<void>()
    const allowed = Promise.withResolvers<void>()
    keeping = () => {
      reached.resolve()
      return allowed.promise
    }
    const bytes = await picture()
    const key = { 'idempotency-key': 'still-running' }
    const first = upload(ana, bytes, key)
    // Of two sent at once either may come first, so the second waits until the first is under way.
    await reached.promise
    const second = await upload(ana, bytes, key)
    assert.ok(second.headers.has('retry-after'))
    await isProblem(second, 409, 'idempotency_key_in_use')
    keeping = undefined
    allowed.resolve()
    const created = (await (await first).json()) as Receipt
    const replayed = (await (await upload(ana, bytes, key)).json()) as Receipt
    assert.ok(created.id)
    assert.equal(replayed.id, created.id)
  })

  test('the key of a request that died before it left a receipt is free after half a minute', async () => {
    let clock = new Date()
    const databases: Database[] = []
    const own = await startApp({
      clock: { now: () => clock },
      overrides: { reader: scripted.reader, database: (db) => void databases.push(db) },
    })
    try {
      const person = await signUp(own, 'ana@example.org')
      const bytes = await picture()
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const claim = { receiptId: uuidv7(), sha256, at: clock.toISOString() }
      const tomorrow = Math.floor(clock.getTime() / 1000) + 86_400
      const insert = 'INSERT INTO taxpayer_items (user_id, item, data, expires_at) VALUES (?, ?, ?, ?)'
      databases[0]?.run(insert, person.sub, 'idem#of-the-dead', JSON.stringify(claim), tomorrow)

      const again = () => upload(person, bytes, { 'idempotency-key': 'of-the-dead' })
      clock = new Date(clock.getTime() + 29_000)
      await isProblem(await again(), 409, 'idempotency_key_in_use')
      clock = new Date(clock.getTime() + 1_000)
      const created = await again()
      assert.deepEqual([created.status, created.headers.has('idempotency-replayed')], [201, false])
      const replayed = await again()
      assert.ok(replayed.headers.has('idempotency-replayed'))
      const [first, second] = [(await created.json()) as Receipt, (await replayed.json()) as Receipt]
      assert.equal(second.id, first.id)
    } finally {
      await own.close()
    }
  })

  test('a file that crashes whoever looks at it is refused, and nothing is kept', async () => {
    const count = await receiptCount()
    inspecting = () => Promise.reject(new ReaderFailedError('the reading process ended unexpectedly'))
    const response = await upload(ana)
    inspecting = undefined
    assert.ok(response.headers.has('retry-after'))
    await isProblem(response, 503, 'reading_unavailable')
    assert.equal(await receiptCount(), count)
  })

  test('10 MB are taken, a byte more is not', async () => {
    const exactly = Buffer.concat([await picture(), Buffer.alloc(10 * 1024 * 1024)]).subarray(
      0,
      10 * 1024 * 1024,
    )
    assert.equal((await upload(ana, exactly)).status, 201)
    const more = Buffer.concat([exactly, Buffer.from([0])])
    await isProblem(await upload(ana, more), 413, 'file_too_large')
  })

  test('the same Idempotency-Key with the same bytes is the same receipt', async () => {
    const bytes = await picture()
    const key = { 'idempotency-key': 'phone-1:0001' }
    const first = (await (await upload(ana, bytes, key)).json()) as Receipt
    const again = await upload(ana, bytes, key)
    assert.equal(again.status, 201)
    assert.equal(again.headers.get('idempotency-replayed'), 'true')
    assert.deepEqual(await again.json(), first)
    await isProblem(await upload(ana, await picture(), key), 422, 'idempotency_key_reused')
    const ben = await signUp(app, 'ben@example.org')
    const other = (await (await upload(ben, bytes, key)).json()) as Receipt
    assert.notEqual(other.id, first.id)
    for (const bad of ['', 'x'.repeat(201), 'ümlaut']) {
      const response = await upload(ana, bytes, { 'idempotency-key': encodeHeader(bad) })
      await isProblem(response, 400, 'bad_request')
    }
  })

  test('many uploads at once with one Idempotency-Key make one receipt', async () => {
    const bytes = await picture()
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => upload(ana, bytes, { 'idempotency-key': 'at-once' })),
    )
    const bodies = await Promise.all(answers.map((response) => response.json() as Promise<Receipt>))
    const created = answers.filter((response) => response.status === 201)
    assert.ok(created.length >= 1)
    assert.equal(new Set(bodies.filter((body) => body.id).map((body) => body.id)).size, 1)
    for (const response of answers) assert.ok([201, 409].includes(response.status))
  })

  test('the same bytes again are taken, and carry the suspicion', async (t) => {
    const bytes = await picture()
    scripted.answer(t, ['SOMETHING ELSE ENTERPRISE', 'DATE 01/02/2026', 'TOTAL 1.00'])
    const first = await uploaded(ana, bytes)
    const second = await uploaded(ana, bytes)
    assert.deepEqual(second.duplicateSuspects, [
      { id: first.id, reasons: ['same_file', 'same_day_total_merchant'] },
    ])
  })

  test('the same bytes are not read a second time, unless a person asks for it', async (t) => {
    const bytes = await picture()
    scripted.answer(t, ['KEDAI LAMA ENTERPRISE', 'DATE 01/02/2026', 'TOTAL 7.00'])
    const first = await uploaded(ana, bytes)
    scripted.answer(t, ['KEDAI BARU ENTERPRISE', 'DATE 02/02/2026', 'TOTAL 8.00'])
    const calls = scripted.calls
    const second = await uploaded(ana, bytes)
    const { merchant, date, totalSen, status } = second
    assert.deepEqual([merchant, date, totalSen, status], [first.merchant, '2026-02-01', 7_00, 'needs_review'])
    assert.equal(scripted.calls, calls)
    const text = await get(ana, `/receipts/${second.id}/text`)
    assert.equal(text.pages[0]?.lines[0]?.text, 'KEDAI LAMA ENTERPRISE')

    const again = await changed(ana, second, { path: '/read' })
    assert.equal(scripted.calls, calls + 1)
    assert.equal(again.totalSen, 8_00)
    const ben = await signUp(app, 'reads-it-too@example.org')
    assert.equal((await uploaded(ben, bytes)).totalSen, 8_00, 'another person’s text is not taken')
  })
})

/** A PNG of some bytes whose header says 30,000 x 30,000 pixels. */
async function bomb() {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } })
    .png()
    .toBuffer()
  png.writeUInt32BE(30_000, 16)
  png.writeUInt32BE(30_000, 20)
  const { crc32 } = await import('node:zlib')
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}

/** A progressive JPEG whose header says 12,000 x 9,000 pixels: the memory for its coefficients depends on that. */
async function hugeProgressive() {
  const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } })
    .jpeg({ progressive: true })
    .toBuffer()
  const header = jpeg.indexOf(Buffer.from([0xff, 0xc2]))
  jpeg.writeUInt16BE(9_000, header + 5)
  jpeg.writeUInt16BE(12_000, header + 7)
  return jpeg
}

const encodeHeader = (text: string) => Buffer.from(text, 'utf8').toString('latin1')
