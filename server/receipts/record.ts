import { z } from 'zod'
import { parseJson, readable } from '../stored-record.ts'
import { allocationSchema } from './allocation.ts'
import { type FieldWith, fieldSchemas, fieldsWith } from './fields.ts'
import { instantOf } from './instant-of.ts'
import {
  emptyReceipt,
  memberSchemas,
  newReceipt,
  paymentDayOf,
  type Receipt,
  receiptSchema,
  yearOfAssessment,
} from './model.ts'

import { statuses } from './parts.ts'
import { repairDetail } from './repair.ts'
import { salvage } from './salvage.ts'
import { instant } from './values.ts'

/** Characters of a merchant's name in a list; the detail has the whole name. */
const LISTED_MERCHANT = 80
/** Keeps a row small; hardly any receipt touches more reliefs. */
const LISTED_SUGGESTIONS = 4

type RowValue = FieldWith<'row', 'value'>
const rowValues = fieldsWith('row', 'value')
const mapRowValues = <Out>(of: (name: RowValue) => unknown) =>
  Object.fromEntries(rowValues.map((name) => [name, of(name)])) as Out

/** The fields that a row shows in another form. */
const derivedFields = {
  merchant: z
    .string()
    .nullable()
    .meta({ description: `At most ${LISTED_MERCHANT} characters` }),
  paidOn: z.string().nullable(),
} satisfies Record<FieldWith<'row', 'derived'>, z.ZodType>

export const yearSchema = z.int().nullable().meta({ description: 'The year of paidOn', example: 2026 })

/** A row of a list: at most 700 bytes, stored as it is sent. */
export const summarySchema = z.object({
  id: z.string().meta({ description: 'A UUIDv7', format: 'uuid' }),
  version: z.int(),
  status: z.enum(statuses),
  createdAt: instant,
  trashedAt: instant.nullable(),
  ...mapRowValues<{ [Name in RowValue]: (typeof fieldSchemas)[Name] }>((name) => fieldSchemas[name]),
  ...derivedFields,
  yearOfAssessment: yearSchema,
  files: z.int().meta({ description: 'How many files it has' }),
  einvoice: z
    .enum(['person', 'company', 'link'])
    .nullable()
    .meta({ description: 'To whom its e-invoice was made out; `link`: only a link to one is known' }),
  certified: z.boolean().meta({ description: 'Whether one of them is a certificate' }),
  duplicateSuspects: z.int().meta({ description: 'How many receipts look like copies of it' }),
  allocations: z.array(allocationSchema),
  suggested: z
    .array(z.object({ relief: z.string(), sen: z.int() }))
    .meta({ description: 'What would count if its suggestion is right, until it is confirmed' }),
  example: memberSchemas.example,
  part: z
    .literal(true)
    .optional()
    .meta({ description: 'Its first file shows several receipts, of which it is one (`files[].area`)' }),
  damaged: z.literal(true).optional().meta({
    description: 'Part of the row cannot be read; what can is shown. The receipt’s files are kept',
  }),
})
export type Summary = z.output<typeof summarySchema>

/** The order of the members is the one that DynamoDB's packing dictionary expects; another one costs a sixth more to list. */
export function summaryOf(receipt: Receipt): Summary {
  const { date, ...values } = mapRowValues<Pick<Receipt, RowValue>>((name) => receipt[name])
  return {
    id: receipt.id,
    version: receipt.version,
    status: receipt.status,
    createdAt: receipt.createdAt,
    trashedAt: receipt.trashedAt,
    merchant: receipt.merchant && [...receipt.merchant].slice(0, LISTED_MERCHANT).join(''),
    date,
    paidOn: paymentDayOf(receipt),
    yearOfAssessment: yearOfAssessment(receipt),
    ...values,
    files: receipt.files.length,
    certified: receipt.files.some(({ role }) => role === 'certificate'),
    einvoice: einvoiceOf(receipt),
    duplicateSuspects: receipt.duplicateSuspects.length,
    allocations: receipt.allocations,
    suggested: suggestedBy(receipt),
    example: receipt.example,
    ...(receipt.files[0]?.area && { part: true as const }),
  }
}

/** The row of a receipt as far as it could be read. */
export const summaryOfRecord = ({ receipt, damaged }: ReadRecord): Summary => ({
  ...summaryOf(receipt),
  ...(damaged.length > 0 && { damaged: true }),
})

/** To whom its e-invoice was made out; `link`: only a link to one is known; null: it has none. */
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

/** Members whose only copy is the one in the row. */
const onlyInRow = ['id', 'version', 'status', 'createdAt', 'trashedAt', 'allocations', ...rowValues] as const

/**
 * Members that are stored under the name of an earlier release. The names stay: during a rolling deployment the release
 * before this one reads what this one writes.
 */
