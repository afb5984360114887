import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { einvoiceJson, einvoiceXml, type MadeUp, wrapped } from '../support/einvoices.ts'
import { change, createScriptedReader, get, isProblem, upload, uploaded } from '../support/receipts.ts'

/** One line and totals of this amount, as a program would write it. */
const ofAmount = (amount: string, number: string): MadeUp => ({
  number,
  tax: '0',
  lines: [{ description: 'X', amount }],
  totals: {
    LineExtensionAmount: amount,
    TaxExclusiveAmount: amount,
    TaxInclusiveAmount: amount,
    PayableAmount: amount,
  },
})

describe('e-invoices of every kind', () => {
  let app: TestApp
  let ana: Client
  before(async () => {
    app = await startApp({
      clock: { now: () => new Date('2026-04-01T04:00:00Z') },
      overrides: { reader: createScriptedReader().reader },
    })
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  describe('amounts with the noise of floats', () => {
    const noisy: [string, number][] = [
      ['59.1000000000000014', 5910],
      ['59.099999999999994', 5910],
      ['59.10000000000000142108547152020037', 5910],
      ['0.30000000000000004', 30],
      ['5.91e1', 5910],
      ['1.9999999999999998', 200],
    ]
    for (const [amount, sen] of noisy)
      test(`${amount} is ${sen} sen`, async () => {
        const made = ofAmount(amount, `N-${amount}`)
        const { totalSen, items } = await uploaded(ana, einvoiceJson(made))
        assert.deepEqual([totalSen, items[0].amountSen], [sen, sen])
      })

    test('fractions of a sen are no noise', async () => {
      await isProblem(await upload(ana, einvoiceJson(ofAmount('1.005', 'N-half'))), 422, 'file_damaged')
    })

    test('a tax that is only noise is none, and a quantity has no noise', async () => {
      const made = { ...ofAmount('59.10', 'N-tax'), tax: '1.4210854715202004e-14' }
      made.lines = [{ description: 'X', amount: '59.10', quantity: '2.0000000000000004', price: '29.55' }]
      const { taxSen, items } = await uploaded(ana, einvoiceJson(made))
      assert.deepEqual([taxSen, items[0].quantity], [0, 2])
    })
  })

  describe('in a foreign currency', () => {
    const foreign: MadeUp = { currency: 'USD', taxCurrency: 'MYR', tax: '5.66', rate: '4.72' }
    const write = { XML: einvoiceXml, JSON: einvoiceJson }

    for (const [syntax, bytesOf] of Object.entries(write))
      test(`with its tax in ringgit only, it is read, and its rate is offered: ${syntax}`, async () => {
        const receipt = await uploaded(ana, bytesOf({ ...foreign, number: `F-${syntax}` }))
        const { currency, totalSen, taxSen, myrSen, einvoice } = receipt
        // The difference between the totals with and without it is the tax in dollars.
        assert.deepEqual([currency, totalSen, taxSen, myrSen], ['USD', 5910, 120, null])
        assert.deepEqual(einvoice?.exchange, { rate: 4.72, myrSen: 27_895 })
        const taken = await change(ana, receipt, {
          method: 'PATCH',
          body: { myrSen: einvoice?.exchange.myrSen },
        })
        assert.equal(taken.status, 200)
      })

    test('with the same amount before and after tax, as in the samples of LHDN', async () => {
      const totals = { TaxExclusiveAmount: '57.90', TaxInclusiveAmount: '57.90', PayableAmount: '57.90' }
      const lines = [{ description: 'Laptop Peripherals', amount: '57.90', tax: '1460.50', code: '003' }]
      const made = { ...foreign, tax: '87.63', totals, lines, number: 'F-sample' }
      const { totalSen, taxSen, items } = await uploaded(ana, einvoiceJson(made))
      assert.deepEqual([totalSen, taxSen, items[0].amountSen], [5790, null, 5790])
    })

    test('without a rate none is offered', async () => {
      const { rate, ...unrated } = foreign
      const { einvoice, currency } = await uploaded(ana, einvoiceXml({ ...unrated, number: 'F-no-rate' }))
      assert.equal(currency, 'USD')
      assert.equal(einvoice?.exchange, undefined)
    })

    test('a tax in a third currency contradicts', async () => {
      const made = einvoiceXml({ ...foreign, taxCurrency: 'EUR', number: 'F-third' })
      const swapped = Buffer.from(
        String(made).replace('<cbc:TaxCurrencyCode>EUR', '<cbc:TaxCurrencyCode>MYR'),
      )
      await isProblem(await upload(ana, swapped), 422, 'file_damaged')
    })
  })

  const root = (name: string) => Buffer.from(`<?xml version="1.0"?><${name} xmlns="urn:example"/>`)
  const others: [string, Buffer, RegExp][] = [
    [
      'Peppol',
      einvoiceXml({ type: '380', customization: 'urn:peppol:pint:billing-1@my-1' }),
      /a Peppol invoice \(type 380\)/,
    ],
    [
      'Peppol in JSON',
      einvoiceJson({ type: '381', customization: 'urn:peppol:bis:billing' }),
      /a Peppol invoice \(type 381\)/,
    ],
    ['another UBL invoice', einvoiceXml({ type: '388' }), /a UBL invoice of another network \(type 388\)/],
    ['a European one', einvoiceXml({ type: '380', customization: 'urn:cen.eu:en16931:2017' }), /EN 16931/],
    ['a UBL credit note', root('CreditNote'), /a UBL credit note/],
    ['a Cross Industry Invoice', root('CrossIndustryInvoice'), /UN\/CEFACT/],
    ['one in the answer of an API', wrapped(einvoiceXml({ type: '380' })), /type 380/],
  ]
  for (const [what, bytes, detail] of others)
    test(`refuses ${what} as what it is`, async () => {
      const problem = await isProblem<{ reason: string }>(await upload(ana, bytes), 415, 'file_unsupported')
      assert.equal(problem.reason, 'other_invoice')
      assert.match(problem.detail, detail)
    })

  const general = (name: string): MadeUp => ({ buyer: { name, tin: 'EI00000000010', brn: 'NA' } })
  const consolidated: [string, Buffer][] = [
    ...[
      'General Public',
      'GENERAL PUBLIC',
      "Consolidated Buyer's",
      'Consolidated Invoice',
      'Orang Awam',
      'Walk-in Customer',
      'Cash Customer',
      'NA',
    ].map((name): [string, Buffer] => [`to “${name}”`, einvoiceJson(general(name))]),
    ['in XML', einvoiceXml(general('General Public'))],
    ['in the answer of the API', wrapped(einvoiceXml(general('General Public')))],
    ['as a credit note', einvoiceXml({ ...general('General Public'), type: '02' })],
    [
      'that does not add up',
      einvoiceXml({ ...general('General Public'), totals: { PayableAmount: '1.00' } }),
    ],
    [
      'by its second class',
      Buffer.from(
        String(einvoiceXml()).replace(
          '<cac:CommodityClassification>',
          '<cac:CommodityClassification><cbc:ItemClassificationCode listID="class">004</cbc:ItemClassificationCode></cac:CommodityClassification><cac:CommodityClassification>',
        ),
      ),
    ],
  ]
  for (const [what, bytes] of consolidated)
    test(`refuses a consolidated one ${what}`, async () => {
      const problem = await isProblem<{ reason: string }>(await upload(ana, bytes), 422, 'file_not_evidence')
      assert.equal(problem.reason, 'consolidated')
    })

  test('takes one for a person with the general TIN and an identity card, whatever the name', async () => {
    const buyer = { name: 'Cash Customer', tin: 'EI00000000010', nric: '900101145678' }
    const { einvoice } = await uploaded(ana, einvoiceXml({ number: 'P-1', buyer }))
    assert.equal(einvoice?.buyerKind, 'person')
  })

  const notOurs: [string, string, RegExp][] = [
    ['a list', '[{"Invoice": []}]', /This JSON file/],
    ['an answer without a document', '{"document": "hello"}', /This JSON file.*neither XML nor JSON/],
    ['a list of rows', '{"result": [], "metadata": {}}', /This JSON file/],
    ['broken', '{"Invoice": [', /The JSON is not well-formed/],
  ]
  for (const [what, text, detail] of notOurs)
    test(`calls JSON JSON: ${what}`, async () => {
      const problem = await isProblem(await upload(ana, Buffer.from(text)), 415, 'file_unsupported')
      assert.match(problem.detail, detail)
      assert.doesNotMatch(problem.detail, /XML file/)
    })

  test('keeps nothing of what it refuses', async () => {
    const { receipts } = await get(ana, '/receipts?limit=100')
    for (const { totalSen } of receipts) assert.notEqual(totalSen, 100)
  })
})
