import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import type { AnswerOf, Problem } from '../support/answers.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import {
  change,
  changed,
  get,
  isProblem,
  picture,
  type Receipt,
  uploaded,
  type Versioned,
} from '../support/receipts.ts'
import { AREAS, createReaderOfBoth, SIZE } from '../support/side-by-side.ts'

type Split = AnswerOf<'/receipts/:id/split'>

describe('a picture of two receipts', () => {
  const { reader, areas } = createReaderOfBoth()
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp({ overrides: { reader } })
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  const split = (client: Client, receipt: Versioned, options: { ifMatch?: string | null } = {}) =>
    change(client, receipt, { path: '/split', ...options })

  async function splitUp(receipt: Versioned): Promise<[Receipt, Receipt]> {
    const response = await split(ana, receipt)
    const answer = (await response.json()) as Split
    assert.equal(response.status, 200, JSON.stringify(answer))
    const [first, second, ...more] = answer.receipts
    assert.ok(first && second && more.length === 0)
    return [first, second]
  }

  /** The receipts that are suspected to have the same file. */
  const copiesOf = ({ duplicateSuspects }: Receipt) =>
    duplicateSuspects.flatMap(({ id, reasons }) => (reasons.includes('same_file') ? id : [])).sort()

  const originalOf = async ({ id }: Receipt) =>
    Buffer.from(await (await ana.fetch(`/receipts/${id}/file`)).arrayBuffer())

  test('is offered to be split, and becomes a receipt of each', async () => {
    const bytes = await picture(SIZE)
    const receipt = await uploaded(ana, bytes)
    assert.deepEqual(receipt.files[0].problems, ['several_receipts'])
    assert.deepEqual(receipt.files[0].receipts, AREAS)

    areas.length = 0
    const [first, second] = await splitUp(receipt)
    assert.deepEqual(
      [first, second].map(({ merchant, date, totalSen }) => [merchant, date, totalSen]),
      [
        ['KEDAI BUKU HARAPAN SDN BHD', '2026-03-14', 5640],
        ['FARMASI SIHAT SDN BHD', '2026-03-15', 990],
      ],
    )
    assert.equal(first.id, receipt.id)
    assert.deepEqual(new Set(areas), new Set(AREAS), 'only the parts are read')
    for (const [at, one] of [first, second].entries()) {
      const [file] = one.files
      assert.deepEqual([file.area, file.problems, file.receipts], [AREAS[at], undefined, undefined])
      assert.equal(file.sha256, receipt.files[0].sha256)
      assert.deepEqual(await originalOf(one), bytes)
      assert.deepEqual(one.duplicateSuspects, [])
    }
    assert.notEqual(first.files[0].id, second.files[0].id)
    assert.equal(second.history[0]?.field, 'splitFrom')
    assert.deepEqual(first.history.at(-1)?.new, {
      fileId: receipt.files[0].id,
      receiptIds: [second.id],
    })
  })

  test('shows in each thumbnail only that receipt, and in the preview all of the page', async () => {
    const [first, second] = await splitUp(await uploaded(ana, await picture(SIZE)))
    const sizeOf = async ({ id }: Receipt, size: string) => {
      const bytes = await (await ana.fetch(`/receipts/${id}/file?size=${size}`)).arrayBuffer()
      const { width, height } = await sharp(Buffer.from(bytes)).metadata()
      return [width, height]
    }
    assert.deepEqual(await sizeOf(first, 'thumbnail'), [400, 400])
    assert.deepEqual(await sizeOf(second, 'thumbnail'), [400, 400])
    assert.deepEqual(await sizeOf(second, 'preview'), [960, 480])
    // The row of each says so, and with it the address of its picture changes.
    const { receipts } = await get(ana, '/receipts')
    for (const { id } of [first, second]) assert.equal(receipts.find((row) => row.id === id)?.part, true)
    assert.deepEqual(await sizeOf(first, 'thumbnail&part=true'), [400, 400])
    assert.deepEqual(await sizeOf(first, 'thumbnail&part=false'), [400, 200])
    assert.deepEqual(await sizeOf(first, 'preview&part=true'), [480, 480])
  })

  test('is split once, however often the request is sent', async () => {
    const receipt = await uploaded(ana)
    const both = await Promise.all([split(ana, receipt), split(ana, receipt)])
    const answers = await Promise.all(
      both.map(async (response) => ({
        status: response.status,
        answer: (await response.json()) as Split & Problem,
      })),
    )
    const again = await split(ana, receipt)
    assert.equal(again.status, 200)
    const { receipts } = (await again.json()) as Split
    for (const { status, answer } of answers) {
      if (status === 200)
        assert.deepEqual(
          answer.receipts.map(({ id }) => id),
          receipts.map(({ id }) => id),
        )
      else assert.ok(['version_conflict', 'wrong_state'].includes(answer.code), answer.code)
    }
    assert.ok(answers.some(({ status }) => status === 200))
    const { receipts: all } = await get(ana, '/receipts?text=FARMASI')
    assert.equal(all.filter(({ id }) => receipts.some((one) => one.id === id)).length, 1)
  })

  test('needs the version it is based on, and its owner', async () => {
    const receipt = await uploaded(ana)
    await isProblem(await split(ana, receipt, { ifMatch: null }), 428, 'version_required')
    await isProblem(await split(ana, receipt, { ifMatch: '"99"' }), 412, 'version_conflict')
    const ben = await signUp(app, 'ben@example.org')
    await isProblem(await split(ben, receipt), 404, 'not_found')
    assert.equal((await get(ana, `/receipts/${receipt.id}`)).version, receipt.version)
  })

  test('keeps what a person has corrected, and a confirmed receipt as it was confirmed', async () => {
    const receipt = await uploaded(ana)
    const corrected = await changed(ana, receipt, { method: 'PATCH', body: { merchant: 'Buku Harapan' } })
    const confirmed = await changed(ana, corrected, { path: '/confirm' })
    const [first, second] = await splitUp(confirmed)
    assert.deepEqual([first.merchant, first.status, first.totalSen], ['Buku Harapan', 'confirmed', 5640])
    assert.deepEqual([second.merchant, second.status], ['FARMASI SIHAT SDN BHD', 'needs_review'])
    assert.equal(second.retainUntil, null)
  })

  test('each receipt has its file for itself', async () => {
    const bytes = await picture()
    const [first, second] = await splitUp(await uploaded(ana, bytes))
    await app.services.receipts.eraseExample(ana.sub, first.id)
    await isProblem(await ana.fetch(`/receipts/${first.id}`), 404, 'not_found')
    assert.deepEqual(await originalOf(second), bytes)
    const read = await changed(ana, second, { path: '/read' })
    assert.deepEqual([read.totalSen, read.status], [990, 'needs_review'])
  })

  test('is one receipt again where the split is taken back', async () => {
    const [first, second] = await splitUp(await uploaded(ana))
    const whole = await changed(ana, first, { path: '/unsplit' })
    assert.equal(whole.files[0].area, undefined)
    assert.deepEqual(whole.files[0].problems, ['several_receipts'])
    assert.deepEqual(copiesOf(whole), [second.id])
    await changed(ana, second, { method: 'DELETE' })
    const now = await get(ana, `/receipts/${first.id}`)
    await isProblem(await change(ana, now, { path: '/unsplit' }), 409, 'wrong_state')
    const [again, other] = await splitUp(now)
    assert.equal(again.id, first.id)
    assert.notEqual(other.id, second.id)
  })

  test('the same picture sent again may be a copy of either', async () => {
    const bytes = await picture()
    const [first, second] = await splitUp(await uploaded(ana, bytes))
    const copy = await uploaded(ana, bytes)
    assert.deepEqual(copiesOf(copy), [first.id, second.id].sort())
  })

  test('what a process has not finished, another one does', async () => {
    const receipt = await uploaded(ana)
    const { store } = app.services.receipts
    const stored = await store.find(ana.sub, receipt.id)
    assert.ok(stored)
    const [file] = stored.files
    assert.ok(file && AREAS[0] && AREAS[1])
    const part = { receiptId: crypto.randomUUID(), fileId: crypto.randomUUID(), of: file.id, area: AREAS[1] }
    await store.save(
      { ...stored, files: [{ ...file, area: AREAS[0] }], unreadFileIds: [file.id], pendingParts: [part] },
      { work: { attempts: 0, dueAt: 0, by: null } },
    )
    await app.drainWork(receipt.id)
    await app.drainWork(part.receiptId)
    const second = await get(ana, `/receipts/${part.receiptId}`)
    assert.deepEqual([second.merchant, second.status], ['FARMASI SIHAT SDN BHD', 'needs_review'])
  })

  test('one that shows a single receipt is not split', async () => {
    const [, second] = await splitUp(await uploaded(ana))
    await isProblem(await split(ana, second), 409, 'wrong_state')
  })
})