const storedNames = { unreadFileIds: 'toRead', pendingUploads: 'arriving' } as const
const renamed = Object.entries(storedNames) as [keyof typeof storedNames, string][]

/** In no list but that of all: whether it has a date is not known yet. */
export const READING = 'reading'

const isUnread = (status: Receipt['status']) => status === 'receiving' || status === 'reading'

/** Which list a receipt stands in (its year, `none` without a date, READING before that is known, `trash`), and where. */
export function placeOf(receipt: Receipt) {
  const { trashedAt, status } = receipt
  return {
    list: trashedAt ? 'trash' : String(yearOfAssessment(receipt) ?? (isUnread(status) ? READING : 'none')),
    day: (trashedAt ? trashedAt.slice(0, 10) : paymentDayOf(receipt)) ?? '',
  }
}

/**
 * The parts of a receipt as every store keeps it: list row, detail, and its place in the lists. Every write goes through
 * here, so that what is stored can be read.
 * @throws InvalidRecordError before anything is stored
 */
export function toRecord(receipt: Receipt) {
  const { userId, work, ...rest } = readable('receipt', receiptSchema, receipt)
  const detail: Record<string, unknown> = rest
  for (const [name, stored] of renamed) {
    detail[stored] = detail[name]
    delete detail[name]
  }
  for (const name of onlyInRow) delete detail[name]
  return { summary: summaryOf(receipt), detail, ...placeOf(receipt) }
}

/** What finds a record and stands outside it, so that it is known even where the record cannot be read. */
export interface RecordKey extends Pick<Receipt, 'id' | 'userId' | 'version' | 'work'> {
  /** Used where the row cannot be read. */
  status: Receipt['status']
  trashedAt: string | null
}

export interface ReadRecord {
  /** Where the record is damaged: what of it can be read, and empty values for the rest. */
  receipt: Receipt
  /** Paths of what could not be read, such as `files.0.width`; empty when all of it could. */
  damaged: string[]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A JSON text as an object; undefined where it is none. */
export function parseObject(text: string | undefined): Record<string, unknown> | undefined {
  const value = text === undefined ? undefined : parseJson(text)
  return isObject(value) ? value : undefined
}

/** Members of the detail that every release has stored: where one is not there, it is lost. */
const neverLacking = { files: undefined, history: undefined, confirmedAt: undefined }

/**
 * A receipt as stored by this release or an earlier one, completed with what that release did not have.
 * @param summary, detail undefined where not even their encoding could be read
 */
export function readRecord(
  key: RecordKey,
  summary: Record<string, unknown> | undefined,
  detail: Record<string, unknown> | undefined,
): ReadRecord {
  const { id, userId, version, work, status, trashedAt } = key
  const fallback = { ...newReceipt(id, userId, instantOf(id)), version, work, status, trashedAt }
  const listed = Object.fromEntries(
    onlyInRow.flatMap((name) => (summary && name in summary ? [[name, summary[name]]] : [])),
  )
  const named = detail && { ...repairDetail(detail) }
  for (const [name, stored] of renamed) {
    if (!named || !(stored in named)) continue
    named[name] = named[stored]
    delete named[stored]
  }
  const { value, damaged } = salvage<Receipt>(
    receiptSchema,
    {
      ...emptyReceipt(),
      ...(named && neverLacking),
      ...(named ?? { schema: fallback.schema, updatedAt: fallback.updatedAt }),
      ...(summary ? listed : { status, createdAt: fallback.createdAt, trashedAt }),
      id,
      userId,
      version,
      work,
    },
    fallback,
  )
  const lost = [...(summary ? [] : ['summary']), ...(detail ? [] : ['detail'])]
  return { receipt: value, damaged: [...lost, ...damaged] }
}

const emptyRow = summaryOf(newReceipt('', '', new Date(0)))
/** What the row of an earlier release may lack. Every release has stored the others. */
const { id: _id, version: _version, status: _status, createdAt: _at, ...emptyLater } = emptyRow

/** Rows that were read before and found whole, by id: the same ones are listed again and again. 1 kB each. */
const whole = new Map<string, string>()
const MOST_WHOLE = 1_000

/**
 * The JSON text of a list's row, ready to be sent: as stored, completed where an earlier release wrote it, and with
 * `damaged` where it cannot be read.
 * @param text undefined where not even its encoding could be read
 */
export function readRow(id: string, text: string | undefined): string {
  const known = whole.get(id)
  if (known !== undefined && known === text) return known
  const stored = parseObject(text)
  if (text !== undefined && stored?.id === id && summarySchema.safeParse(stored).success) {
    if (whole.size >= MOST_WHOLE) whole.clear()
    whole.set(id, text)
    return text
  }
  const { value, damaged } = salvage<Summary>(summarySchema, { ...emptyLater, ...stored, id }, emptyRow)
  return JSON.stringify(stored && damaged.length === 0 ? value : { ...value, damaged: true })
}
