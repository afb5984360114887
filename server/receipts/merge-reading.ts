import type { Box } from '../reading/page-text.ts'
import type { EinvoiceFacts, Reading } from '../reading/reading.ts'
import { inYearsOfPlan } from './allocation.ts'
import type { EInvoice } from './einvoice.ts'
import { type ReadableField, readableFieldNames, receiptFields } from './fields.ts'
import { type Receipt, yearOfAssessment } from './model.ts'
import type { Evidence, Item } from './parts.ts'

/** Where the pages given to the field rules come from: index 0 is their page 1. */
export type PageOrigin = { fileId: string; page: number }[]

/** Every field that a reader provides; one that no reading has does not compile. */
type ReadFields = Pick<Reading, ReadableField>
/** Those that stand somewhere on a page. A currency is what all of it suggests. */
const located = readableFieldNames.filter((field) => field !== 'currency')

type Values = Partial<Record<ReadableField, string | number | null | undefined>>

/**
 * The receipt with what was read of it: never over a value a person set. Of a confirmed receipt nothing changes;
 * what was read otherwise becomes a proposal.
 * @param reading null when its pages could not be read at all
 */
export function mergeReading(
  receipt: Receipt,
  reading: Reading | null,
  origin: PageOrigin,
  options: { now: Date; unreadableReason: Receipt['unreadableReason'] },
): Receipt {
  const useless = reading === null || options.unreadableReason !== null
  // A reading that failed says nothing about what an earlier one found.
  if (useless && knows(receipt)) return { ...receipt, ...done(receipt), updatedAt: options.now.toISOString() }
  const { values, evidence, items, einvoice } = readValues(reading, origin)
  const read = { ...receipt, unreadFileIds: [], updatedAt: options.now.toISOString() }
  if (receipt.status === 'confirmed') {
    const otherwise = readableFieldNames.filter((f) => values[f] != null && values[f] !== receipt[f])
    const differing = Object.fromEntries(otherwise.map((f) => [f, values[f]]))
    const proposal = { readAt: options.now.toISOString(), values: differing }
    return { ...read, proposal: otherwise.length > 0 ? proposal : null }
  }

  const open = readableFieldNames.filter((field) => receipt.evidence[field]?.by !== 'person')
  const merged: Receipt = {
    ...read,
    ...Object.fromEntries(open.map((field) => [field, asRead(receipt, field, values[field])])),
    evidence: {
      ...Object.fromEntries(
        Object.entries(receipt.evidence).filter(([, evidence]) => evidence?.by === 'person'),
      ),
      ...Object.fromEntries(open.flatMap((field) => (evidence[field] ? [[field, evidence[field]]] : []))),
    },
    items,
    einvoice,
  }
  merged.allocations = isOtherwise(receipt, merged)
    ? []
    : inYearsOfPlan(receipt.allocations, yearOfAssessment(receipt), yearOfAssessment(merged))
  const nothing = merged.merchant === null && merged.date === null && merged.totalSen === null
  const unreadable = nothing || options.unreadableReason !== null
  return {
    ...merged,
    status: unreadable && !hasPersonalValue(receipt) ? 'unreadable' : 'needs_review',
    unreadableReason: unreadable ? (options.unreadableReason ?? 'nothing_found') : null,
  }
}

/** What the paper of an expected payment does not say stays as it was expected. */
function asRead(receipt: Receipt, field: ReadableField, value: Values[ReadableField]) {
  if (receipt.needsPaper) return value ?? receipt[field]
  // A currency that was read as unknown is null, which is not its empty value.
  return value === undefined ? receiptFields[field].empty : value
}

/** Whether a payment that was expected was another amount, so that what it was to count for has to be decided again. */
const isOtherwise = (expected: Receipt, { totalSen, currency }: Receipt) =>
  expected.needsPaper && (totalSen !== expected.totalSen || currency !== expected.currency)

const knows = ({ merchant, date, totalSen }: Receipt) =>
  merchant !== null || date !== null || totalSen !== null

const done = ({ status }: Receipt) => ({
  unreadFileIds: [],
  status: status === 'reading' ? ('needs_review' as const) : status,
})

const hasPersonalValue = (receipt: Receipt) => Object.values(receipt.evidence).some((e) => e?.by === 'person')

function readValues(reading: Reading | null, origin: PageOrigin) {
  const values: Values = {}
  const evidence: Partial<Record<ReadableField, Evidence>> = {}
  if (!reading) return { values, evidence, items: [], einvoice: null }
  const isInvoice = reading.einvoice?.source === 'file'
  const at = (page: number) => origin[page - 1] ?? { fileId: '', page }
  const { currency, currencyConfidence, ...fields }: ReadFields & Pick<Reading, 'currencyConfidence'> =
    reading
  for (const field of located) {
    const read = fields[field]
    const value = read && fitting(field, read.value)
    if (!read || value === undefined) continue
    values[field] = value
    const { fileId, page } = at(read.page)
    evidence[field] = isInvoice
      ? { by: 'einvoice', fileId }
      : { by: 'reader', confidence: preciseShare(read.confidence), box: preciseBox(read.box), fileId, page }
  }
  // Of a receipt without day and amount nothing is known, and a person types it in ringgit unless they say otherwise.
  const isBlank = values.date === undefined && values.totalSen === undefined
  if (currency !== null) values.currency = fitting('currency', currency)
  else if (!isBlank) values.currency = null
  // All of the receipt suggests its currency; it is shown where it matters most, at the total.
  const total = evidence.totalSen
  if (total?.by === 'reader') evidence.currency = { ...total, confidence: preciseShare(currencyConfidence) }
  else if (total) evidence.currency = total
  const items: Item[] = reading.items.map(({ page, ...item }) => ({
    ...item,
    box: preciseBox(item.box),
    classification: item.classification ?? null,
    ...at(page),
  }))
  return { values, evidence, items, einvoice: unverified(reading.einvoice) }
}

function unverified(facts: EinvoiceFacts | null): EInvoice | null {
  if (!facts) return null
  return facts.source === 'qr'
    ? { ...facts, verified: false }
    : { ...facts, originalReceiptId: null, verified: false }
}

/** Confidences are compared with bounds, so they keep a digit more than places. */
const preciseShare = (confidence: number) => Math.round(confidence * 10_000) / 10_000

/** A thousandth of a page is a few pixels; the digits beyond would be half of what a receipt takes in a store. */
const precise = (fraction: number) => Math.round(fraction * 1_000) / 1_000

export const preciseBox = ({ left, top, width, height }: Box): Box => ({
  left: precise(left),
  top: precise(top),
  width: precise(width),
  height: precise(height),
})

/** A value that was read, cut to one line of the field's length. Undefined where it does not fit the field. */
function fitting(field: ReadableField, value: string | number) {
  const { schema, maxLength } = receiptFields[field]
  const plain =
    typeof value === 'string'
      ? [...value.replace(/\p{C}/gu, ' ')].slice(0, maxLength ?? undefined).join('')
      : value
  const fit = schema.safeParse(plain)
  return fit.success ? (fit.data ?? undefined) : undefined
}
