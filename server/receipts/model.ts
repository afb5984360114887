import { z } from 'zod'
import { fileTypes } from '../reading/ports.ts'
import type { Allocation, Suggestion } from './allocation.ts'
import type { EInvoice } from './einvoice.ts'
import { day, instant, sen } from './values.ts'

export const statuses = ['receiving', 'reading', 'needs_review', 'confirmed', 'unreadable'] as const
export type Status = (typeof statuses)[number]

/** Characters at most. */
export const MAX_TEXT: Partial<Record<string, number>> = {
  merchant: 120,
  receiptNumber: 80,
  companyNumber: 80,
}

const text = (max: number | undefined = 0) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must not hold control characters')

/** The values of a receipt that a reader reads and a person may correct. */
export const readableFields = {
  merchant: text(MAX_TEXT.merchant).nullable(),
  date: day.nullable().meta({ description: 'The day printed on the receipt' }),
  totalSen: sen.nullable(),
  taxSen: sen.nullable(),
  receiptNumber: text(MAX_TEXT.receiptNumber).nullable(),
  companyNumber: text(MAX_TEXT.companyNumber).nullable(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be a three-letter currency code such as MYR')
    .meta({ description: 'ISO 4217', example: 'MYR' }),
}

/** The values only a person gives. */
export const personalFields = {
  paidOn: day
    .nullable()
    .meta({ description: 'The day of payment; decides the year of assessment. Default: date' }),
  myrSen: sen.nullable().meta({ description: 'What was paid in sen, where the currency is not MYR' }),
  note: z.string().trim().max(2000),
}

export type ReadableField = keyof typeof readableFields
export const readableFieldNames = Object.keys(readableFields) as ReadableField[]
export const editableFields = { ...readableFields, ...personalFields }
export type EditableField = keyof typeof editableFields
const editable = z.object(editableFields)
export type EditableValues = z.output<typeof editable>

export const boxSchema = z
  .object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() })
  .meta({ id: 'Box', description: "In fractions of the page's width and height, origin at the top left" })

/** How a value came to be. */
export const evidenceSchema = z
  .discriminatedUnion('by', [
    z.object({
      by: z.literal('reader'),
      confidence: z.number().meta({ description: '0 to 1' }),
      fileId: z.string(),
      page: z.int(),
      box: boxSchema,
    }),
    z
      .object({ by: z.literal('einvoice'), fileId: z.string() })
      .meta({ description: 'Exactly so in the file of an e-invoice' }),
    z.object({ by: z.literal('person') }),
  ])
  .meta({ id: 'Evidence' })
export type Evidence = z.output<typeof evidenceSchema>

export const itemSchema = z
  .object({
    description: z.string(),
    quantity: z.number().nullable(),
    unitPriceSen: z.int().nullable(),
    amountSen: z.int(),
    classification: z
      .string()
      .nullable()
      .meta({ description: 'MyInvois classification code, on a line of an e-invoice' }),
    fileId: z.string(),
    page: z.int(),
    box: boxSchema,
  })
  .meta({ id: 'Item' })
export type Item = z.output<typeof itemSchema>

export const fileRoles = ['receipt', 'certificate', 'proof'] as const
export const fileSchema = z
  .object({
    id: z.string(),
    role: z.enum(fileRoles),
    sha256: z.string().meta({ description: "Hex SHA-256 of the file's bytes as they were sent" }),
    type: z.enum(fileTypes),
    bytes: z.int(),
    pages: z.int(),
    width: z.int().meta({
      description: 'Pixels of the first page once upright (PDF: points); 0 for an e-invoice, which has none',
    }),
    height: z.int(),
    turned: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).meta({
      description: 'Degrees clockwise its picture must be turned to be upright, as the reader saw it',
    }),
    addedAt: instant,
  })
  .meta({ id: 'File' })
export type ReceiptFile = z.output<typeof fileSchema>

export const suspicionReasons = ['same_file', 'same_einvoice', 'same_day_total_merchant'] as const
export const suspectSchema = z
  .object({ id: z.string(), reasons: z.array(z.enum(suspicionReasons)) })
  .meta({ id: 'DuplicateSuspect' })
