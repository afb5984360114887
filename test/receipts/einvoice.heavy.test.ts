import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Client, signUp, startApp, type TestApp } from '../support/app.ts'
import { einvoiceJson, einvoiceXml, type MadeUp, wrapped } from '../support/einvoices.ts'
import { pageOf } from '../support/page-of.ts'
import {
  change,
  changed,
  createScriptedReader,
  fileForm,
  get,
  isProblem,
  LINES,
  type Receipt,
  upload,
  uploaded,
} from '../support/receipts.ts'

const UUID = 'GFSV5S3DR07TMXCS7033GA3J10'
const LONG_ID = 'YQH73576FY9VR57B7033GA3J10abCDeF1773454500'

describe('the file of an e-invoice', () => {
  const scripted = createScriptedReader()
  let app: TestApp
  let ana: Client

  before(async () => {
    app = await startApp({ overrides: { reader: scripted.reader } })
    ana = await signUp(app, 'ana@example.org')
  })
  after(() => app.close())

  const count = async () => (await get(ana, '/receipts?limit=100')).receipts.length
  /** A person with nothing yet. */
  let people = 0
  const somebody = () => signUp(app, `person${++people}@example.org`)

  for (const [syntax, bytes] of Object.entries({
    XML: einvoiceXml(),
    'XML with prefixes of its own': einvoiceXml({}, { a: 'x', b: 'basic' }),
    JSON: einvoiceJson(),
    'XML as the API wraps it': wrapped(einvoiceXml()),
    'JSON as the API wraps it': wrapped(einvoiceJson()),
    'XML with a byte order mark': Buffer.concat([Buffer.from('\ufeff'), einvoiceXml()]),
  })) {
    test(`becomes a receipt with its exact figures: ${syntax}`, async () => {
      const person = await somebody()
      const before = scripted.calls
      const receipt = await uploaded(person, bytes)
      assert.equal(scripted.calls, before, 'no picture is read')
      assert.equal(receipt.status, 'needs_review')
      assert.deepEqual(
        [receipt.merchant, receipt.date, receipt.totalSen, receipt.taxSen, receipt.currency],
        ['KEDAI BUKU MAJU SDN BHD', '2026-03-14', 5910, 120, 'MYR'],
      )
      assert.deepEqual([receipt.receiptNumber, receipt.companyNumber], ['INV-2026-0042', '202001234567'])
      const [file] = receipt.files
      const isWrapped = syntax.includes('wraps')
      const type = isWrapped || syntax === 'JSON' ? 'application/json' : 'application/xml'
      assert.deepEqual([file.type, file.pages, file.width, file.height], [type, 1, 0, 0])
      for (const field of [
        'merchant',
        'date',
        'totalSen',
        'taxSen',
        'receiptNumber',
        'companyNumber',
      ] as const) {
        assert.deepEqual(receipt.evidence[field], { by: 'einvoice', fileId: file.id }, field)
      }
      assert.deepEqual(
        receipt.items.map((item) => [
          item.description,
          item.quantity,
          item.unitPriceSen,
          item.amountSen,
          item.classification,
        ]),
        [
          ['SPM PHYSICS', 1, 4590, 4590, '022'],
          // With its tax: the lines come to what was paid.
          ['A4 PAPER 70GSM', 2, 600, 1320, '022'],
        ],
      )
      assert.deepEqual(receipt.einvoice, {
        source: 'file',
        uuid: isWrapped ? UUID : null,
        longId: isWrapped ? LONG_ID : null,
        number: 'INV-2026-0042',
        type: '01',
        version: '1.1',
        issuedAt: '2026-03-14T02:15:00.000Z',
        supplierTin: 'C2584563200',
        supplierRegistration: '202001234567',
        buyerKind: 'person',
        original: null,
        originalReceiptId: null,
        verified: false,
      })
      assert.deepEqual(await get(person, `/receipts/${receipt.id}`), receipt)
    })
  }

  test('keeps nothing of the buyer but whether it is a person', async () => {
    const buyer = { name: 'Ana Anak Ana', nric: '990101146789', tin: 'IG99999999999' }
    const receipt = await uploaded(ana, einvoiceXml({ buyer, number: 'B-1' }))
    const text = await get(ana, `/receipts/${receipt.id}/text`)
    for (const fact of Object.values(buyer)) {
      assert.ok(!JSON.stringify([receipt, text]).includes(fact))
    }
    const company = { name: 'SYARIKAT MAJU SDN BHD', brn: '201901234567', tin: 'C9999999999' }
    const other = await uploaded(ana, einvoiceXml({ buyer: company, number: 'B-2' }))
    assert.equal(other.einvoice.buyerKind, 'company')
  })

  test('made out to an identity card without a TIN is a person’s, though the TIN is the general one', async () => {
    const buyer = { tin: 'EI00000000010', nric: '900101145678' }
    const receipt = await uploaded(ana, einvoiceXml({ buyer, number: 'C-1' }))
    assert.equal(receipt.einvoice.buyerKind, 'person')
  })

  const days: [string, string, string][] = [
    ['2025-12-31', '15:59:59Z', '2025-12-31'],
    ['2025-12-31', '16:00:00Z', '2026-01-01'],
    ['2025-12-31', '23:30:00.123Z', '2026-01-01'],
    ['2026-01-01', '00:30:00', '2026-01-01'],
    ['2026-01-01', '00:30:00+08:00', '2026-01-01'],
  ]
  for (const [date, time, day] of days) {
    test(`counts in Malaysia’s year: ${date} ${time} is ${day}`, async () => {
      const receipt = await uploaded(ana, einvoiceXml({ date, time, number: `${date} ${time}` }))
      assert.deepEqual([receipt.date, receipt.yearOfAssessment], [day, Number(day.slice(0, 4))])
    })
  }

  const amounts: [string, string, number][] = [
    ['as integers', '59', 5900],
    ['with more zeros than sen', '59.1000', 5910],
    ['that no float holds', '1.15', 115],
    ['of millions', '9007199.27', 900719927],
  ]
  for (const [what, payable, sen] of amounts) {
    test(`reads amounts exactly ${what}`, async () => {
      const totals = {
        LineExtensionAmount: payable,
        TaxExclusiveAmount: payable,
        TaxInclusiveAmount: payable,
        PayableAmount: payable,
      }
      const lines = [{ description: 'X', amount: payable }]
      for (const bytes of [
        einvoiceXml({ totals, lines, tax: '0', number: `${payable} X` }),
        einvoiceJson({ totals, lines, tax: '0', number: `${payable} J` }),
      ]) {
        const receipt = await uploaded(ana, bytes)
        assert.deepEqual([receipt.totalSen, receipt.items[0].amountSen], [sen, sen])
      }
    })
  }

  test('takes rounding, prepayment and prices that hold their tax', async () => {
    const cases: [MadeUp['totals'], number][] = [
      [{ PayableRoundingAmount: '-0.02', PayableAmount: '59.08' }, 5908],
      [{ PrepaidAmount: '20.00', PayableAmount: '39.10' }, 3910],
      [{ TaxInclusiveAmount: '57.90', PayableAmount: '57.90' }, 5790],
      [{ TaxExclusiveAmount: null, TaxInclusiveAmount: null, LineExtensionAmount: null }, 5910],
    ]
    for (const [index, [totals = {}, sen]] of cases.entries()) {
      const receipt = await uploaded(ana, einvoiceJson({ totals, number: `T-${index}` }))
      assert.equal(receipt.totalSen, sen, JSON.stringify(totals))
    }
  })

  test('in a foreign currency waits for what it came to in ringgit', async () => {
    const receipt = await uploaded(ana, einvoiceXml({ currency: 'USD', number: 'USD-1' }))
    assert.deepEqual([receipt.currency, receipt.totalSen, receipt.myrSen], ['USD', 5910, null])
    await isProblem(await change(ana, receipt, { path: '/confirm' }), 400, 'validation_failed')
  })

  const refused: [string, Buffer, number, string, string, RegExp][] = [
    [
      'a consolidated one, by its buyer',
      einvoiceXml({ buyer: { name: 'General Public', tin: 'EI00000000010' } }),
      422,
      'file_not_evidence',
      'consolidated',
      /general public.*does not show what you bought/,
    ],
    [
      'a consolidated one, by the class of a line',
      einvoiceJson({
        lines: [{ description: 'Receipt 001 - 100', amount: '57.90', tax: '1.20', code: '004' }],
      }),
      422,
      'file_not_evidence',
      'consolidated',
      /consolidated/,
    ],
    ...['11', '12', '13', '14'].map((type): [string, Buffer, number, string, string, RegExp] => [
      `a self-billed one, type ${type}`,
      einvoiceXml({ type }),
      422,
      'file_not_evidence',
      'self_billed',
      /buyer issued it/,
    ]),
    [
      'one that was cancelled',
      wrapped(einvoiceXml(), { status: 'Cancelled' }),
      422,
      'file_not_evidence',
      'not_valid',
      /cancelled/,
    ],
    [
      'one of an unknown type',
      einvoiceXml({ type: '05' }),
      422,
      'file_damaged',
      'incomplete',
      /InvoiceTypeCode/,
    ],
    [
      'one without what is to be paid',
      einvoiceXml({ totals: { PayableAmount: null } }),
      422,
      'file_damaged',
      'incomplete',
      /PayableAmount/,
    ],
    [
      'one of parts of a sen',
      einvoiceXml({ totals: { PayableAmount: '59.105' } }),
      422,
      'file_damaged',
      'incomplete',
      /PayableAmount/,
    ],
    [
      'one below nothing',
      einvoiceXml({ totals: { PayableAmount: '-59.10' } }),
      422,
      'file_damaged',
      'incomplete',
      /PayableAmount/,
    ],
    [
      'an amount with an exponent',
      einvoiceXml({ totals: { PayableAmount: '5.91e1' } }),
      422,
      'file_damaged',
      'incomplete',
      /PayableAmount/,
    ],
    [
      'one whose total is not its sum',
      einvoiceXml({ totals: { PayableAmount: '95.10' } }),
      422,
      'file_damaged',
      'contradicting',
      /PayableAmount is not/,
    ],
    [
      'one whose tax does not come out',
      einvoiceXml({ totals: { TaxInclusiveAmount: '75.00', PayableAmount: '75.00' } }),
      422,
      'file_damaged',
      'contradicting',
      /TaxInclusiveAmount is not/,
    ],
    [
      'one whose lines do not come to the total',
      einvoiceXml({ lines: [{ description: 'X', amount: '10.00' }] }),
      422,
      'file_damaged',
      'contradicting',
      /LineExtensionAmount is not/,
    ],
    ['one without lines', einvoiceJson({ lines: [] }), 422, 'file_damaged', 'incomplete', /InvoiceLine/],
    [
      'one of a day that is none',
      einvoiceXml({ date: '2026-02-30' }),
      422,
      'file_damaged',
      'incomplete',
      /IssueDate/,
    ],
    ['one without a time', einvoiceXml({ time: '' }), 422, 'file_damaged', 'incomplete', /IssueTime/],
    [
      'one without a supplier',
      einvoiceXml({ supplier: { name: '' } }),
      422,
      'file_damaged',
      'incomplete',
      /supplier/,
    ],
    [
      'one in two currencies',
      Buffer.from(
        String(einvoiceXml()).replace(
          '<cbc:PayableAmount currencyID="MYR"',
          '<cbc:PayableAmount currencyID="USD"',
        ),
      ),
      422,
      'file_damaged',
      'contradicting',
      /currency/,
    ],
    [
      'one that ends early',
      einvoiceXml().subarray(0, 900),
      422,
      'file_damaged',
      'damaged',
      /not well-formed/,
    ],
    [
      'one in another encoding',
      Buffer.from(String(einvoiceXml({ supplier: { name: 'CAFÉ' } })), 'latin1'),
      422,
      'file_damaged',
      'damaged',
      /UTF-8/,
    ],
    [
      'elements of other namespaces',
      Buffer.from(String(einvoiceXml()).replace('CommonBasicComponents-2', 'CommonBasicComponents-3')),
      422,
      'file_damaged',
      'incomplete',
      /InvoiceTypeCode/,
    ],
    [
      'XML of something else',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      415,
      'file_unsupported',
      'not_an_invoice',
      /root/,
    ],
    [
      'a page',
      Buffer.from('<html><body>Invoice</body></html>'),
      415,
      'file_unsupported',
      'not_an_invoice',
      /root/,
    ],
    [
      'JSON of something else',
      Buffer.from('{"total": 59.1}'),
      415,
      'file_unsupported',
      'not_an_invoice',
      /no UBL Invoice/,
    ],
    [
      'what only begins like JSON',
      Buffer.from('{not json'),
      415,
      'file_unsupported',
      'not_an_invoice',
      /not well-formed/,
    ],
    [
      'several in one file',
      Buffer.from(String(einvoiceJson()).replace(/"Invoice":\[(.*)\]}$/s, '"Invoice":[$1,$1]}')),
      422,
      'file_damaged',
      'damaged',
      /several/,
    ],
    [
      'a document that is not the one it says',
      wrapped(
        Buffer.from(
          String(einvoiceXml()).replace(
            '<cbc:ID>',
            '<cbc:UUID>XXXXXXXXXXXXXXXXXXXXXXXXXX</cbc:UUID><cbc:ID>',
          ),
        ),
      ),
      422,
      'file_damaged',
      'contradicting',
      /another UUID/,
    ],
  ]
  for (const [what, bytes, status, code, reason, detail] of refused) {
    test(`refuses ${what}, says why and keeps nothing`, async () => {
      const before = await count()
      const problem = await isProblem<{ reason: string }>(await upload(ana, bytes), status, code)
      assert.equal(problem.reason, reason)
      assert.match(problem.detail, detail)
      assert.doesNotMatch(problem.detail, /KEDAI|SPM|INV-2026|Ana\b/)
      assert.equal(await count(), before)
    })
  }

  const bombs: [string, Buffer, number, string][] = [
    [
      'a billion laughs',
      Buffer.from(
        String(einvoiceXml()).replace(
          '<Invoice',
          `<!DOCTYPE Invoice [<!ENTITY a "ha">${[...'bcdefghij'].map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]><Invoice`,
        ),
      ),
      415,
      'file_unsupported',
    ],
    [
      'a file of the server as an entity',
      Buffer.from(
        String(einvoiceXml({ number: 'X' }))
          .replace('<Invoice', '<!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/passwd">]><Invoice')
          .replace('>X<', '>&x;<'),
      ),
      415,
      'file_unsupported',
    ],
    [
      'an entity nobody declared',
      Buffer.from(String(einvoiceXml({ number: 'X' })).replace('>X<', '>&x;<')),
      422,
      'file_damaged',
    ],
    [
      'XML nested a thousand deep',
      Buffer.from(
        String(einvoiceXml()).replace('</Invoice>', `${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}</Invoice>`),
      ),
      422,
      'file_damaged',
    ],
    ['JSON nested 900,000 deep', Buffer.from(`{"Invoice":${'['.repeat(900_000)}`), 415, 'file_unsupported'],
    [
      'XML of 200,000 elements',
      Buffer.from(String(einvoiceXml()).replace('</Invoice>', `${'<a/>'.repeat(200_000)}</Invoice>`)),
      422,
      'file_damaged',
    ],
    [
      '9 MB of spaces in XML',
      Buffer.concat([einvoiceXml(), Buffer.alloc(9_000_000, ' ')]),
      413,
      'file_too_large',
    ],
    [
      // Its numbers are no elements: it is their mere count that is too much.
      'JSON of 490,000 values',
      Buffer.from(String(einvoiceJson()).replace('{', `{"A":[${'1,'.repeat(490_000)}1],`)),
      422,
      'file_damaged',
    ],
    ['9 MB of quotes in JSON', Buffer.from(`{"a":"${'\\"'.repeat(4_500_000)}`), 413, 'file_too_large'],
    ['1 MB of quotes in JSON', Buffer.from(`{"a":"${'\\"'.repeat(490_000)}`), 415, 'file_unsupported'],
  ]
  for (const [what, bytes, status, code] of bombs) {
    test(`is not brought down by ${what}`, async () => {
      await isProblem(await upload(ana, bytes), status, code)
    })
  }

  test('is given back as it was sent, to be saved and never run', async () => {
    for (const [bytes, type, extension] of [
      [einvoiceXml({ number: 'F-1' }), 'application/xml', 'xml'],
      [einvoiceJson({ number: 'F-2' }), 'application/json', 'json'],
    ] as const) {
      const { id } = await uploaded(ana, bytes)
      const response = await ana.fetch(`/receipts/${id}/file`)
      assert.match(response.headers.get('content-type') ?? '', new RegExp(`^${type}`))
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
      assert.equal(response.headers.get('content-security-policy'), "default-src 'none'; sandbox")
      assert.equal(response.headers.get('content-disposition'), `attachment; filename="${id}.${extension}"`)
      assert.deepEqual(Buffer.from(await response.arrayBuffer()), bytes)
      for (const size of ['thumbnail', 'preview']) {
        const problem = await isProblem(
          await ana.fetch(`/receipts/${id}/file?size=${size}`),
          404,
          'not_found',
        )
        assert.match(problem.detail, /no picture/)
      }
    }
  })

  test('is found by its words, and shown line by line', async () => {
    const person = await somebody()
    const lines = [{ description: 'KAMUS DEWAN EDISI KEEMPAT', amount: '57.90', tax: '1.20' }]
    const { id } = await uploaded(person, einvoiceXml({ lines }))
    for (const text of ['kamus dewan', 'C2584563200', 'maju']) {
      const { receipts } = await get(person, `/receipts?text=${encodeURIComponent(text)}`)
      assert.deepEqual(
        receipts.map((row) => row.id),
        [id],
        text,
      )
    }
    const { pages } = await get(person, `/receipts/${id}/text`)
    assert.deepEqual(
      pages[0].lines.map((line) => line.text),
      [
        'KEDAI BUKU MAJU SDN BHD',
        '202001234567',
        'TIN C2584563200',
        'e-Invoice 1.1 INV-2026-0042',
        '2026-03-14',
        '022 KAMUS DEWAN EDISI KEEMPAT 59.10',
        'Tax MYR 1.20',
        'Total MYR 59.10',
      ],
    )
  })

  test('is suspected when the same e-invoice comes in another syntax, and by its UUID alone', async (t) => {
    const person = await somebody()
    const first = await uploaded(person, einvoiceXml())
    const second = await uploaded(person, einvoiceJson())
    assert.deepEqual(second.duplicateSuspects, [
      { id: first.id, reasons: ['same_einvoice', 'same_day_total_merchant'] },
    ])
    const link = { uuid: UUID, longId: LONG_ID, environment: 'production' as const }
    scripted.answer(t, async () => [{ ...pageOf(LINES), link }])
    const photographed = await uploaded(person)
    scripted.reset()
    assert.deepEqual(photographed.einvoice, { source: 'qr', ...link, verified: false })
    assert.deepEqual(photographed.duplicateSuspects, [])
    const file = await uploaded(person, wrapped(einvoiceXml({ number: 'ANOTHER' })))
    const reasons = new Map(file.duplicateSuspects.map((suspect) => [suspect.id, suspect.reasons]))
    assert.deepEqual(reasons.get(photographed.id), ['same_einvoice'])
  })

  test('added to a photographed receipt, makes it exact; a second one is refused', async (t) => {
    const person = await somebody()
    const link = { uuid: UUID, longId: LONG_ID, environment: 'production' as const }
    scripted.answer(t, async () => [{ ...pageOf(LINES), link }])
    const photographed = await uploaded(person)
    scripted.reset()
    assert.equal(photographed.totalSen, 2500)
    const add = (receipt: Receipt, bytes: Buffer) =>
      person.fetch(`/receipts/${receipt.id}/files`, {
        method: 'POST',
        body: fileForm(bytes),
        headers: { 'if-match': `"${receipt.version}"` },
      })
    const response = await add(photographed, einvoiceXml())
    const both = (await response.json()) as Receipt
    assert.equal(response.status, 201, JSON.stringify(both))
    assert.equal(both.totalSen, 5910)
    assert.equal(both.einvoice.source, 'file')
    assert.deepEqual([both.einvoice.uuid, both.einvoice.longId], [UUID, LONG_ID])
    assert.deepEqual(both.evidence.totalSen, { by: 'einvoice', fileId: both.files[1].id })
    await isProblem(await add(both, einvoiceJson({ number: 'OTHER' })), 409, 'wrong_state')
  })

  test('read again keeps what a person corrected', async () => {
    const receipt = await uploaded(ana, einvoiceXml({ number: 'R-1' }))
    const corrected = await changed(ana, receipt, { method: 'PATCH', body: { merchant: 'MAJU' } })
    const again = await changed(ana, corrected, { path: '/read' })
    assert.deepEqual([again.merchant, again.totalSen, again.status], ['MAJU', 5910, 'needs_review'])
    assert.deepEqual(again.einvoice, receipt.einvoice)
    for await (const { id, outcome } of app.services.receipts.reread.ofOwner(ana.sub)) {
      assert.equal(outcome, 'unchanged', id)
    }
  })
})
