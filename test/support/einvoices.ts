/** A made-up e-invoice, with figures as they appear in the file. */
export interface MadeUp {
  number?: string
  type?: string
  version?: string
  date?: string
  time?: string
  currency?: string
  supplier?: { name?: string; tin?: string; brn?: string }
  buyer?: { name?: string; tin?: string; nric?: string; brn?: string }
  original?: { number: string; uuid: string }
  lines?: {
    description: string
    amount: string
    tax?: string
    quantity?: string
    price?: string
    code?: string
  }[]
  /** Elements of LegalMonetaryTotal by name; null omits one. */
  totals?: Record<string, string | null>
  tax?: string | null
  /** The currency of the tax, where it is another than that of the document. */
  taxCurrency?: string
  /** Ringgit for one unit of the currency. */
  rate?: string
  /** The CustomizationID of other networks. */
  customization?: string
}

const LINES = [
  { description: 'SPM PHYSICS', amount: '45.90', quantity: '1', price: '45.90', code: '022' },
  { description: 'A4 PAPER 70GSM', amount: '12.00', tax: '1.20', quantity: '2', price: '6.00', code: '022' },
]

/** What both syntaxes of a UBL document share: element, text, attributes, children. */
type Part = { name: string; text?: string; attributes?: Record<string, string>; children?: Part[] }

const leaf = (name: string, text: string, attributes: Record<string, string> = {}): Part => ({
  name,
  text,
  attributes,
})
const node = (name: string, ...children: (Part | false | undefined)[]): Part => ({
  name,
  children: children.filter((child): child is Part => Boolean(child)),
})

function partsOf(made: MadeUp): Part[] {
  const { currency = 'MYR', lines = LINES, original, tax = '1.20' } = made
  const money = (name: string, amount: string) => leaf(name, amount, { currencyID: currency })
  const taxAmount = (amount: string) =>
    leaf('TaxAmount', amount, { currencyID: made.taxCurrency ?? currency })
  const totals = {
    LineExtensionAmount: '57.90',
    TaxExclusiveAmount: '57.90',
    TaxInclusiveAmount: '59.10',
    PayableRoundingAmount: '0.00',
    PayableAmount: '59.10',
    ...made.totals,
  }
  const supplier = {
    name: 'KEDAI BUKU MAJU SDN BHD',
    tin: 'C2584563200',
    brn: '202001234567',
    ...made.supplier,
  }
  const buyer = {
    name: 'Ana',
    tin: 'IG12345678901',
    ...(made.buyer?.brn ? {} : { nric: '900101145678' }),
    ...made.buyer,
  }
  return [
    ...(made.customization ? [leaf('CustomizationID', made.customization)] : []),
    leaf('ID', made.number ?? 'INV-2026-0042'),
    leaf('IssueDate', made.date ?? '2026-03-14'),
    leaf('IssueTime', made.time ?? '02:15:00Z'),
    leaf('InvoiceTypeCode', made.type ?? '01', { listVersionID: made.version ?? '1.1' }),
    leaf('DocumentCurrencyCode', currency),
    ...(made.taxCurrency ? [leaf('TaxCurrencyCode', made.taxCurrency)] : []),
    ...(original
      ? [
          node(
            'BillingReference',
            node('InvoiceDocumentReference', leaf('ID', original.number), leaf('UUID', original.uuid)),
          ),
        ]
      : []),
    node(
      'AccountingSupplierParty',
      party(supplier.name, { TIN: supplier.tin, BRN: supplier.brn, SST: 'NA' }),
    ),
    node(
      'AccountingCustomerParty',
      party(buyer.name, { TIN: buyer.tin, NRIC: buyer.nric, BRN: buyer.brn, SST: 'NA' }),
    ),
    node('PaymentMeans', leaf('PaymentMeansCode', '05')),
    ...(made.rate === undefined
      ? []
      : [
          node(
            'TaxExchangeRate',
            leaf('SourceCurrencyCode', currency),
            leaf('TargetCurrencyCode', 'MYR'),
            leaf('CalculationRate', made.rate),
          ),
        ]),
    ...(tax === null ? [] : [node('TaxTotal', taxAmount(tax))]),
    node(
      'LegalMonetaryTotal',
      ...Object.entries(totals).map(([name, amount]) => amount !== null && money(name, amount)),
    ),
    ...lines.map((line, index) =>
      node(
        'InvoiceLine',
        leaf('ID', String(index + 1)),
        'quantity' in line && leaf('InvoicedQuantity', line.quantity ?? '', { unitCode: 'C62' }),
        money('LineExtensionAmount', line.amount),
        node('TaxTotal', taxAmount(line.tax ?? '0.00')),
        node(
          'Item',
          leaf('Description', line.description),
          node('CommodityClassification', leaf('ItemClassificationCode', '4901.99.90', { listID: 'PTC' })),
          node(
            'CommodityClassification',
            leaf('ItemClassificationCode', line.code ?? '022', { listID: 'CLASS' }),
          ),
        ),
        'price' in line && node('Price', money('PriceAmount', line.price ?? '')),
      ),
    ),
  ]
}

