import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { examples, totalSen } from '../../bench/examples/receipts.ts'
import { type Client, signUp, startApp } from '../support/app.ts'
import { get, type Receipt } from '../support/receipts.ts'
import { startTextract } from '../support/textract.ts'
import { until } from '../support/until.ts'

const demo = examples.filter(({ inDemo }) => inDemo)

/** What counts, by the name of the example; the rest of its amount does not. */
const COUNTS: Record<string, [relief: string, sen: number][]> = {
  'clinic-2026-02-14': [['medical-vaccination', 95_00]],
  'dentist-2026-08-08': [['medical-dental', 120_00]],
  'bookshop-2026-08-11': [['lifestyle-books', 89_90]],
  'phone-shop-2026-05-09': [['lifestyle-devices', 999_00]],
  'broadband-2026-07-28': [['lifestyle-internet', 99_00]],
  'gym-2026-01-03': [['sports-gym-training', 480_00]],
  'nursery-2026-07-31': [['childcare-centre-kindergarten', 350_00]],
  'petrol-2026-06-19': [],
  'groceries-2026-07-11': [],
  'restaurant-2026-08-02': [],
}

/** Adds the examples and waits until each is read, as an app does. */
async function readAll(client: Client): Promise<Receipt[]> {
  const response = await client.fetch('/me/examples', { method: 'POST' })
  assert.equal(response.status, 202)
  const rows = await until(async () => {
    const { receipts } = await get(client, '/receipts?limit=100')
    return receipts.every(({ status }) => status !== 'reading') && receipts
  }, 500)
  assert.equal(rows.length, 10)
  return Promise.all(rows.map(({ id }) => get(client, `/receipts/${id}`)))
}

/** The sum by relief of what counts. */
function countingIn(parts: { relief: string | null; sen: number }[]) {
  const sums = new Map<string, number>()
  for (const { relief, sen } of parts) if (relief !== null) sums.set(relief, (sums.get(relief) ?? 0) + sen)
  return [...sums]
}

function areRead(receipts: Receipt[]) {
  for (const example of demo) {
    const receipt = receipts.find(
      ({ date, totalSen: sen }) => date === example.day && sen === totalSen(example),
    )
    assert.ok(
      receipt,
      `${example.name}: ${JSON.stringify(receipts.map(({ date, totalSen: sen }) => [date, sen]))}`,
    )
    assert.equal(receipt.merchant.toUpperCase(), example.shop, example.name)
    assert.equal(receipt.status, 'needs_review', example.name)
    const { parts } = receipt.suggestion
    assert.deepEqual(countingIn(parts), COUNTS[example.name], `${example.name}: ${JSON.stringify(parts)}`)
    assert.equal(
      parts.reduce((sum, { sen }) => sum + sen, 0),
      totalSen(example),
      example.name,
    )
  }
}

describe('the example receipts', () => {
  test('are read by the local reader as what they show, each with its suggestion', async () => {
    const app = await startApp()
    try {
      areRead(await readAll(await signUp(app, 'ana@example.org')))
    } finally {
      await app.close()
    }
  })

  test('are taken from recorded text where Textract reads: no call is paid for', async () => {
    const textract = await startTextract()
    const app = await startApp({ env: { READER: 'textract', TEXTRACT_REGION: 'ap-southeast-1' } })
    try {
      const ana = await signUp(app, 'ana@example.org')
      const receipts = await readAll(ana)
      areRead(receipts)
      const [first] = receipts
      assert.ok(first)
      const again = await ana.fetch(`/receipts/${first.id}/read`, {
        method: 'POST',
        headers: { 'if-match': '*' },
      })
      assert.equal(again.status, 200)
      assert.equal(textract.calls, 0)
    } finally {
      await app.close()
      await textract.close()
    }
  })
})