export type Suspect = z.output<typeof suspectSchema>

export const verdictSchema = z.object({ of: z.string(), verdict: z.enum(['same', 'different']) })
export type Verdict = z.output<typeof verdictSchema>

export const correctionSchema = z
  .object({
    field: z.string(),
    old: z.unknown(),
    new: z.unknown(),
    at: instant,
    by: z.string().meta({ description: 'The sub of the person' }),
  })
  .meta({ id: 'Correction' })

/** What a new reading of a confirmed receipt found otherwise; nothing changes until a person takes it over. */
export const proposalSchema = z
  .object({ readAt: instant, values: z.partialRecord(z.enum(readableFieldNames), z.unknown()) })
  .meta({ id: 'Proposal' })

export const unreadableReasons = ['damaged', 'nothing_found', 'reading_failed'] as const

/** When its reading, taking back or purging is due, and whose it is. No part of the version: nobody sees it. */
export interface Work {
  /** Readings begun since they were last asked for. */
  attempts: number
  /** Nobody else touches it before this instant (ms since 1970). */
  dueAt: number
  /** The process that holds the lease; null when it waits. */
  by: string | null
}

export interface Receipt extends EditableValues {
  schema: 1
  id: string
  userId: string
  /** Counts writes; the ETag. */
  version: number
  status: Status
  createdAt: string
  updatedAt: string
  confirmedAt: string | null
  trashedAt: string | null
  evidence: Partial<Record<EditableField, Evidence>>
  items: Item[]
  /** The MyInvois document it is, as its file or a QR code on it says; unverified. */
  einvoice: EInvoice | null
  files: ReceiptFile[]
  duplicateSuspects: Suspect[]
  /** What a person said of suspects; remembered so that a suspicion is not raised again. */
  verdicts: Verdict[]
  allocations: Allocation[]
  /** Made when it was last read or corrected before it was confirmed; null before that. */
  suggestion: Suggestion | null
  history: z.output<typeof correctionSchema>[]
  proposal: z.output<typeof proposalSchema> | null
  /** Ids of the files whose pages are still to be read, or to be read again. Stored as `toRead`. */
  unreadFileIds: string[]
  /**
   * Ids of files being added. They may already lie in the file store, and are deleted if the upload never finishes.
   * Stored as `arriving`.
   */
  pendingUploads: string[]
  /** The Idempotency-Key of its upload while it is being received: freed should that never finish. */
  idempotencyKey: string | null
  unreadableReason: (typeof unreadableReasons)[number] | null
  work: Work | null
}

/** The day the money left: what a person said, else the receipt's own date. */
export const dayOf = (receipt: Pick<Receipt, 'paidOn' | 'date'>) => receipt.paidOn ?? receipt.date

/** What it came to in ringgit; null while that is not known. */
export const ringgitOf = ({
  currency,
  totalSen,
  myrSen,
}: Pick<Receipt, 'currency' | 'totalSen' | 'myrSen'>) => (currency === 'MYR' ? totalSen : myrSen)

export const yearOfAssessment = (receipt: Pick<Receipt, 'paidOn' | 'date'>) => {
  const on = dayOf(receipt)
  return on === null ? null : Number(on.slice(0, 4))
}

/** A receipt as it is before anything is known of it. */
export function newReceipt(id: string, userId: string, now: Date): Receipt {
  const at = now.toISOString()
  return {
    schema: 1,
    id,
    userId,
    version: 1,
    status: 'needs_review',
    createdAt: at,
    updatedAt: at,
    confirmedAt: null,
    trashedAt: null,
    merchant: null,
    date: null,
    totalSen: null,
    taxSen: null,
    receiptNumber: null,
    companyNumber: null,
    currency: 'MYR',
    paidOn: null,
    myrSen: null,
    note: '',
    evidence: {},
    items: [],
    einvoice: null,
    files: [],
    duplicateSuspects: [],
    verdicts: [],
    allocations: [],
    suggestion: null,
    history: [],
    proposal: null,
    unreadFileIds: [],
    pendingUploads: [],
    idempotencyKey: null,
    unreadableReason: null,
    work: null,
  }
}
