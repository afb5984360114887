import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { isConsolidated } from '../../server/reading/fields/consolidated.ts'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { pageOf } from '../support/page-of.ts'
import { makePdf } from '../support/pdf.ts'
import {
  change,
  changed,
  createScriptedReader,
  fileForm,
  isProblem,
  LINES,
  picture,
  upload,
  uploaded,
} from '../support/receipts.ts'

const HEAD = ['RESTORAN SERI MURNI SDN BHD', '202301012345 (1500001-A)', 'Supplier TIN: C58412369870']
const SALES = [
  'Invoice No: CI-2026-06',
  'Date: 03/07/2026',
  '004  Receipt 000101 - 000342   12,450.00',
  '004  Receipt 000343 - 000518    8,110.00',
  'Total Payable               RM 20,560.00',
]

const consolidated: Record<string, string[]> = {
  'in English': [...HEAD, 'CONSOLIDATED E-INVOICE', 'Buyer: General Public', 'TIN: EI00000000010', ...SALES],
  'in Malay': [
    ...HEAD,
    'E-INVOIS DISATUKAN',
    'Pembeli: Orang Awam',
    'No. TIN Pembeli: EI00000000010',
    ...SALES,
  ],
  'by its buyer alone': [
    ...HEAD,
    'E-INVOICE',
    "Buyer's Name: GENERAL PUBLIC",
    "Buyer's TIN: EI00000000010",
    ...SALES,
  ],
  'with the buyer below the label': [
    ...HEAD,
    'e-Invoice',
    'BILL TO',
    'General Public',
    'EI00000000010',
    ...SALES,
  ],
  'by its title and number': [...HEAD, 'Consolidated Invoice', 'Buyer TIN EI00000000010', ...SALES],
  'by the class of its lines': [...HEAD, 'E-INVOICE', '004 - Consolidated e-Invoice   20,560.00', ...SALES],
  'to nobody in particular': [...HEAD, 'E-INVOICE', 'Buyer: Walk-in Customer', 'TIN EI00000000010', ...SALES],
  'with misread letters': [
    ...HEAD,
    'E-INVOICE',
    'Buyer: General Public',
    'TIN: ElO0000000010'.replace('l', 'I'),
    ...SALES,
  ],
}

const BUYER = 'Buyer: AISYAH BINTI RAHMAN'
const ordinary: Record<string, string[]> = {
  'a receipt that says how to ask for an e-invoice': [
    ...LINES,
    'For e-Invoice scan the QR code within this month.',
    'Receipts not requested are included in our consolidated e-Invoice.',
  ],
  'a receipt that says so in Malay': [
    ...LINES,
    'Mohon e-Invois sebelum akhir bulan. Selepas itu jualan ini akan',
    'dimasukkan dalam e-Invois disatukan',
  ],
  'a till’s usual customer': ['KEDAI BUKU MAJU SDN BHD', 'Customer: General Public', ...LINES.slice(3)],
  'a till’s usual customer with the general number, who got change': [
    ...LINES.slice(0, 5),
    'Buyer: General Public',
    'TIN: EI00000000010',
    ...LINES.slice(5),
  ],
  'an e-invoice to a person without a number of their own': [
    ...HEAD,
    'E-INVOICE',
    BUYER,
    'Buyer TIN: EI00000000010',
    'MyKad: 900101-14-5678',
    'Invoice No: INV-88',
    'Date: 03/07/2026',
    'Total Payable RM 88.00',
  ],
  'a firm’s bill for several services': [
    ...HEAD,
    'CONSOLIDATED INVOICE',
    BUYER,
    'Date: 03/07/2026',
    'Total RM 88.00',
  ],
  'a clinic for the general public': ['KLINIK ORANG RAMAI', 'Open to the general public', ...LINES.slice(3)],
}

describe('a consolidated e-invoice is told from its text', () => {
  for (const [what, lines] of Object.entries(consolidated))
    test(what, () => assert.equal(isConsolidated([pageOf(lines)]), true))
})

describe('no consolidated e-invoice is', () => {
  for (const [what, lines] of Object.entries(ordinary))
    test(what, () => assert.equal(isConsolidated([pageOf(lines)]), false))
})

describe('a consolidated e-invoice is refused as evidence', () => {
  const scripted = createScriptedReader()
  const lines = consolidated['in English'] ?? []
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp({ overrides: { reader: scripted.reader } })
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  test('as a PDF with text, when it is uploaded', async () => {
    const pdf = makePdf([{ lines: lines.map((line) => line.replace(/[()]/g, ' ')) }])
    const problem = await isProblem<{ reason: string }>(await upload(ana, pdf), 422, 'file_not_evidence')
    assert.equal(problem.reason, 'consolidated')
    assert.match(problem.detail, /does not show what you bought/)
    const calm = makePdf([
      {
        lines: (ordinary['a receipt that says how to ask for an e-invoice'] ?? []).map((line) =>
          line.replace(/[()]/g, ' '),
        ),
      },
    ])
    assert.equal((await upload(ana, calm)).status, 201)
  })

  test('as a picture, once it is read: it has no values and cannot be confirmed', async (context) => {
    scripted.answer(context, lines)
    const receipt = await uploaded(ana)
    assert.deepEqual([receipt.status, receipt.unreadableReason], ['unreadable', 'consolidated'])
    assert.deepEqual(receipt.files[0].problems, ['consolidated'])
    assert.deepEqual([receipt.merchant, receipt.totalSen, receipt.date], [null, null, null])
    const typed = await changed(ana, receipt, {
      method: 'PATCH',
      body: { merchant: 'RESTORAN SERI MURNI', date: '2026-07-03', totalSen: 2056000 },
    })
    const response = await change(ana, typed, { path: '/confirm' })
    await isProblem(response, 422, 'file_not_evidence')
  })

  test('until the receipt of the shop is added, which is read', async (context) => {
    scripted.answer(context, lines)
    const receipt = await uploaded(ana)
    scripted.reset()
    const response = await ana.fetch(`/receipts/${receipt.id}/files`, {
      method: 'POST',
      headers: { 'if-match': `"${receipt.version}"` },
      body: fileForm(await picture()),
    })
    assert.equal(response.status, 201)
    const whole = (await response.json()) as typeof receipt
    assert.deepEqual([whole.status, whole.totalSen, whole.unreadableReason], ['needs_review', 2500, null])
    const confirmed = await changed(ana, whole, { path: '/confirm' })
    assert.equal(confirmed.status, 'confirmed')
  })
})
