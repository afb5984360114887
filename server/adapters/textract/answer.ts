import type { ExpenseDocument, ExpenseField, LineItemFields } from '@aws-sdk/client-textract'
import type { Box, FactHint, FieldHint, ItemHint, PageText, TextLine } from '../../reading/page-text.ts'
import type { FactName, HintName } from '../../reading/read-values.ts'

/** The answer of AnalyzeExpense for one page, as it is stored. */
export interface Answer {
  ExpenseDocuments: ExpenseDocument[]
}

/** Summary types of AnalyzeExpense. Each may occur several times, and a TOTAL is not always the total. */
const TYPES: Record<HintName, string[]> = {
  merchant: ['VENDOR_NAME'],
  date: ['INVOICE_RECEIPT_DATE'],
  total: ['TOTAL', 'AMOUNT_PAID', 'AMOUNT_DUE'],
  tax: ['TAX'],
  receiptNumber: ['INVOICE_RECEIPT_ID'],
}
const fieldOfType = new Map(
  Object.entries(TYPES).flatMap(([field, types]) => types.map((type) => [type, field as HintName])),
)

/** Summary types that say something about other fields. */
const FACTS: Record<string, FactName> = {
  VENDOR_ADDRESS: 'vendorAddress',
  VENDOR_VAT_NUMBER: 'vendorNumber',
  VENDOR_GST_NUMBER: 'vendorNumber',
  VENDOR_ABN_NUMBER: 'vendorNumber',
  TAX_PAYER_ID: 'vendorNumber',
  RECEIVER_NAME: 'receiver',
  SUBTOTAL: 'subtotal',
  SERVICE_CHARGE: 'service',
  GRATUITY: 'service',
  DISCOUNT: 'discount',
}

type Detection = ExpenseField['ValueDetection']

/** @param size pixels of the upright page, which is one page even if it shows several receipts */
export function toPageText(
  { ExpenseDocuments: documents }: Answer,
  size: { width: number; height: number },
): PageText {
  const fields = documents.flatMap((document) => document.SummaryFields ?? [])
  const items = documents
    .flatMap((document) => document.LineItemGroups ?? [])
    .flatMap((group) => group.LineItems ?? [])
  const blocks = documents.flatMap((document) => document.Blocks ?? [])
  const lines = blocks.filter((block) => block.BlockType === 'LINE').flatMap(lineOf)
  return {
    page: 1,
    ...size,
    // Models before 2022 return no lines, only fields.
    lines: lines.length > 0 ? lines : linesOfFields(fields, items),
    hints: { fields: fields.flatMap(hintOf), items: items.flatMap(itemOf), facts: fields.flatMap(factsOf) },
  }
}

function lineOf(detection: Detection): TextLine[] {
  const { Text: text, Geometry, Confidence = 0 } = detection ?? {}
  const { Left, Top, Width, Height } = Geometry?.BoundingBox ?? {}
  if (!text?.trim() || Left === undefined || Top === undefined || Width === undefined || Height === undefined)
    return []
  return [{ text, box: { left: Left, top: Top, width: Width, height: Height }, confidence: Confidence / 100 }]
}

const WHOLE_PAGE: Box = { left: 0, top: 0, width: 1, height: 1 }

/** Whether a field belongs to the vendor: names and addresses are also those of the buyer. */
const isVendors = ({ GroupProperties = [] }: ExpenseField) =>
  GroupProperties.some(({ Types = [] }) => Types.includes('VENDOR'))

function factsOf(field: ExpenseField): FactHint[] {
  const { Type, ValueDetection, Currency } = field
  const type = Type?.Text ?? ''
  const text = ValueDetection?.Text?.trim()
  const [line] = lineOf(ValueDetection)
  const fact = FACTS[type] ?? (type.startsWith('ADDRESS') && isVendors(field) ? 'vendorAddress' : undefined)
  const at = { box: line?.box ?? WHOLE_PAGE, confidence: Math.min(Type?.Confidence ?? 0, 100) / 100 }
  return [
    ...(fact && text ? [{ fact, text, ...at }] : []),
    ...(Currency?.Code ? [{ fact: 'currency' as const, text: Currency.Code, ...at }] : []),
  ]
}

function hintOf(summary: ExpenseField): FieldHint[] {
  const { Type, LabelDetection, ValueDetection } = summary
  const isVendorName = Type?.Text === 'NAME' && isVendors(summary)
  const field = isVendorName ? 'merchant' : fieldOfType.get(Type?.Text ?? '')
  const text = ValueDetection?.Text?.trim()
  if (!field || !text) return []
  const [line] = lineOf(ValueDetection)
  const sure = Math.min(Type?.Confidence ?? 0, ValueDetection?.Confidence ?? 0) / 100
  return [{ field, text, label: LabelDetection?.Text ?? '', box: line?.box ?? WHOLE_PAGE, confidence: sure }]
}

function itemOf({ LineItemExpenseFields: parts = [] }: LineItemFields): ItemHint[] {
  const part = (type: string) => parts.find((p) => p.Type?.Text === type)?.ValueDetection
  const text = (type: string) => part(type)?.Text?.trim() ?? ''
  const amount = text('PRICE')
  if (!amount) return []
  const [line] = lineOf(part('EXPENSE_ROW') ?? part('ITEM') ?? part('PRICE'))
  const box = line?.box ?? WHOLE_PAGE
  return [
    { description: text('ITEM'), quantity: text('QUANTITY'), unitPrice: text('UNIT_PRICE'), amount, box },
  ]
}

function linesOfFields(fields: ExpenseField[], items: LineItemFields[]): TextLine[] {
  const rows = items.flatMap(({ LineItemExpenseFields: parts = [] }) => {
    const cells = parts.filter((part) => part.Type?.Text !== 'EXPENSE_ROW')
    return (cells.length > 0 ? cells : parts).flatMap((part) => lineOf(part.ValueDetection))
  })
  const found = [
    ...fields.flatMap((field) => [...lineOf(field.LabelDetection), ...lineOf(field.ValueDetection)]),
    ...rows,
  ]
  // A value returned under two types is one line on the page.
  const places = new Map(found.map((line) => [`${line.text} ${line.box.left} ${line.box.top}`, line]))
  return [...places.values()].sort((a, b) => a.box.top - b.box.top)
}
