import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { receiptWithCodes } from '../support/qr.ts'
import { get, isProblem, upload, uploaded } from '../support/receipts.ts'

const sample = (name: string) => readFile(new URL(`../../samples/${name}`, import.meta.url))

describe('a receipt’s way with everything real', () => {
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp()
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  test('a QR code of MyInvois on a receipt is recorded, unverified; one of anybody else is not', async () => {
    const [uuid, longId] = ['GFSV5S3DR07TMXCS7033GA3J10', 'YQH73576FY9VR57B7033GA3J10abCDeF1773454500']
    const path = `/${uuid}/share/${longId}`
    const other = `https://myinvois.hasil.gov.my.example.org${path}`
    const receipt = await uploaded(
      ana,
      await receiptWithCodes([other, `https://preprod.myinvois.hasil.gov.my${path}`]),
    )
    assert.deepEqual([receipt.date, receipt.totalSen], ['2018-06-27', 150])
    assert.equal(receipt.evidence.totalSen.by, 'reader')
    assert.deepEqual(receipt.einvoice, {
      source: 'qr',
      uuid,
      longId,
      environment: 'sandbox',
      verified: false,
    })
    const stranger = await uploaded(ana, await receiptWithCodes([other]))
    assert.equal(stranger.totalSen, 150)
    assert.equal(stranger.einvoice, null)
    const text = JSON.stringify([stranger, await get(ana, `/receipts/${stranger.id}/text`)])
    assert.doesNotMatch(text, /example\.org|GFSV5S3DR07TMXCS7033GA3J10/)
  })

  test('real receipts become records: read, found by their text, kept as they were', async () => {
    const samples: [string, string, number, RegExp][] = [
      ['parking-2018-06-27.jpg', '2018-06-27', 150, /^SANJUNG .*SDN/i],
      ['bookshop-2017-12-11.jpg', '2017-12-11', 3145, /^MPH BOOKSTORES/i],
    ]
    const receipts = await Promise.all(samples.map(async ([name]) => uploaded(ana, await sample(name))))
    for (const [index, receipt] of receipts.entries()) {
      const [name, date, totalSen, merchant] = samples[index] ?? ['', '', 0, /x/]
      assert.deepEqual(
        [receipt.status, receipt.date, receipt.totalSen],
        ['needs_review', date, totalSen],
        name,
      )
      assert.match(receipt.merchant, merchant)
      const { pages } = await get(ana, `/receipts/${receipt.id}/text`)
      assert.ok(pages[0].lines.length > 10)
      const kept = Buffer.from(await (await ana.fetch(`/receipts/${receipt.id}/file`)).arrayBuffer())
      assert.deepEqual(kept, await sample(name))
    }
    const found = await get(ana, '/receipts?text=bookstores')
    assert.deepEqual(
      found.receipts.map((row) => row.id),
      [receipts[1]?.id],
    )
  })

  test('a picture without a receipt is kept as unreadable', async () => {
    const receipt = await uploaded(ana, await landscape())
    assert.deepEqual([receipt.status, receipt.unreadableReason], ['unreadable', 'nothing_found'])
    assert.equal((await ana.fetch(`/receipts/${receipt.id}/file`)).status, 200)
  })

  test('a picture that ends early is refused in words', async () => {
    const whole = await sample('parking-2018-06-27.jpg')
    const problem = await isProblem(
      await upload(ana, whole.subarray(0, whole.length / 2)),
      422,
      'file_damaged',
    )
    assert.match(problem.detail, /\w/)
  })
})

/** Soft hills and a sun: something to look at, nothing to read. */
async function landscape() {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">
    <rect width="800" height="600" fill="#9cc4e4"/><circle cx="620" cy="130" r="70" fill="#f2c84b"/>
    <path d="M0 400Q200 250 420 390T800 340V600H0Z" fill="#6a8f4e"/>
    <path d="M0 480Q260 380 480 470T800 450V600H0Z" fill="#3f5f34"/></svg>`
  return sharp(Buffer.from(svg)).blur(2).jpeg().toBuffer()
}
