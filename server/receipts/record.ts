import { dayOf, type Receipt, yearOfAssessment } from './model.ts'

/** How many characters of a merchant's name a list shows; the whole name is in the detail. */
const LISTED_MERCHANT = 80
/** A row stays small; hardly a receipt touches more reliefs. */
const LISTED_SUGGESTIONS = 4

/** A row of the list: at most 700 bytes, stored as it is sent. */
export function summaryOf(receipt: Receipt) {
  return {
    id: receipt.id,
    version: receipt.version,
    status: receipt.status,
    createdAt: receipt.createdAt,
    trashedAt: receipt.trashedAt,
    merchant: receipt.merchant && [...receipt.merchant].slice(0, LISTED_MERCHANT).join(''),
    date: receipt.date,
    paidOn: dayOf(receipt),
    yearOfAssessment: yearOfAssessment(receipt),
    totalSen: receipt.totalSen,
    currency: receipt.currency,
    myrSen: receipt.myrSen,
    files: receipt.files.length,
    certified: receipt.files.some(({ role }) => role === 'certificate'),
    einvoice: einvoiceOf(receipt),
    duplicateSuspects: receipt.duplicateSuspects.length,
    allocations: receipt.allocations,
    suggested: suggestedBy(receipt),
  }
}

/** To whom its e-invoice was made out; `link`: of that only a link is known; null: it has none. */
function einvoiceOf({ einvoice }: Receipt) {
  if (!einvoice) return null
  return einvoice.source === 'file' ? einvoice.buyerKind : 'link'
}

/** What would count in its own year if the suggestion is right, until it is confirmed. */
function suggestedBy({ suggestion, status }: Receipt) {
  const sen = new Map<string, number>()
  for (const part of (status !== 'confirmed' && suggestion?.parts) || []) {
    if (part.relief !== null && part.year === undefined)
      sen.set(part.relief, (sen.get(part.relief) ?? 0) + part.sen)
  }
  return [...sen].slice(0, LISTED_SUGGESTIONS).map(([relief, sen]) => ({ relief, sen }))
}

/** Everything of a receipt that neither a summary nor a column of its own holds. */
export type Detail = Omit<Receipt, 'id' | 'userId' | 'version' | 'work' | SummaryOnly | Renamed> & {
  [Member in Renamed as (typeof storedNames)[Member]]: Receipt[Member]
}
type Renamed = keyof typeof storedNames
type SummaryOnly =
  | 'status'
  | 'createdAt'
  | 'trashedAt'
  | 'date'
  | 'totalSen'
  | 'currency'
  | 'myrSen'
  | 'allocations'

/**
 * Members that are stored under the name of an earlier release. The names stay: during a rolling deployment the release
 * before this one reads what this one writes.
 */
const storedNames = { unreadFileIds: 'toRead', pendingUploads: 'arriving' } as const

/** In no list but that of all: whether it has a date is not known yet. */
export const READING = 'reading'

const isUnread = (status: Receipt['status']) => status === 'receiving' || status === 'reading'

/** The three parts of a stored receipt: list row, detail, and what it is found by. */
export function toRecord(receipt: Receipt) {
  const { id, userId, version, work, status, createdAt, trashedAt, ...rest } = receipt
  const { date, totalSen, currency, myrSen, allocations, unreadFileIds, pendingUploads, ...others } = rest
  const detail = {
    ...others,
    [storedNames.unreadFileIds]: unreadFileIds,
    [storedNames.pendingUploads]: pendingUploads,
  }
  return {
    summary: summaryOf(receipt),
    detail: detail satisfies Detail,
    /** Which list it stands in: its year, `none` without a date, READING before that is known, `trash`. */
    list: trashedAt ? 'trash' : String(yearOfAssessment(receipt) ?? (isUnread(status) ? READING : 'none')),
    /** Its place in that list. */
    day: (trashedAt ? trashedAt.slice(0, 10) : dayOf(receipt)) ?? '',
  }
}

/** What receipts stored by earlier releases lack. */
const added = { suggestion: null, einvoice: null }

export function fromRecord(
  key: Pick<Receipt, 'userId' | 'work'>,
  summary: ReturnType<typeof summaryOf>,
  detail: Detail,
): Receipt {
  const { id, version, status, createdAt, trashedAt, date, totalSen, currency, myrSen, allocations } = summary
  const listed = { id, version, status, createdAt, trashedAt, date, totalSen, currency, myrSen, allocations }
  const { toRead: unreadFileIds, arriving: pendingUploads, ...named } = detail
  return { ...added, ...named, unreadFileIds, pendingUploads, ...listed, ...key }
}
