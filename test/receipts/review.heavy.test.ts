import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { ReaderFailedError, UnusableFileError } from '../../server/reading/ports.ts'
import type { Problem } from '../support/answers.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { pageOf } from '../support/page-of.ts'
import {
  change,
  changed,
  createScriptedReader,
  fileForm,
  get,
  isProblem,
  LINES,
  picture,
  type Receipt,
  typedIn,
  uploaded,
} from '../support/receipts.ts'
import { freezeTime, LATER } from '../support/time.ts'
import { until } from '../support/until.ts'

async function bulk(client: Client, body: object) {
  const response = await client.fetch('/receipts/bulk', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  assert.equal(response.status, 200)
  return (await response.json()) as { results: { status: string; problem?: Problem }[] }
}

describe('reviewing a receipt', () => {
  const scripted = createScriptedReader()
  let now = new Date('2026-03-20T02:00:00Z')
  let app: TestApp
  let ana: Client
  let time: ReturnType<typeof freezeTime>

  before(async () => {
    time = freezeTime(LATER)
    app = await startApp({ clock: { now: () => now }, overrides: { reader: scripted.reader } })
    ana = await signUp(app, 'ana@example.org')
  })
  after(async () => {
    await app.close()
    time.release()
  })

  test('a correction is kept with what was there before, when and by whom', async () => {
    const receipt = await uploaded(ana)
    now = new Date('2026-03-21T02:00:00Z')
    const body = { merchant: '  KEDAI BUKU MAJU (KL) SDN BHD ', totalSen: 2600, taxSen: null }
    const corrected = await changed(ana, receipt, { method: 'PATCH', body })
    assert.equal(corrected.merchant, 'KEDAI BUKU MAJU (KL) SDN BHD')
    assert.equal(corrected.version, receipt.version + 1)
    assert.deepEqual(corrected.evidence.totalSen, { by: 'person' })
    assert.equal(corrected.evidence.date.by, 'reader')
    const by = { at: '2026-03-21T02:00:00.000Z', by: ana.sub }
    assert.deepEqual(corrected.history, [
      { field: 'merchant', old: receipt.merchant, new: corrected.merchant, ...by },
      { field: 'totalSen', old: 2500, new: 2600, ...by },
    ])
    assert.deepEqual(await get(ana, `/receipts/${receipt.id}`), corrected)
    const [listed] = (await get(ana, '/receipts?limit=1')).receipts
    assert.deepEqual(
      [listed.merchant, listed.totalSen, listed.version],
      [corrected.merchant, 2600, corrected.version],
    )
  })

  test('every change needs the version it is based on', async () => {
    const receipt = await uploaded(ana)
    const changes: Parameters<typeof change>[2][] = [
      { method: 'PATCH', body: { note: 'x' } },
      { path: '/confirm' },
      { path: '/unconfirm' },
      { path: '/read' },
      { path: '/restore' },
      { path: '/duplicate', body: { of: receipt.id, verdict: 'same' } },
      { method: 'DELETE' },
    ]
    for (const options of changes) {
      await isProblem(await change(ana, receipt, { ...options, ifMatch: null }), 428, 'version_required')
      for (const ifMatch of ['"99"', 'W/"3"', '3', '"x"', '"98", "99"', ',']) {
        const problem = await isProblem(
          await change(ana, receipt, { ...options, ifMatch }),
          412,
          'version_conflict',
        )
        assert.equal(problem.currentVersion, receipt.version)
      }
    }
    const files = await ana.fetch(`/receipts/${receipt.id}/files`, {
      method: 'POST',
      body: fileForm(await picture()),
    })
    await isProblem(files, 428, 'version_required')
    assert.deepEqual(await get(ana, `/receipts/${receipt.id}`), receipt)
    const noted = await changed(ana, receipt, { method: 'PATCH', body: { note: 'x' }, ifMatch: '*' })
    // Any of several will do (RFC 9110, 13.1.1).
    const ifMatch = `W/"1", "99" ,"${noted.version}"`
    await changed(ana, noted, { method: 'PATCH', body: { note: 'y' }, ifMatch })
  })

  test('of two people who change the same version one is told', async () => {
    const receipt = await uploaded(ana)
    const patches = ['one', 'two', 'three'].map((note) =>
      change(ana, receipt, { method: 'PATCH', body: { note } }),
    )
    const statuses = (await Promise.all(patches)).map((response) => response.status)
    assert.deepEqual(statuses.sort(), [200, 412, 412])
  })

  test('values that cannot be are refused by name, and nothing changes', async () => {
    const receipt = await uploaded(ana)
    const wrong: [Record<string, unknown>, string][] = [
      [{ date: '2026-02-30' }, '/date'],
      [{ date: '14/03/2026' }, '/date'],
      [{ paidOn: '1026-01-01' }, '/paidOn'],
      [{ totalSen: 12.5 }, '/totalSen'],
      [{ totalSen: '1250' }, '/totalSen'],
      [{ totalSen: 1e15 }, '/totalSen'],
      [{ currency: 'ringgit' }, '/currency'],
      [{ currency: null }, '/currency'],
      [{ merchant: '   ' }, '/merchant'],
      [{ merchant: 'x'.repeat(121) }, '/merchant'],
      [{ merchant: 'A\u0000B' }, '/merchant'],
      [{ note: 'x'.repeat(2001) }, '/note'],
      [{ status: 'confirmed' }, '/'],
      [{ userId: 'somebody' }, '/'],
      [{ evidence: {} }, '/'],
    ]
    for (const [body, path] of wrong) {
      const response = await change(ana, receipt, { method: 'PATCH', body })
      const problem = await isProblem(response, 400, 'validation_failed')
      assert.equal(problem.errors[0].path, path, JSON.stringify(body))
    }
    const broken = await ana.fetch(`/receipts/${receipt.id}`, {
      method: 'PATCH',
      body: '{"note":',
      headers: { 'content-type': 'application/json', 'if-match': '*' },
    })
    await isProblem(broken, 400, 'bad_request')
    assert.deepEqual(await get(ana, `/receipts/${receipt.id}`), receipt)
  })

  test('the year of assessment follows the day of payment, else the receipt’s date', async () => {
    const receipt = await typedIn(ana, { merchant: 'GYM', totalSen: 10000, date: '2025-12-30' })
    assert.deepEqual([receipt.paidOn, receipt.yearOfAssessment], ['2025-12-30', 2025])
    const paid = await changed(ana, receipt, { method: 'PATCH', body: { paidOn: '2026-01-02' } })
    assert.deepEqual([paid.date, paid.paidOn, paid.yearOfAssessment], ['2025-12-30', '2026-01-02', 2026])
    const inYear = async (year: string) =>
      (await get(ana, `/receipts?yearOfAssessment=${year}`)).receipts.some((r) => r.id === receipt.id)
    assert.deepEqual([await inYear('2025'), await inYear('2026')], [false, true])
    const back = await changed(ana, paid, { method: 'PATCH', body: { paidOn: null } })
    assert.equal(back.yearOfAssessment, 2025)
  })

  test('a receipt is confirmed when it has what it needs', async () => {
    const bare = await typedIn(ana, { note: 'from the taxi' })
    const problem = await isProblem(await change(ana, bare, { path: '/confirm' }), 400, 'validation_failed')
    assert.deepEqual(
      problem.errors.map((error) => error.path),
      ['/merchant', '/date', '/totalSen'],
    )
    const values = { merchant: 'TAXI', date: '2026-03-01', totalSen: 1200, currency: 'SGD' }
    const foreign = await changed(ana, bare, { method: 'PATCH', body: values })
    await isProblem(await change(ana, foreign, { path: '/confirm' }), 400, 'validation_failed')
    const inRinggit = await changed(ana, foreign, { method: 'PATCH', body: { myrSen: 4100 } })
    now = new Date('2026-03-22T08:00:00Z')
    const confirmed = await changed(ana, inRinggit, { path: '/confirm' })
    assert.deepEqual([confirmed.status, confirmed.confirmedAt], ['confirmed', '2026-03-22T08:00:00.000Z'])
    const incomplete = await change(ana, confirmed, { method: 'PATCH', body: { totalSen: null } })
    await isProblem(incomplete, 400, 'validation_failed')
    const corrected = await changed(ana, confirmed, { method: 'PATCH', body: { totalSen: 1300 } })
    assert.equal(corrected.status, 'confirmed')
  })

  test('an amount in a currency that nothing names is confirmed once a person has said which', async (t) => {
    scripted.answer(t, ['BOOK CORNER', 'DATE: 14/03/2026', 'TOTAL $18.40'])
    const unknown = await uploaded(ana)
    assert.deepEqual([unknown.currency, unknown.totalSen], [null, 1840])
    assert.ok(unknown.evidence.currency.confidence < 0.8)
    const queue = await get(ana, '/receipts/queue')
    assert.ok(queue.receipts.find(({ id }) => id === unknown.id)?.reasons.includes('incomplete'))
    const problem = await isProblem(
      await change(ana, unknown, { path: '/confirm' }),
      400,
      'validation_failed',
    )
    assert.deepEqual(
      problem.errors.map((error) => error.path),
      ['/currency'],
    )
    const known = await changed(ana, unknown, { method: 'PATCH', body: { currency: 'SGD', myrSen: 6100 } })
    assert.equal((await changed(ana, known, { path: '/confirm' })).status, 'confirmed')
  })

  test('an amount that nothing says is in ringgit is asked about, and never taken for ringgit', async (t) => {
    scripted.answer(t, ['BOOK CORNER', 'DATE: 14/03/2026', 'TOTAL 18.40'])
    const unknown = await uploaded(ana)
    assert.deepEqual([unknown.currency, unknown.totalSen], [null, 1840])
    assert.ok(unknown.suggestion?.parts.every(({ sen }) => sen === 0))
    const wanted = { action: 'confirm', receipts: [{ id: unknown.id, version: unknown.version }] }
    const { results } = await bulk(ana, wanted)
    assert.deepEqual(
      results.map((result) => [result.problem?.code, result.problem?.errors[0]?.path]),
      [['validation_failed', '/currency']],
    )
    const said = await changed(ana, unknown, {
      path: '/confirm',
      body: { changes: { currency: 'MYR' } },
      headers: { 'content-type': 'application/json' },
    })
    assert.deepEqual(
      [said.status, said.currency, said.evidence.currency],
      ['confirmed', 'MYR', { by: 'person' }],
    )
  })

  test('ringgit that is in question is confirmed only by a person who says so', async (t) => {
    scripted.answer(t, ['KEDAI BUKU', 'JALAN BESAR, PENANG', 'DATE: 14/03/2026', 'TOTAL $18.40'])
    const doubtful = await uploaded(ana)
    assert.equal(doubtful.currency, 'MYR')
    const queue = await get(ana, '/receipts/queue')
    assert.ok(queue.receipts.find(({ id }) => id === doubtful.id)?.reasons.includes('unsure'))
    const refused = await change(ana, doubtful, {
      path: '/confirm',
      headers: { 'accept-language': 'ms' },
    })
    const problem = await isProblem(refused, 409, 'currency_unconfirmed')
    assert.match(problem.detail, /mata wang/)
    const wanted = { action: 'confirm', receipts: [{ id: doubtful.id, version: doubtful.version }] }
    const { results } = await bulk(ana, wanted)
    assert.equal(results[0]?.problem?.code, 'currency_unconfirmed')
    const said = await changed(ana, doubtful, { method: 'PATCH', body: { currency: 'MYR' } })
    assert.equal((await changed(ana, said, { path: '/confirm' })).status, 'confirmed')
  })

  test('an unreadable receipt is typed in and confirmed', async (t) => {
    scripted.answer(t, [])
    const unreadable = await uploaded(ana)
    assert.equal(unreadable.status, 'unreadable')
    const values = { merchant: 'KLINIK SETIA', date: '2026-03-02', totalSen: 6500 }
    const typed = await changed(ana, unreadable, { method: 'PATCH', body: values })
    const confirmed = await changed(ana, typed, { path: '/confirm' })
    assert.deepEqual([confirmed.status, confirmed.unreadableReason], ['confirmed', null])
  })

  test('reading again never replaces what a person set', async (t) => {
    const receipt = await uploaded(ana)
    const corrected = await changed(ana, receipt, { method: 'PATCH', body: { totalSen: 9900 } })
    const other = LINES.map((line) => line.replace('MAJU', 'JAYA').replaceAll('25.00', '26.00'))
    scripted.answer(t, other)
    const again = await changed(ana, corrected, { path: '/read' })
    assert.equal(again.merchant, 'KEDAI BUKU JAYA SDN BHD')
    assert.equal(again.totalSen, 9900)
    assert.deepEqual(again.evidence.totalSen, { by: 'person' })
    assert.equal(again.status, 'needs_review')
    assert.deepEqual(again.history, corrected.history)
  })

  test('a correction made while it is read is not lost', async (t) => {
    const receipt = await uploaded(ana)
    const reading = scripted.hold(
      t,
      LINES.map((line) => line.replace('MAJU', 'JAYA')),
    )
    const response = await change(ana, receipt, { path: '/read', headers: { prefer: 'respond-async' } })
    assert.equal(response.status, 202)
    await reading.begun
    const current = await get(ana, `/receipts/${receipt.id}`)
    await isProblem(await change(ana, current, { path: '/confirm' }), 409, 'wrong_state')
    const note = await changed(ana, current, { method: 'PATCH', body: { date: '2026-03-15', note: 'mine' } })
    reading.release()
    await app.drainWork(receipt.id)
    const after = await get(ana, `/receipts/${receipt.id}`)
    assert.deepEqual(
      [after.date, after.note, after.merchant],
      ['2026-03-15', 'mine', 'KEDAI BUKU JAYA SDN BHD'],
    )
    assert.deepEqual([after.status, after.reading], ['needs_review', false])
    assert.equal(after.history.length, note.history.length)
  })

  test('reading a confirmed receipt again makes a proposal, nothing more', async (t) => {
    const confirmed = await changed(ana, await uploaded(ana), { path: '/confirm' })
    now = new Date('2026-04-01T00:00:00Z')
    scripted.answer(
      t,
      LINES.map((line) => line.replaceAll('25.00', '28.00').replace('30.00', '33.00')),
    )
    const again = await changed(ana, confirmed, { path: '/read' })
    assert.equal(again.status, 'confirmed')
    assert.equal(again.totalSen, 2500)
    assert.deepEqual(again.proposal, { readAt: '2026-04-01T00:00:00.000Z', values: { totalSen: 2800 } })
    const dismissed = await changed(ana, again, { method: 'PATCH', body: { proposal: null } })
    assert.equal(dismissed.proposal, null)
    scripted.reset()
    assert.equal((await changed(ana, dismissed, { path: '/read' })).proposal, null)
  })

  test('a reading that fails takes nothing away of what an earlier one found', async (t) => {
    const receipt = await uploaded(ana)
    for (const next of [
      async () => {
        throw new ReaderFailedError('the reading process ended unexpectedly')
      },
      async () => {
        throw new UnusableFileError('damaged', 'ends early')
      },
      async () => [pageOf([])],
    ]) {
      scripted.answer(t, next)
      const current = await get(ana, `/receipts/${receipt.id}`)
      const again = await changed(ana, current, { path: '/read' })
      const { version, updatedAt, ...rest } = again
      const { version: _v, updatedAt: _u, ...before } = receipt
      assert.deepEqual(rest, before)
    }
  })

  test('what is read is cut to what a receipt may hold', async (t) => {
    const name = `SYARIKAT ${'ABCDEFGH IJKLMNO '.repeat(20)}SDN BHD`
    scripted.answer(t, [name, ...LINES.slice(1)])
    const receipt = await uploaded(ana)
    assert.ok(receipt.merchant === null || receipt.merchant.length <= 120)
    assert.deepEqual(await get(ana, `/receipts/${receipt.id}`), receipt)
  })

  test('a receipt without a picture cannot be read', async () => {
    const receipt = await typedIn(ana, { merchant: 'TAXI' })
    await isProblem(await change(ana, receipt, { path: '/read' }), 409, 'wrong_state')
    assert.equal((await ana.fetch(`/receipts/${receipt.id}/file`)).status, 404)
    assert.deepEqual(await get(ana, `/receipts/${receipt.id}/text`), { pages: [], damaged: [] })
  })

  describe('more files', () => {
    const add = async (receipt: Receipt, role: string, bytes?: Uint8Array) =>
      ana.fetch(`/receipts/${receipt.id}/files?role=${role}`, {
        method: 'POST',
        headers: { 'if-match': `"${receipt.version}"` },
        body: fileForm(bytes ?? (await picture())),
      })

    test('a second page is read together with the first', async (t) => {
      const pages = [LINES.slice(0, 6), LINES.slice(6)]
      scripted.answer(t, pages[0] ?? [])
      const first = await uploaded(ana)
      scripted.answer(t, pages[1] ?? [])
      const response = await add(first, 'receipt')
      assert.equal(response.status, 201)
      const whole = (await response.json()) as Receipt
      assert.deepEqual([whole.merchant, whole.totalSen], ['KEDAI BUKU MAJU SDN BHD', 2500])
      assert.equal(whole.evidence.merchant.fileId, whole.files[0].id)
      assert.equal(whole.evidence.totalSen.fileId, whole.files[1].id)
      const text = await get(ana, `/receipts/${first.id}/text`)
      assert.deepEqual(
        text.pages.map((page) => page.fileId),
        whole.files.map((file) => file.id),
      )
    })

    test('a page added while the first is being read is read with it', async (t) => {
      const reading = scripted.hold(t, LINES.slice(0, 6))
      const body = fileForm(await picture())
      const headers = { prefer: 'respond-async' }
      const response = await ana.fetch('/receipts/upload', { method: 'POST', body, headers })
      const first = (await response.json()) as Receipt
      await reading.begun
      const second = add(first, 'receipt')
      await until(async () => (await get(ana, `/receipts/${first.id}`)).files.length === 2)
      scripted.answer(t, LINES.slice(6))
      reading.release()
      const whole = (await (await second).json()) as Receipt
      assert.deepEqual([whole.status, whole.reading, whole.totalSen], ['needs_review', false, 2500])
      assert.equal((await get(ana, `/receipts/${first.id}/text`)).pages.length, 2)
    })

    test('a certificate is kept, not read', async () => {
      const receipt = await uploaded(ana)
      const before = scripted.calls
      const bytes = await picture()
      const withCertificate = (await (await add(receipt, 'certificate', bytes)).json()) as Receipt
      assert.equal(scripted.calls, before)
      assert.equal(withCertificate.status, 'needs_review')
      const [, certificate] = withCertificate.files
      assert.equal(certificate.role, 'certificate')
      const kept = await ana.fetch(`/receipts/${receipt.id}/file?file=${certificate.id}`)
      assert.deepEqual(Buffer.from(await kept.arrayBuffer()), Buffer.from(bytes))
    })

    test('several at once are all added, and a correction in between harms none', async () => {
      const receipt = await uploaded(ana)
      const any = { 'if-match': '*' }
      const bodies = await Promise.all(Array.from({ length: 4 }, async () => fileForm(await picture())))
      const added = bodies.map((body) =>
        ana.fetch(`/receipts/${receipt.id}/files?role=proof`, { method: 'POST', headers: any, body }),
      )
      const noted = change(ana, receipt, { method: 'PATCH', body: { note: 'x' }, ifMatch: '*' })
      const statuses = (await Promise.all(added)).map((response) => response.status)
      await noted
      const kept = (await get(ana, `/receipts/${receipt.id}`)).files.length - 1
      assert.equal(kept, statuses.filter((status) => status === 201).length)
      assert.ok(kept >= 1)
    })

    test('a receipt has at most 20 files', async () => {
      let receipt = await uploaded(ana)
      const bytes = await picture()
      while (receipt.files.length < 20)
        receipt = (await (await add(receipt, 'proof', bytes)).json()) as Receipt
      await isProblem(await add(receipt, 'proof', bytes), 422, 'too_many_files')
    })

    test('what is no picture, or added to an older version, leaves nothing behind', async () => {
      const receipt = await uploaded(ana)
      await isProblem(await add(receipt, 'proof', Buffer.from('no picture')), 415, 'file_unsupported')
      await isProblem(await add({ ...receipt, version: 1 }, 'proof'), 412, 'version_conflict')
      await isProblem(await add(receipt, 'selfie'), 400, 'validation_failed')
      assert.deepEqual(await get(ana, `/receipts/${receipt.id}`), receipt)
    })
  })

  describe('duplicates', () => {
    test('same day, total and merchant, a letter misread or not, is suspected and settled', async () => {
      const values = { merchant: 'RESTORAN NASI KANDAR', date: '2026-05-01', totalSen: 4500 }
      const first = await typedIn(ana, values)
      const second = await typedIn(ana, { ...values, merchant: 'RESTORAN NAS1 KANDAR' })
      const suspicion = [{ id: first.id, reasons: ['same_day_total_merchant'] }]
      assert.deepEqual(second.duplicateSuspects, suspicion)
      for (const other of [
        { ...values, merchant: 'WATSONS' },
        { ...values, totalSen: 4501 },
        { ...values, date: '2026-05-02' },
      ]) {
        assert.deepEqual((await typedIn(ana, other)).duplicateSuspects, [])
      }
      const [row] = (await get(ana, '/receipts?text=nas1')).receipts
      assert.equal(row.duplicateSuspects, 1)

      const different = { of: first.id, verdict: 'different' }
      const settled = await changed(ana, second, { path: '/duplicate', body: different })
      assert.deepEqual([settled.duplicateSuspects, settled.duplicateVerdicts], [[], [different]])
      const edited = await changed(ana, settled, { method: 'PATCH', body: { note: 'x' } })
      assert.deepEqual(edited.duplicateSuspects, [])
      const other = await changed(ana, first, { method: 'PATCH', body: { note: 'x' } })
      assert.deepEqual(other.duplicateSuspects, [])
      const same = { of: first.id, verdict: 'same' }
      const changedMind = await changed(ana, edited, { path: '/duplicate', body: same })
      assert.deepEqual(changedMind.duplicateVerdicts, [same])
    })

    test('a suspicion ends when the other receipt goes to the trash', async () => {
      const values = { merchant: 'KEDAI RUNCIT', date: '2026-05-09', totalSen: 999 }
      const first = await typedIn(ana, values)
      const second = await typedIn(ana, values)
      assert.equal(second.duplicateSuspects.length, 1)
      await changed(ana, first, { method: 'DELETE' })
      const now = await get(ana, `/receipts/${second.id}`)
      assert.deepEqual(now.duplicateSuspects, [])
    })

    test('a verdict is about another receipt of one’s own', async () => {
      const receipt = await typedIn(ana, { merchant: 'X' })
      const settle = (body: Record<string, unknown>) => change(ana, receipt, { path: '/duplicate', body })
      await isProblem(await settle({ of: receipt.id, verdict: 'same' }), 400, 'validation_failed')
      await isProblem(await settle({ of: crypto.randomUUID(), verdict: 'same' }), 404, 'not_found')
      await isProblem(await settle({ of: receipt.id, verdict: 'maybe' }), 400, 'validation_failed')
    })
  })

  describe('the trash', () => {
    const inList = async (id: string, query = '') =>
      (await get(ana, `/receipts?limit=100&${query}`)).receipts.some((r) => r.id === id)

    test('takes a receipt out of every list, and gives it back as it was', async () => {
      const receipt = await uploaded(ana)
      const trashed = await changed(ana, receipt, { method: 'DELETE' })
      assert.ok(trashed.trashedAt)
      assert.deepEqual([await inList(receipt.id), await inList(receipt.id, 'trash=true')], [false, true])
      assert.equal(await inList(receipt.id, 'yearOfAssessment=2026'), false)
      await isProblem(
        await change(ana, trashed, { method: 'PATCH', body: { note: 'x' } }),
        409,
        'wrong_state',
      )
      await isProblem(await change(ana, trashed, { method: 'DELETE' }), 409, 'wrong_state')
      const restored = await changed(ana, trashed, { path: '/restore' })
      const { version, updatedAt, duplicateSuspects, ...rest } = restored
      const { version: _v, updatedAt: _u, duplicateSuspects: _d, ...before } = receipt
      assert.deepEqual(rest, before)
      assert.equal(await inList(receipt.id), true)
      await isProblem(await change(ana, restored, { path: '/restore' }), 409, 'wrong_state')
    })

    test('is emptied of what was never confirmed after 30 days, files and all', async () => {
      const start = now
      const loose = await uploaded(ana)
      const confirmed = await changed(ana, await uploaded(ana), { path: '/confirm' })
      await ana.fetch(`/receipts/${loose.id}/file?size=thumbnail`)
      await changed(ana, loose, { method: 'DELETE' })
      const path = `?acknowledgedUntil=${confirmed.retainUntil}`
      await changed(ana, confirmed, { method: 'DELETE', path })
      const sweepAt = async (days: number) => {
        now = new Date(start.getTime() + days * 86_400_000)
        await app.drainWork()
      }
      await sweepAt(29.9)
      assert.equal((await ana.fetch(`/receipts/${loose.id}`)).status, 200)
      await sweepAt(30.1)
      assert.equal((await ana.fetch(`/receipts/${loose.id}`)).status, 404)
      assert.equal((await ana.fetch(`/receipts/${confirmed.id}`)).status, 200)
      assert.equal((await ana.fetch(`/receipts/${confirmed.id}/file`)).status, 200)
      const files = await app.services.receipts.files.open(`${ana.sub}/${loose.id}/${loose.files[0].id}`)
      assert.equal(files, undefined)
    })
  })

  test('addresses that are no receipt are 404 or named as wrong', async () => {
    await isProblem(await ana.fetch(`/receipts/${crypto.randomUUID()}`), 404, 'not_found')
    await isProblem(await ana.fetch('/receipts/1'), 400, 'validation_failed')
    await isProblem(await ana.fetch('/nothing/here'), 404, 'not_found')
    await isProblem(await ana.fetch('/receipts/%E0%A4%A'), 400, 'bad_request')
    const text = { method: 'PATCH', body: 'note', headers: { 'content-type': 'text/plain', 'if-match': '*' } }
    const path = `/receipts/${crypto.randomUUID()}`
    await isProblem(await ana.fetch(path, text), 415, 'content_type_unsupported')
  })
})
