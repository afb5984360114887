import { z } from 'zod'
import { allocationSchema, suggestionSchema } from '../allocation.ts'
import { einvoiceSchema } from '../einvoice.ts'
import {
  correctionSchema,
  dayOf,
  editableFields,
  evidenceSchema,
  fileSchema,
  itemSchema,
  proposalSchema,
  type Receipt,
  statuses,
  suspectSchema,
  unreadableReasons,
  verdictSchema,
  yearOfAssessment,
} from '../model.ts'
import { instant } from '../values.ts'

/** `receiving` receipts are not shown to anybody. */
export const shownStatus = z.enum(statuses).exclude(['receiving'])
const year = z.int().nullable().meta({ description: 'The year of paidOn', example: 2026 })
const id = z.string().meta({ description: 'A UUIDv7', format: 'uuid' })

export const receiptView = z
  .object({
    id,
    version: z.int().meta({ description: 'Counts writes; the ETag' }),
    status: shownStatus,
    reading: z.boolean().meta({ description: 'Whether pages are still to be read' }),
    unreadableReason: z.enum(unreadableReasons).nullable(),
    ...editableFields,
    yearOfAssessment: year,
    evidence: z
      .partialRecord(z.enum(Object.keys(editableFields) as [keyof typeof editableFields]), evidenceSchema)
      .meta({
        description:
          'How each value came to be: read, with confidence and box, told by an e-invoice, or given by a person',
      }),
    items: z.array(itemSchema),
    einvoice: einvoiceSchema.nullable(),
    files: z.array(fileSchema),
    duplicateSuspects: z.array(suspectSchema),
    duplicateVerdicts: z.array(verdictSchema),
    allocations: z.array(allocationSchema),
    suggestion: suggestionSchema.nullable(),
    proposal: proposalSchema.nullable(),
    history: z.array(correctionSchema),
    createdAt: instant,
    updatedAt: instant,
    confirmedAt: instant.nullable(),
    retainUntil: z.string().nullable().meta({
      description: 'The last day it must be kept, once it was confirmed (section 82A, Income Tax Act 1967)',
      format: 'date',
    }),
    trashedAt: instant.nullable(),
  })
  .meta({ id: 'Receipt' })

/** @param retainUntil the last day the law requires the receipt to be kept */
export function viewOf(receipt: Receipt, retainUntil: string | null): z.output<typeof receiptView> {
  const { userId, schema, work, unreadFileIds, pendingUploads, idempotencyKey, verdicts, status, ...shown } =
    receipt
  return {
    ...shown,
    status: shownStatus.parse(status),
    reading: unreadFileIds.length > 0,
    paidOn: dayOf(receipt),
    yearOfAssessment: yearOfAssessment(receipt),
    duplicateVerdicts: verdicts,
    retainUntil,
  }
}

const summaryView = z
  .object({
    id,
    version: z.int(),
    status: shownStatus,
    createdAt: instant,
    trashedAt: instant.nullable(),
    merchant: z.string().nullable(),
    date: z.string().nullable(),
    paidOn: z.string().nullable(),
    yearOfAssessment: year,
    totalSen: z.int().nullable(),
    currency: z.string(),
    myrSen: z.int().nullable(),
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
  })
  .meta({ id: 'ReceiptSummary' })

export const listView = z
  .object({ receipts: z.array(summaryView), nextCursor: z.string().nullable() })
  .meta({ id: 'ReceiptList' })

export const receiptPath = z.object({ id: z.uuid() })
export const editable = z.strictObject(editableFields)
