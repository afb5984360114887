import { z } from 'zod'
import type { Suggestion } from '../allocation.ts'
import { editableFields, fieldSchemas } from '../fields.ts'
import { memberSchemas, paymentDayOf, type Receipt, withoutWork, yearOfAssessment } from '../model.ts'
import { statuses } from '../parts.ts'
import { summarySchema, yearSchema } from '../record.ts'
import { type SuggestionGap, suggestionGaps } from '../suggestion-missing.ts'
import { instant } from '../values.ts'
import { type Waiting, waitingSchema } from '../waiting.ts'

/** `receiving` receipts are not shown to anybody. */
export const shownStatus = z.enum(statuses).exclude(['receiving'])

const { verdicts, ...shownMembers } = withoutWork(memberSchemas)

export const receiptView = z
  .object({
    id: z.string().meta({ description: 'A UUIDv7', format: 'uuid' }),
    version: z.int().meta({ description: 'Counts writes; the ETag' }),
    status: shownStatus,
    reading: z.boolean().meta({ description: 'Whether pages are still to be read' }),
    ...fieldSchemas,
    yearOfAssessment: yearSchema,
    ...shownMembers,
    waiting: waitingSchema.nullable().meta({
      description: 'Why it is not being read yet, while `reading`; `null`: it is, or it is not known',
    }),
    suggestionMissing: z
      .enum(suggestionGaps)
      .nullable()
      .meta({
        description:
          'Why `suggestion` is null: the day is unknown, the law of its year is unknown, or the amount in ringgit is unknown. ' +
          'Null where there is a suggestion, or another reason',
      }),
    duplicateVerdicts: verdicts,
    createdAt: instant,
    updatedAt: instant,
    retainUntil: z.string().nullable().meta({
      description: 'The last day it must be kept, once it was confirmed (section 82A, Income Tax Act 1967)',
      format: 'date',
    }),
    damaged: z.boolean().meta({
      description:
        'Whether part of its record cannot be read: what can is shown, the rest is empty. Its files are kept. It can go ' +
        'to the trash, or be read again from its files; every other change is refused with `record_damaged`',
    }),
  })
  .meta({ id: 'Receipt' })

export interface ViewFacts {
  /** In the language of the answer. */
  suggestion: Suggestion | null
  /** The last day the law requires the receipt to be kept. */
  retainUntil: string | null
  waiting: Waiting | null
  suggestionMissing: SuggestionGap | null
  damaged: boolean
}

export function viewOf(receipt: Receipt, facts: ViewFacts): z.output<typeof receiptView> {
  const { userId, schema, verdicts, status, ...shown } = withoutWork(receipt)
  return {
    ...shown,
    status: shownStatus.parse(status),
    reading: receipt.unreadFileIds.length > 0,
    paidOn: paymentDayOf(receipt),
    yearOfAssessment: yearOfAssessment(receipt),
    duplicateVerdicts: verdicts,
    ...facts,
  }
}

export const receiptSummary = summarySchema.extend({ status: shownStatus }).meta({ id: 'ReceiptSummary' })

export const listView = z
  .object({
    receipts: z.array(receiptSummary),
    nextCursor: z.string().nullable(),
    total: z.int().nullable().meta({
      description: 'How many receipts match, on all pages; null where counting them would cost too much',
    }),
  })
  .meta({ id: 'ReceiptList' })

export const refundsView = z
  .object({
    original: receiptSummary.nullable().meta({
      description: 'The purchase it gives money back for, also in the trash; `null`: none is known',
    }),
    refunds: z.array(receiptSummary).meta({ description: 'The receipts that give money back for it' }),
  })
  .meta({ id: 'Refunds' })

export const receiptPath = z.object({ id: z.uuid() })
export const editable = z.strictObject(editableFields)
