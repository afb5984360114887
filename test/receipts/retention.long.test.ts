import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Clock } from '../../server/clock.ts'
import { type Client, signUp, type TestApp } from '../support/app.ts'
import { LONG_RETRIES } from '../support/aws.ts'
import { shapes, startAwsApp } from '../support/aws-app.ts'
import { allocate, entered, type Purchase } from '../support/claims.ts'
import {
  change,
  changed,
  createScriptedReader,
  fileForm,
  get,
  isProblem,
  picture,
  type Receipt,
  uploaded,
} from '../support/receipts.ts'

const DAY_MS = 86_400_000

for (const shape of shapes) {
  describe(`how long a receipt is kept (${shape.name})`, () => {
    let now = new Date('2026-03-20T02:00:00Z')
    let app: TestApp
    let ana: Client

    before(async () => {
      app = await shape.start({
        clock: { now: () => now },
        overrides: { reader: createScriptedReader().reader },
      })
      ana = await signUp(app, 'ana@example.org')
    })
    after(() => app.close())

    const trash = (receipt: Receipt, despite?: string) =>
      change(ana, receipt, { method: 'DELETE', path: despite ? `?acknowledgedUntil=${despite}` : '' })
    const sweepAt = async (at: Date) => {
      now = at
      await app.drainWork()
    }
    const filedOn = (year: number, day: string | undefined) => {
      const facts = { schema: 1, ...(day !== undefined && { filedOn: day }) }
      return app.services.items.put(ana.sub, `year#${year}`, facts, 'any')
    }
    const confirmed = async (values: Purchase = {}) =>
      changed(ana, await entered(ana, values), { path: '/confirm' })

    test('one that was never confirmed need not be kept; a confirmed one, for seven years after filing', async () => {
      const receipt = await entered(ana, { date: '2025-03-14' })
      assert.equal(receipt.retainUntil, null)
      const kept = await changed(ana, receipt, { path: '/confirm' })
      assert.equal(kept.retainUntil, '2033-12-31')
      assert.deepEqual(await get(ana, `/receipts/${kept.id}`), kept)
      await filedOn(2025, '2027-02-01')
      assert.equal((await get(ana, `/receipts/${kept.id}`)).retainUntil, '2034-12-31')
      await filedOn(2025, undefined)
    })

    test('the year is that of payment, of every year it counts in, and may be one without data', async () => {
      const receipt = await confirmed({ date: '2025-12-30', paidOn: '2026-01-02' })
      assert.equal(receipt.retainUntil, '2034-12-31')
      const corrected = await changed(ana, receipt, { method: 'PATCH', body: { paidOn: '2025-12-30' } })
      assert.equal(corrected.retainUntil, '2033-12-31')
      const refund = await confirmed({ date: '2026-01-03', totalSen: -500 })
      const parts = [{ relief: 'lifestyle', sen: -500, year: 2025 }]
      const allocated = (await (await allocate(ana, refund, parts)).json()) as Receipt
      assert.equal(allocated.retainUntil, '2034-12-31')
      assert.equal((await confirmed({ date: '2016-05-05' })).retainUntil, '2024-12-31')
    })

    test('throwing one away within its time asks twice, and it can be had back', async () => {
      const receipt = await confirmed({ date: '2025-06-01' })
      const asked = await isProblem<{ retainUntil: string }>(await trash(receipt), 409, 'confirmation_needed')
      assert.equal(asked.retainUntil, '2033-12-31')
      await isProblem(await trash(receipt, '2032-12-31'), 409, 'confirmation_needed')
      await isProblem(await trash(receipt, 'yes'), 400, 'validation_failed')
      assert.deepEqual(await get(ana, `/receipts/${receipt.id}`), receipt)
      const thrown = (await (await trash(receipt, asked.retainUntil)).json()) as Receipt
      assert.ok(thrown.trashedAt)
      assert.equal(thrown.retainUntil, '2033-12-31')
      const back = await changed(ana, thrown, { path: '/restore' })
      assert.deepEqual([back.status, back.trashedAt], ['confirmed', null])
      const old = await confirmed({ date: '2016-05-05' })
      assert.equal((await trash(old)).status, 200)
    })

    test('the trash keeps it until that day is over in Malaysia, or longer where the year is filed later', async () => {
      const start = now
      const kept: Receipt[] = []
      for (const paidOn of ['2025-03-14', '2024-03-14']) {
        const paid = await changed(ana, await uploaded(ana), { method: 'PATCH', body: { paidOn } })
        const sure = await changed(ana, paid, { path: '/confirm' })
        const thrown = await trash(sure, sure.retainUntil)
        assert.equal(thrown.status, 200)
        kept.push(sure)
      }
      const [of2025, of2024] = kept as [Receipt, Receipt]
      await filedOn(2024, '2026-02-01')
      const isThere = async ({ id, files }: Receipt) => {
        const file = await app.services.receipts.files.open(`${ana.sub}/${id}/${files[0].id}`)
        file?.stream.destroy()
        return Boolean(await app.services.receipts.store.find(ana.sub, id)) && file !== undefined
      }
      const areThere = async () => [await isThere(of2024), await isThere(of2025)]

      await sweepAt(new Date(start.getTime() + 31 * DAY_MS))
      assert.deepEqual(await areThere(), [true, true])
      // By what was known when it was thrown away, the earlier one's day is over; by what is known now it is not.
      await sweepAt(new Date('2033-01-02T00:00:00Z'))
      assert.deepEqual(await areThere(), [true, true])
      await sweepAt(new Date('2033-12-31T15:59:59Z'))
      assert.deepEqual(await areThere(), [true, true])
      await sweepAt(new Date('2034-01-01T00:00:00Z'))
      assert.deepEqual(await areThere(), [false, false])
      now = start
    })

    test('what is old enough is purged 30 days after it was thrown away', async () => {
      const start = now
      const old = await confirmed({ date: '2016-05-05' })
      assert.equal((await trash(old)).status, 200)
      const find = () => app.services.receipts.store.find(ana.sub, old.id)
      await sweepAt(new Date(start.getTime() + 29 * DAY_MS))
      assert.ok(await find())
      await sweepAt(new Date(start.getTime() + 31 * DAY_MS))
      assert.equal(await find(), undefined)
      now = start
    })
  })
}