function party(name: string, ids: Record<string, string | undefined>): Part {
  const known = Object.entries(ids).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return node(
    'Party',
    ...known.map(([schemeID, id]) => node('PartyIdentification', leaf('ID', id, { schemeID }))),
    node('PartyLegalEntity', leaf('RegistrationName', name)),
  )
}

const INVOICE = 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'
const AGGREGATES = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'
const BASICS = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'

/** The e-invoice in UBL's XML syntax. @param prefixes of the aggregate and the basic components */
export function einvoiceXml(made: MadeUp = {}, prefixes = { a: 'cac', b: 'cbc' }): Buffer {
  const { a, b } = prefixes
  const write = ({ name, text, attributes = {}, children }: Part): string => {
    const tag = `${children ? a : b}:${name}`
    const marks = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
    return `<${tag}${marks.join('')}>${children ? children.map(write).join('') : escaped(text ?? '')}</${tag}>`
  }
  const content = partsOf(made).map(write).join('\n')
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Invoice xmlns="${INVOICE}" xmlns:${a}="${AGGREGATES}" xmlns:${b}="${BASICS}">\n${content}\n</Invoice>\n`,
  )
}

const escaped = (text: string) => text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** The e-invoice in UBL's JSON syntax, where amounts and quantities are numbers. */
export function einvoiceJson(made: MadeUp = {}): Buffer {
  const numbers: string[] = []
  const jsonOf = ({ name, text = '', attributes, children }: Part): object => {
    if (children) return grouped(children)
    const isNumber = /Amount$|Quantity$/.test(name) && /^-?\d+(\.\d+)?(e-?\d+)?$/.test(text)
    // Numbers are written digit by digit: 45.90 stays 45.90.
    return { _: isNumber ? `#${numbers.push(text) - 1}#` : text, ...attributes }
  }
  const grouped = (parts: Part[]) => {
    const object: Record<string, object[]> = {}
    for (const part of parts) object[part.name] = [...(object[part.name] ?? []), jsonOf(part)]
    return object
  }
  const document = { _D: INVOICE, _A: AGGREGATES, _B: BASICS, Invoice: [grouped(partsOf(made))] }
  const text = JSON.stringify(document)
  return Buffer.from(text.replace(/"#(\d+)#"/g, (_match, index) => numbers[Number(index)] ?? '0'))
}

/** The e-invoice as the MyInvois API wraps it. */
export const wrapped = (document: Buffer, members: Record<string, unknown> = {}) =>
  Buffer.from(
    JSON.stringify({
      uuid: 'GFSV5S3DR07TMXCS7033GA3J10',
      submissionUid: 'HJSD135P2S7D8IU00000000000',
      longId: 'YQH73576FY9VR57B7033GA3J10abCDeF1773454500',
      typeName: 'invoice',
      status: 'Valid',
      totalPayableAmount: 59.1,
      document: String(document),
      ...members,
    }),
  )
