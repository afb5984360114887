import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { pageOf } from '../support/page-of.ts'
import { createScriptedReader, get, uploaded } from '../support/receipts.ts'

const LINES = ['KEDAI BUKU HARAPAN SDN BHD', 'Date: 14/03/2026', 'TOTAL RM 56.40']

describe('a picture that is hard to read', () => {
  const scripted = createScriptedReader()
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp({ overrides: { reader: scripted.reader } })
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  test('says what is wrong with it, in the answer to the upload and afterwards', async (context) => {
    scripted.answer(context, async () => [{ ...pageOf(LINES), problems: ['blurred', 'cut_off_right'] }])
    const receipt = await uploaded(ana)
    assert.deepEqual(receipt.files[0].problems, ['blurred', 'cut_off_right'])
    const { files } = await get(ana, `/receipts/${receipt.id}`)
    assert.deepEqual(files[0].problems, ['blurred', 'cut_off_right'])
  })

  test('with two receipts says so, and has the values of the one with more text', async (context) => {
    const [left, right] = [
      { left: 0, top: 0, width: 0.45, height: 1 },
      { left: 0.5, top: 0, width: 0.5, height: 1 },
    ]
    const lines = ['FARMASI SIHAT SDN BHD', 'Date: 15/03/2026', 'TOTAL RM 9.90'].map((text, row) => ({
      text,
      confidence: 0.98,
      box: { left: 0.52, top: 0.1 + row * 0.2, width: 0.4, height: 0.1 },
    }))
    const others = lines.map(({ box, ...line }, row) => ({
      ...line,
      text: LINES[row] ?? '',
      box: { ...box, left: 0.02 },
    }))
    scripted.answer(context, async () => [
      { page: 1, width: 480, height: 240, lines: [...others, ...lines], receipts: [right, left] },
    ])
    const { merchant, date, totalSen, files } = await uploaded(ana)
    assert.deepEqual([merchant, date, totalSen], ['FARMASI SIHAT SDN BHD', '2026-03-15', 990])
    assert.deepEqual(files[0].problems, ['several_receipts'])
  })

  test('has no problems where none are found', async () => {
    const { files } = await uploaded(ana)
    assert.equal('problems' in files[0], false)
  })
})