/** A person whose receipts' originals S3 holds. */
async function lockedApp(clock: Clock, awsRetryPolicy = LONG_RETRIES) {
  const overrides = { reader: createScriptedReader().reader, awsRetryPolicy }
  const app = await startAwsApp({ locked: true, clock, overrides })
  const ana = await signUp(app, 'ana@example.org')
  return {
    app,
    ana,
    worked: (receipt: Receipt) => app.drainWork(receipt.id),
    /** Until when each of its files is held. */
    lockedUntil: (receipt: Receipt) =>
      Promise.all(
        receipt.files.map(async ({ id }) => {
          const held = await app.s3.retention(app.bucket, `${ana.sub}/${receipt.id}/${id}`)
          return held?.until
        }),
      ),
    [Symbol.asyncDispose]: () => app.close(),
  }
}

const END_2034 = '2034-12-31T16:00:00.000Z'
const END_2035 = '2035-12-31T16:00:00.000Z'

describe('in a bucket with Object Lock', () => {
  let locked: Awaited<ReturnType<typeof lockedApp>>
  before(async () => {
    locked = await lockedApp({ now: () => new Date('2026-03-20T02:00:00Z') })
  })
  after(() => locked[Symbol.asyncDispose]())

  test('the originals of a receipt are held once it is confirmed, and its version stays', async () => {
    const { app, ana, worked, lockedUntil } = locked
    const receipt = await uploaded(ana)
    await worked(receipt)
    assert.deepEqual(await lockedUntil(receipt), [undefined])
    const confirmed = await changed(ana, receipt, { path: '/confirm' })
    assert.deepEqual(await lockedUntil(confirmed), [END_2034])
    assert.deepEqual(await get(ana, `/receipts/${receipt.id}`), confirmed)
    assert.deepEqual(await app.services.receipts.store.due(new Date('2040-01-01'), 10), [])
  })

  test('so are a certificate and a page that come later, and all for longer in a later year', async () => {
    const { ana, worked, lockedUntil } = locked
    const confirmed = await changed(ana, await uploaded(ana), { path: '/confirm' })
    const add = async (receipt: Receipt, role: string): Promise<Receipt> => {
      const headers = { 'if-match': `"${receipt.version}"` }
      const init = { method: 'POST', headers, body: fileForm(await picture()) }
      return (await (await ana.fetch(`/receipts/${receipt.id}/files?role=${role}`, init)).json()) as Receipt
    }
    const certified = await add(confirmed, 'certificate')
    await worked(certified)
    assert.deepEqual(await lockedUntil(certified), [END_2034, END_2034])
    const paged = await add(certified, 'receipt')
    await worked(paged)
    assert.deepEqual(await lockedUntil(paged), [END_2034, END_2034, END_2034])
    const corrected = await changed(ana, paged, { method: 'PATCH', body: { paidOn: '2027-01-02' } })
    assert.deepEqual(await lockedUntil(corrected), [END_2035, END_2035, END_2035])
    const back = await changed(ana, corrected, { method: 'PATCH', body: { paidOn: '2026-01-02' } })
    assert.equal(back.retainUntil, '2034-12-31')
    assert.deepEqual(await lockedUntil(back), [END_2035, END_2035, END_2035])
  })
})

test('a return that is filed later has its receipts held for longer', async () => {
  let now = new Date('2026-03-20T02:00:00Z')
  await using locked = await lockedApp({ now: () => now })
  const { ana, worked, lockedUntil } = locked
  const confirmed = await changed(ana, await uploaded(ana), { path: '/confirm' })
  await worked(confirmed)
  const filed = await ana.fetch('/tax-years/2026/taxpayer', {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': '*' },
    body: JSON.stringify({ filedOn: '2028-02-01' }),
  })
  assert.equal(filed.status, 200)
  assert.deepEqual(await lockedUntil(confirmed), [END_2034])
  now = new Date(now.getTime() + 60_000)
  await worked(confirmed)
  assert.deepEqual(await lockedUntil(confirmed), [END_2035])
  const { version, retainUntil } = await get(ana, `/receipts/${confirmed.id}`)
  assert.deepEqual([version, retainUntil], [confirmed.version, '2035-12-31'])
})

test('while S3 is away a receipt is confirmed all the same, and its original held afterwards', async (context) => {
  let now = new Date('2026-03-20T02:00:00Z')
  const retryPolicy = { budget: 3_000, attempt: 3_000 }
  await using locked = await lockedApp({ now: () => now }, retryPolicy)
  const { app, ana, worked, lockedUntil } = locked
  const { trouble } = app.s3
  if (!trouble) return context.skip('only a stand-in makes trouble')
  const receipt = await uploaded(ana)
  trouble.push(...Array(200).fill('unavailable'))
  const confirmed = await changed(ana, receipt, { path: '/confirm' })
  await worked(confirmed)
  trouble.length = 0
  assert.deepEqual(await lockedUntil(confirmed), [undefined])
  now = new Date(now.getTime() + 60_000)
  await worked(confirmed)
  assert.deepEqual(await lockedUntil(confirmed), [END_2034])
})
