import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, before, beforeEach, describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import type { Database } from '../../server/adapters/sqlite/database.ts'
import { endOfMalaysianDay, malaysianDay } from '../../server/malaysian-time.ts'
import { textKey } from '../../server/receipts/files/keys.ts'
import { SYSTEM_OWNER, storedKeys } from '../../server/stored-keys.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { LONG_RETRIES } from '../support/aws.ts'
import { einvoiceXml } from '../support/einvoices.ts'
import { makePdf } from '../support/pdf.ts'
import { projectRoot } from '../support/project-root.ts'
import { receiptWithCodes } from '../support/qr.ts'
import {
  changed,
  fileForm,
  get,
  LINES,
  picture,
  type Receipt,
  upload,
  uploaded,
} from '../support/receipts.ts'
import { type AnswerField, answerOf, startTextract, type TextractTrouble } from '../support/textract.ts'
import { freezeTime } from '../support/time.ts'
import { until } from '../support/until.ts'

const METRICS_TOKEN = 'q7Xv2LrTn9KcWb4JdPz8MhYs5GfA3Re6'

/** What the reader tries again by itself until it gives up, with the retryPolicy of these tests. */
const LASTING = 60

describe('reading with Textract', () => {
  let textract: Awaited<ReturnType<typeof startTextract>>
  let app: TestApp
  let ana: Client
  let time: ReturnType<typeof freezeTime>
  /** Short only where it is to run out, however slow the machine. */
  const retryPolicy = { ...LONG_RETRIES, pause: 10 }
  let db: Database
  before(async () => {
    time = freezeTime()
    textract = await startTextract()
    app = await startApp({
      env: {
        READER: 'textract',
        TEXTRACT_REGION: 'ap-southeast-1',
        TEXTRACT_CALLS_PER_SECOND: '100',
        METRICS_TOKEN,
      },
      overrides: {
        awsRetryPolicy: retryPolicy,
        database: (real) => {
          db = real
        },
      },
    })
    ana = await signUp(app, 'ana@example.org')
  })
  after(async () => {
    await app.close()
    await textract.close()
    time.release()
  })
  beforeEach(() => {
    Object.assign(retryPolicy, LONG_RETRIES)
    textract.calls = 0
    textract.trouble.length = 0
    textract.pictures.length = 0
    textract.answer = answerOf(LINES)
  })

  const recorded = async (name: string) =>
    JSON.parse(await readFile(join(projectRoot, 'test/recorded/textract', `${name}.json`), 'utf8'))

  const workOf = async (id: string) => (await app.services.receipts.store.find(ana.sub, id))?.work

  /** Calls that were answered, throttled and failed, and pages, as /metrics counts them. */
  async function callsCounted() {
    const headers = { authorization: `Bearer ${METRICS_TOKEN}` }
    const text = await (await fetch(new URL('/metrics', app.url), { headers })).text()
    const count = (sample: string) =>
      Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`tax_tracker_textract_${sample} `))
          ?.split(' ')[1] ?? 0,
      )
    const calls = ['ok', 'throttled', 'failed'].map((outcome) => count(`calls_total{outcome="${outcome}"}`))
    return [...calls, count('pages_total')]
  }

  async function readAs(lines: string[], fields: AnswerField[]) {
    textract.answer = answerOf(lines, fields)
    return uploaded(ana, await picture())
  }

  test('a page is one call with one JPEG, and its lines go by the same rules as any reader’s', async () => {
    const receipt = await uploaded(ana, await picture({ width: 400, height: 700 }))
    assert.equal(textract.calls, 1)
    assert.deepEqual([textract.pictures[0]?.width, textract.pictures[0]?.height], [400, 700])
    assert.deepEqual(
      [receipt.status, receipt.merchant, receipt.date, receipt.totalSen, receipt.receiptNumber],
      ['needs_review', 'KEDAI BUKU MAJU SDN BHD', '2026-03-14', 2500, 'INV-00123'],
    )
    assert.equal(receipt.evidence.totalSen.by, 'reader')
    assert.ok(receipt.evidence.totalSen.box.top > 0.5)
  })

  test('a QR code of MyInvois is looked for here, and stays when the answer is understood anew', async () => {
    const [uuid, longId] = ['GFSV5S3DR07TMXCS7033GA3J10', 'YQH73576FY9VR57B7033GA3J10abCDeF1773454500']
    const link = `https://myinvois.hasil.gov.my/${uuid}/share/${longId}`
    const receipt = await uploaded(ana, await receiptWithCodes([link]))
    assert.equal(textract.calls, 1)
    assert.deepEqual(receipt.einvoice, {
      source: 'qr',
      uuid,
      longId,
      environment: 'production',
      verified: false,
    })
    const corrected = await changed(ana, receipt, { method: 'PATCH', body: { note: 'mine' } })
    for await (const _ of app.services.receipts.reread.ofOwner(ana.sub));
    assert.deepEqual((await get(ana, `/receipts/${receipt.id}`)).einvoice, corrected.einvoice)
    assert.equal(textract.calls, 1)
  })

  test('an e-invoice is never sent', async () => {
    assert.equal((await uploaded(ana, einvoiceXml())).totalSen, 5910)
    assert.equal(textract.calls, 0)
  })

  test('WebP, TIFF and a scan in a PDF become a JPEG; a PDF with text is never sent', async () => {
    const sharp = (await import('sharp')).default
    const jpeg = await picture()
    await uploaded(ana, await sharp(jpeg).webp().toBuffer())
    await uploaded(ana, await sharp(jpeg).tiff().toBuffer())
    await uploaded(ana, makePdf([{ jpeg, pixels: [300, 500], size: [300, 500] }]))
    assert.equal(textract.pictures.length, 3)
    const pdf = await uploaded(ana, makePdf([{ lines: LINES }]))
    assert.equal(pdf.totalSen, 2500)
    assert.equal(textract.calls, 3)
  })

  test('the answer is kept whole beside the text', async () => {
    textract.answer = await recorded('card-slip')
    const receipt = await uploaded(ana, await picture())
    const key = textKey(ana.sub, receipt.id, receipt.files[0].id)
    const kept = await app.services.receipts.files.open(key)
    assert.ok(kept)
    const [page] = JSON.parse(String(gunzipSync(await buffer(kept.stream))))
    const { ExpenseDocuments } = await recorded('card-slip')
    assert.deepEqual(page.raw, { by: 'textract', answer: { ExpenseDocuments } })
    assert.equal(
      JSON.stringify(await get(ana, `/receipts/${receipt.id}/text`)).includes('ExpenseDocuments'),
      false,
    )
  })

  test('a better understanding of an answer needs no second one', async () => {
    const receipt = await uploaded(ana, await picture())
    const { texts, reread, store } = app.services.receipts
    const fileId = receipt.files[0].id
    const kept = await texts.get({ userId: ana.sub, id: receipt.id }, fileId)
    assert.ok(kept)
    // As an earlier release would have left it that understood less of the answer.
    const poorer = kept.map((page) => ({ ...page, lines: page.lines.slice(0, 3) }))
    await texts.put({ userId: ana.sub, id: receipt.id }, fileId, poorer)
    const calls = textract.calls
    for await (const { id, outcome } of reread.ofOwner(ana.sub)) {
      if (id === receipt.id) assert.equal(outcome, 'unchanged')
    }
    assert.equal(textract.calls, calls)
    assert.deepEqual(await texts.get({ userId: ana.sub, id: receipt.id }, fileId), kept)
    assert.equal((await store.find(ana.sub, receipt.id))?.totalSen, 2500)
  })

  test('of recorded answers, several totals among them, the right one is chosen', async () => {
    textract.answer = await recorded('card-slip')
    const slip = await uploaded(ana, await picture())
    assert.deepEqual([slip.totalSen, slip.status], [3848, 'needs_review'])
    // It calls $60.00 four times a total, and once the balance of $0.00.
    textract.answer = await recorded('clinic-three-totals')
    const clinic = await uploaded(ana, await picture())
    assert.deepEqual([clinic.totalSen, clinic.date, clinic.merchant], [6000, '2019-03-12', 'DEMO CLINIC'])
  })

  test('a hint decides between equals', async () => {
    const lines = ['KEDAI KOPI', 'DATE 03/04/2026', 'TEH 3.00', 'TOTAL 13.00', 'TOTAL 12.00']
    assert.equal((await readAs(lines, [])).totalSen, 1200)
    const hinted = await readAs(lines, [{ type: 'TOTAL', text: 'RM13.00', label: 'TOTAL' }])
    assert.equal(hinted.totalSen, 1300)
  })

  test('no hint wins over cash less change', async () => {
    const { totalSen, taxSen } = await readAs(LINES, [
      { type: 'TOTAL', text: 'RM 30.00', label: 'CASH' },
      { type: 'TOTAL', text: '30.00', label: '' },
      { type: 'AMOUNT_PAID', text: '30.00', label: 'PAID' },
      { type: 'TAX', text: 'RM1.42', label: 'GST' },
    ])
    assert.deepEqual([totalSen, taxSen], [2500, 142])
  })

  test('dates of hints are read day first', async () => {
    const lines = ['KEDAI KOPI', '03/04/2026', '05/06/2026', 'TOTAL 11.00']
    const { date } = await readAs(lines, [{ type: 'INVOICE_RECEIPT_DATE', text: '05/06/2026' }])
    assert.equal(date, '2026-06-05')
    assert.equal((await readAs(lines, [])).date, '2026-04-03')
  })

  test('a date that the reader found in two places wins over a line’s', async () => {
    const lines = ['HOSPITAL UTAMA', 'STATEMENT 13/01/2026', 'PAY BY DATE: 28/01/2026', 'TOTAL 11.00']
    const date = { type: 'INVOICE_RECEIPT_DATE', text: '13/01/2026' }
    assert.equal((await readAs(lines, [date, date])).date, '2026-01-13')
  })

  test('the name of the vendor counts, its address and the buyer’s name are none', async () => {
    const lines = ['AMAN LESTARI', 'SUITE BINTANG', 'PUAN ROSNAH HOLDINGS', 'DATE 03/04/2026', 'TOTAL 11.00']
    const vendor = { type: 'NAME', text: 'SUITE BINTANG', group: 'VENDOR' as const }
    assert.equal((await readAs(lines, [vendor])).merchant, 'SUITE BINTANG')
    const others = [
      { type: 'VENDOR_ADDRESS', text: 'AMAN LESTARI\nSUITE BINTANG' },
      { type: 'RECEIVER_NAME', text: 'PUAN ROSNAH HOLDINGS' },
    ]
    const { merchant } = await readAs(['RUMAH TEH', ...lines], others)
    assert.equal(merchant, 'RUMAH TEH')
  })

  test('its currency decides what the page leaves open', async () => {
    const lines = ['CAFE DE FLORE', 'DATE 03/04/2026', 'TOTAL $11.00']
    const total = { type: 'TOTAL', text: '$11.00', label: 'TOTAL' }
    assert.equal((await readAs(lines, [{ ...total, currency: 'USD' }])).currency, 'USD')
    const home = ['KEDAI MAJU SDN BHD', 'JALAN MAWAR, 47100 PUCHONG', 'DATE 03/04/2026', 'TOTAL RM11.00']
    assert.equal((await readAs(home, [{ ...total, currency: 'USD' }])).currency, 'MYR')
  })

  test('the vendor’s number is the company’s where the page’s own is not found', async () => {
    const lines = ['KEDAI MAJU', 'DATE 03/04/2026', 'TOTAL 11.00']
    const receipt = await readAs(lines, [{ type: 'TAX_PAYER_ID', text: '202301004321' }])
    assert.equal(receipt.companyNumber, '202301004321')
  })

  test('subtotals, charges and discounts it recognised are no totals', async () => {
    const lines = ['KEDAI MAJU', 'DATE 03/04/2026', 'X 40.00', 'Y 4.00', 'Z 44.00']
    const { totalSen } = await readAs(lines, [
      { type: 'SUBTOTAL', text: '40.00' },
      { type: 'SERVICE_CHARGE', text: '4.00' },
    ])
    assert.equal(totalSen, 4400)
  })

  test('what fails for a moment is not noticed', async () => {
    const earlier = await callsCounted()
    textract.trouble.push('ThrottlingException', 'break off', 'InternalServerError')
    assert.equal((await uploaded(ana)).status, 'needs_review')
    assert.equal(textract.calls, 4)
    const later = await callsCounted()
    assert.deepEqual(
      later.map((count, i) => count - (earlier[i] ?? 0)),
      [1, 1, 2, 1],
    )
  })

  test('whatever fails for long: the receipt is kept, says that it waits, and is read in the end', async () => {
    const troubles: TextractTrouble[] = [
      'ThrottlingException',
      'hang',
      'half an answer',
      'nonsense',
      'AccessDeniedException',
      'ProvisionedThroughputExceededException',
    ]
    retryPolicy.budget = 1_000
    let waiting: Receipt | undefined
    // Twice as often as a picture's own failures are forgiven.
    for (const trouble of troubles) {
      const calls = textract.calls
      textract.trouble.splice(0, LASTING, ...Array(LASTING).fill(trouble))
      if (waiting) time.advance({ minutes: 5 })
      waiting ??= await uploaded(ana)
      const { id } = waiting
      await until(() => textract.calls > calls)
      const work = await until(async () => {
        const found = await workOf(id)
        return found?.by === null && found
      })
      assert.equal(work.attempts, 0)
      waiting = await get(ana, `/receipts/${id}`)
      assert.deepEqual([waiting.status, waiting.reading], ['reading', true], trouble)
    }
    textract.trouble.length = 0
    Object.assign(retryPolicy, LONG_RETRIES)
    time.advance({ minutes: 5 })
    await until(async () => (await get(ana, `/receipts/${waiting?.id}`)).status === 'needs_review')
  })

  test('of several pages none is paid for twice because a later one could not be read', async () => {
    const widths = [300, 320, 340]
    let receipt: Receipt = await uploaded(ana, await picture({ width: widths[0] }))
    for (const width of widths.slice(1)) {
      const init = {
        method: 'POST',
        headers: { 'if-match': `"${receipt.version}"` },
        body: fileForm(await picture({ width })),
      }
      receipt = (await (await ana.fetch(`/receipts/${receipt.id}/files`, init)).json()) as Receipt
      assert.equal(receipt.status, 'needs_review')
    }
    textract.pictures.length = 0
    textract.trouble.push('none', ...Array(LASTING).fill('ThrottlingException'))
    retryPolicy.budget = 400
    await changed(ana, receipt, { path: '/read' })
    await until(async () => textract.calls > 3 && (await workOf(receipt.id))?.by === null)
    const waiting = await app.services.receipts.store.find(ana.sub, receipt.id)
    assert.deepEqual(
      waiting?.unreadFileIds,
      receipt.files.slice(1).map((file) => file.id),
    )

    textract.trouble.length = 0
    Object.assign(retryPolicy, LONG_RETRIES)
    time.advance({ minutes: 5 })
    await until(async () => (await get(ana, `/receipts/${receipt.id}`)).status === 'needs_review')
    assert.deepEqual(
      textract.pictures.map(({ width }) => width),
      widths,
    )
    const { pages } = await get(ana, `/receipts/${receipt.id}/text`)
    assert.equal(pages.length, 3)
  })

  test('a picture that Textract refuses is unreadable after three attempts, and stays open for typing', async () => {
    textract.trouble.push(...Array(LASTING).fill('UnsupportedDocumentException'))
    const receipt: Receipt = await uploaded(ana)
    assert.deepEqual([receipt.status, receipt.unreadableReason], ['unreadable', 'reading_failed'])
    assert.equal(textract.calls, 3)
  })

  test('once the pages of a day are used up a receipt waits for the next, can be typed in, and nobody else waits', async () => {
    const cem = await signUp(app, 'cem@example.org')
    const used = (userId: string, period: string) =>
      db.get<{ data: string }>(
        'SELECT data FROM taxpayer_items WHERE user_id = ? AND item = ?',
        userId,
        storedKeys.pages.of(period),
      )?.data
    const use = (userId: string, period: string, pages: number) =>
      db.run(
        'INSERT OR REPLACE INTO taxpayer_items (user_id, item, data) VALUES (?, ?, ?)',
        userId,
        storedKeys.pages.of(period),
        JSON.stringify({ pages }),
      )
    const [day, month] = [malaysianDay(new Date()), malaysianDay(new Date()).slice(0, 7)]
    use(cem.sub, day, 200)
    const sent = await upload(cem, undefined, { prefer: 'respond-async' })
    const { id } = (await sent.json()) as Receipt
    const waiting = await until(async () => (await get(cem, `/receipts/${id}`)).waiting)
    assert.deepEqual(waiting, {
      reason: 'daily_pages',
      before: null,
      limit: 200,
      until: endOfMalaysianDay(day).toISOString(),
    })
    assert.equal(textract.calls, 0)
    const typed = await changed(cem, await get(cem, `/receipts/${id}`), {
      method: 'PATCH',
      body: { merchant: 'KEDAI SAYA' },
    })
    assert.deepEqual([typed.status, typed.waiting?.reason], ['reading', 'daily_pages'])

    const before = JSON.parse(used(SYSTEM_OWNER, month) ?? '{}').pages
    assert.equal((await uploaded(ana)).status, 'needs_review')
    assert.equal(JSON.parse(used(SYSTEM_OWNER, month) ?? '{}').pages, before + 1)

    // A page that was not read is not counted.
    use(cem.sub, day, 10)
    textract.trouble.push(...Array(LASTING).fill('UnsupportedDocumentException'))
    assert.equal((await uploaded(cem)).status, 'unreadable')
    assert.equal(used(cem.sub, day), '{"pages":10}')
    textract.trouble.length = 0

    use(SYSTEM_OWNER, month, 5000)
    const other = (await (await upload(cem, undefined, { prefer: 'respond-async' })).json()) as Receipt
    const monthly = await until(async () => (await get(cem, `/receipts/${other.id}`)).waiting)
    assert.deepEqual(
      [monthly.reason, monthly.limit, monthly.until],
      ['monthly_pages', 5000, '2026-03-31T16:00:00.000Z'],
    )
    assert.equal(used(cem.sub, day), '{"pages":10}')
    use(SYSTEM_OWNER, month, before)

    time.advance({ hours: 24 })
    const { store } = app.services.receipts
    const read = await until(async () => {
      const found = await store.find(cem.sub, id)
      return found?.status === 'needs_review' && found
    })
    assert.deepEqual([read.merchant, read.totalSen], ['KEDAI SAYA', 2500])
    assert.equal(used(cem.sub, malaysianDay(new Date())), '{"pages":1}')
  })
})
