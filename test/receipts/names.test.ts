import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { entered } from '../support/claims.ts'
import { changed, createScriptedReader, get, isProblem, uploaded } from '../support/receipts.ts'

const TWO_NAMES = [
  'ROTI BAKAR PAGI',
  'KHAZANAH RASA SDN BHD',
  '(1034567-P)',
  'NO 7, JALAN MAWAR 3, 47100 PUCHONG',
  'DATE: 14/03/2026',
  'TOTAL   12.50',
]

describe('the names on a receipt', () => {
  const scripted = createScriptedReader(TWO_NAMES)
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp({ overrides: { reader: scripted.reader } })
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  test('trade name and registered name are read apart, each with its confidence and box', async () => {
    const receipt = await uploaded(ana)
    assert.deepEqual(
      [receipt.merchant, receipt.brand, receipt.legalName, receipt.companyNumber],
      ['KHAZANAH RASA SDN BHD', 'ROTI BAKAR PAGI', 'KHAZANAH RASA SDN BHD', '1034567-P'],
    )
    const { brand, legalName } = receipt.evidence
    assert.ok(brand?.by === 'reader' && legalName?.by === 'reader')
    assert.ok(brand.confidence > 0.5 && legalName.confidence > 0.8)
    assert.ok(brand.box.top < legalName.box.top)
    assert.deepEqual(await get(ana, `/receipts/${receipt.id}`), receipt)
  })

  test('a person corrects them; a later reading leaves that alone', async () => {
    const receipt = await uploaded(ana)
    const body = { brand: 'Roti Bakar', legalName: null }
    const corrected = await changed(ana, receipt, { method: 'PATCH', body })
    assert.deepEqual([corrected.brand, corrected.legalName], ['Roti Bakar', null])
    assert.deepEqual(corrected.evidence.brand, { by: 'person' })
    assert.deepEqual(
      corrected.history.map(({ field, old, new: now }) => [field, old, now]),
      [
        ['brand', 'ROTI BAKAR PAGI', 'Roti Bakar'],
        ['legalName', 'KHAZANAH RASA SDN BHD', null],
      ],
    )
    const { receipts } = await get(ana, '/receipts?text=roti%20bakar')
    assert.ok(receipts.some(({ id }) => id === receipt.id))
    const tooLong = { method: 'PATCH', body: JSON.stringify({ brand: 'A'.repeat(121) }) }
    const headers = { 'content-type': 'application/json', 'if-match': `"${corrected.version}"` }
    await isProblem(
      await ana.fetch(`/receipts/${receipt.id}`, { ...tooLong, headers }),
      400,
      'validation_failed',
    )
  })

  test('they can be entered by hand, and stand in the exports of the year', async () => {
    const values = { merchant: 'KEDAI AWAN', brand: 'AWAN', legalName: 'AWAN BIRU ENTERPRISE' }
    const receipt = await entered(ana, { ...values, date: '2026-03-01', totalSen: 100 })
    assert.deepEqual([receipt.brand, receipt.legalName], [values.brand, values.legalName])
    await changed(ana, receipt, { path: '/confirm' })
    const csv = await (await ana.fetch('/tax-years/2026/export?format=csv')).text()
    assert.match(csv, /"Example","Trade name","Registered name"/)
    assert.match(csv, /"AWAN","AWAN BIRU ENTERPRISE"/)
    const json = await (await ana.fetch('/tax-years/2026/export?format=json')).text()
    assert.match(json, /"brand":"AWAN","legalName":"AWAN BIRU ENTERPRISE"/)
  })
})
