import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type Client, signUp, type TestApp } from '../support/app.ts'
import { shapes } from '../support/aws-app.ts'
import { allocate, claimed, entered } from '../support/claims.ts'
import { damageReceipt } from '../support/damage.ts'
import { lookupsOf } from '../support/lookups.ts'
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
  uploaded,
} from '../support/receipts.ts'

/** A page whose values were read with little confidence. */
const blurred = () => {
  const page = pageOf(LINES)
  return { ...page, lines: page.lines.map((line) => ({ ...line, confidence: 0.5 })) }
}

for (const { name, start } of shapes) {
  describe(`what needs a person: ${name}`, () => {
    const scripted = createScriptedReader()
    let app: TestApp
    let ana: Client
    let people = 0
    before(async () => {
      app = await start({ overrides: { reader: scripted.reader } })
    })
    beforeEach(async () => {
      ana = await signUp(app, `ana${++people}@example.org`)
    })
    after(() => app.close())

    const queue = (query = '') => get(ana, `/receipts/queue?${query}`)
    async function reasons(query = '') {
      const { count, receipts } = await queue(query)
      assert.equal(count, receipts.length)
      return receipts.map((row): [string, string[]] => [row.id, row.reasons])
    }

    test('each receipt says why, and leaves the queue once nothing is open', async (t) => {
      const clear = await uploaded(ana)
      scripted.answer(t, async () => [blurred()])
      const unsure = await uploaded(ana)
      scripted.answer(t, [])
      const unreadable = await uploaded(ana)
      const incomplete = await entered(ana, { merchant: 'NO DAY', date: null })
      assert.deepEqual(await reasons(), [
        [incomplete.id, ['check', 'incomplete']],
        [unsure.id, ['check', 'unsure', 'duplicate']],
        [clear.id, ['check']],
        [unreadable.id, ['unreadable', 'incomplete']],
      ])

      const reasonsOf = async (id: string) => new Map(await reasons()).get(id)
      const body = { of: clear.id, verdict: 'different' }
      await changed(ana, unsure, { path: '/duplicate', body })
      assert.deepEqual(await reasonsOf(unsure.id), ['check', 'unsure'])
      const confirmed = await changed(ana, clear, { path: '/confirm' })
      assert.deepEqual(await reasonsOf(clear.id), ['undecided'])
      const books = [{ relief: 'lifestyle-books', sen: clear.totalSen }]
      const allocated = (await (await allocate(ana, confirmed, books)).json()) as Receipt
      assert.equal(await reasonsOf(clear.id), undefined)
      await changed(ana, allocated, { path: '/unconfirm' })
      assert.deepEqual(await reasonsOf(clear.id), ['check'])
    })

    test('a confirmed receipt asks for its certificate, and for an answer to a later reading', async (t) => {
      const dentist = await claimed(
        ana,
        { merchant: 'KLINIK PERGIGIAN SENYUM', date: '2025-03-01' },
        'medical-dental',
      )
      assert.deepEqual(await reasons(), [[dentist.id, ['certificate']]])
      const certificate = await ana.fetch(`/receipts/${dentist.id}/files?role=certificate`, {
        method: 'POST',
        body: fileForm(await picture()),
        headers: { 'if-match': `"${dentist.version}"` },
      })
      assert.equal(certificate.status, 201)
      assert.deepEqual(await reasons(), [])

      const read = await uploaded(ana)
      const books = [{ relief: 'lifestyle-books', sen: read.totalSen }]
      const allocated = (await (await allocate(ana, read, books)).json()) as Receipt
      const confirmed = await changed(ana, allocated, { path: '/confirm' })
      assert.deepEqual(await reasons(), [])
      scripted.answer(
        t,
        LINES.map((line) => line.replace('MAJU', 'BARU')),
      )
      const proposed = await changed(ana, confirmed, { path: '/read' })
      assert.ok(proposed.proposal)
      assert.deepEqual(await reasons(), [[read.id, ['proposal']]])
      await changed(ana, proposed, { method: 'PATCH', body: { proposal: null } })
      assert.deepEqual(await reasons(), [])
    })

    test('a question of the suggestion is a reason', async (t) => {
      scripted.answer(t, [
        'URBAN REPUBLIC SDN BHD',
        'DATE: 14/03/2025 10:15',
        'APPLE WATCH SERIES 10 1 x 1899.00 1899.00',
        'TOTAL RM 1,899.00',
      ])
      const watch = await uploaded(ana)
      assert.ok(watch.suggestion.parts[0].question)
      assert.deepEqual(await reasons(), [[watch.id, ['check', 'question']]])
    })

    test('what is read, in the trash or another person’s is not in it', async (t) => {
      const { begun, release } = scripted.hold(t)
      const reading = uploaded(ana)
      await begun
      assert.deepEqual(await reasons(), [])
      release()
      const receipt = await reading
      assert.deepEqual(await reasons(), [[receipt.id, ['check']]])
      const ben = await signUp(app, `ben${people}@example.org`)
      assert.deepEqual(await get(ben, '/receipts/queue'), { count: 0, receipts: [], nextCursor: null })
      const trashed = await changed(ana, receipt, { method: 'DELETE' })
      assert.deepEqual(await reasons(), [])
      await changed(ana, trashed, { path: '/restore' })
      assert.deepEqual(await reasons(), [[receipt.id, ['check']]])
    })

    test('a year has its own receipts and those without a date; a correction moves a receipt', async () => {
      const early = await entered(ana, { merchant: 'A', date: '2025-03-01' })
      const late = await entered(ana, { merchant: 'B', date: '2026-03-01' })
      const undated = await entered(ana, { merchant: 'C', date: null })
      const ids = async (year: number) => (await reasons(`yearOfAssessment=${year}`)).map(([id]) => id)
      assert.deepEqual(await ids(2025), [undated.id, early.id])
      assert.deepEqual(await ids(2026), [undated.id, late.id])
      await changed(ana, early, { method: 'PATCH', body: { date: '2026-02-01' } })
      assert.deepEqual(await ids(2025), [undated.id])
      assert.deepEqual(await ids(2026), [undated.id, late.id, early.id])
      assert.equal((await queue()).count, 3)
    })

    test('goes page by page, each receipt once, with the count of all', async () => {
      const made: string[] = []
      for (let i = 0; i < 5; i++) made.unshift((await entered(ana, { merchant: `SHOP ${i}` })).id)
      const seen: string[] = []
      for (let cursor = ''; ; ) {
        const page = await queue(`limit=2${cursor}`)
        assert.equal(page.count, 5)
        seen.push(...page.receipts.map(({ id }) => id))
        if (page.nextCursor === null) break
        cursor = `&cursor=${page.nextCursor}`
      }
      assert.deepEqual(seen, made)
      await isProblem(await ana.fetch('/receipts/queue?cursor=nonsense'), 400, 'bad_request')
      await isProblem(await ana.fetch('/receipts/queue?yearOfAssessment=none'), 400, 'validation_failed')
    })

    test('a look-up key that was left over is not counted once its page was shown', async () => {
      const [first, second] = [await entered(ana, { merchant: 'A' }), await entered(ana, { merchant: 'B' })]
      await using lookups = await lookupsOf(app, ana.sub)
      const left = await lookups.queue()
      for (const { id, version } of [first, second]) {
        const body = { allocations: [{ relief: null, sen: 10_000 }] }
        const headers = { 'content-type': 'application/json' }
        await changed(ana, { id, version }, { path: '/confirm', body, headers })
      }
      await lookups.putBack(left)
      assert.deepEqual(await queue(), { count: 0, receipts: [], nextCursor: null })
      assert.deepEqual(await lookups.queue(), [])
    })

    test('receipts stored by an earlier release are in it', async () => {
      const open = await entered(ana, { merchant: 'OPEN', date: '2025-03-01' })
      const undecided = await changed(ana, await entered(ana, { merchant: 'UNDECIDED' }), {
        path: '/confirm',
      })
      const certificate = await claimed(ana, { merchant: 'KLINIK GIGI' }, 'medical-dental')
      await claimed(ana, { merchant: 'POPULAR' }, 'lifestyle-books')
      await changed(ana, await entered(ana, { merchant: 'TRASHED' }), { method: 'DELETE' })
      {
        await using lookups = await lookupsOf(app, ana.sub)
        await lookups.forget()
        await lookups.migrate()
      }
      assert.deepEqual(await reasons(), [
        [certificate.id, ['certificate']],
        [undecided.id, ['undecided']],
        [open.id, ['check']],
      ])
      // What is confirmed now leaves it, as any other receipt does.
      const headers = { 'content-type': 'application/json' }
      const body = { allocations: [{ relief: null, sen: 10_000 }] }
      assert.ok((await change(ana, open, { path: '/confirm', body, headers })).ok)
      assert.equal((await queue()).count, 2)
    })

    test('receipts stored by an earlier release are in it, also where one of them is damaged', async () => {
      const open = await entered(ana, { merchant: 'OPEN' })
      const damaged = await claimed(ana, { merchant: 'POPULAR' }, 'lifestyle-books')
      await damageReceipt(app, damaged.id, { summary: (row) => ({ ...row, allocations: ['books', 7] }) })
      {
        await using lookups = await lookupsOf(app, ana.sub)
        await lookups.forget()
        await lookups.migrate()
      }
      assert.deepEqual(
        (await queue()).receipts.map(({ id }) => id),
        [damaged.id, open.id],
      )
    })
  })
}
