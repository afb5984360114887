import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { claimed, entered } from '../support/claims.ts'
import { get } from '../support/receipts.ts'

/** What Excel turns into a number or a date when it opens a CSV file, quoted or not. */
const LOOKS_LIKE_A_VALUE = /^\d+([-/.]\d+)*$/

describe('answers that were once wrong', () => {
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp({ clock: { now: () => new Date('2026-04-01T04:00:00Z') } })
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  for (const receiptNumber of ['008558', '001780200112117', '3-4'])
    test(`B20: the receipt number ${receiptNumber} stays as printed when Excel opens the CSV export`, async () => {
      const { id } = await claimed(ana, { receiptNumber }, 'lifestyle-books')
      const response = await ana.fetch('/tax-years/2025/export?format=csv')
      const rows: Record<string, string>[] = parse(await response.text(), { bom: true, columns: true })
      const cells = rows.flatMap((row) => Object.values(row)).filter((cell) => cell.includes(receiptNumber))
      assert.ok(cells.length > 0, `no row of ${id}`)
      for (const cell of cells) assert.doesNotMatch(cell, LOOKS_LIKE_A_VALUE)
    })

  for (const text of ['1234.50', '1,234.50', 'RM1234'])
    test(`B21: a search for ${text} finds a receipt of RM 1,234.50`, async () => {
      const { id } = await entered(ana, { merchant: 'KEDAI PERABOT', totalSen: 123_450 })
      const found = await get(ana, `/receipts?text=${encodeURIComponent(text)}`)
      assert.ok(found.receipts.some((receipt: { id: string }) => receipt.id === id))
    })
})
