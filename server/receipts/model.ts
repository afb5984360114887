import { z } from 'zod'
import { allocationSchema, suggestionSchema } from './allocation.ts'
import { einvoiceSchema } from './einvoice.ts'
import { emptyFields, type Field, fieldSchemas } from './fields.ts'
import {
  correctionSchema,
  evidenceSchema,
  fileSchema,
  itemSchema,
  pendingPartSchema,
  proposalSchema,
  refundOfSchema,
  statuses,
  suspectSchema,
  unreadableReasons,
  verdictSchema,
  workSchema,
} from './parts.ts'
import { instant } from './values.ts'

const evidenceByField = Object.fromEntries(
  Object.keys(fieldSchemas).map((name) => [name, evidenceSchema.optional()]),
) as { [Name in Field]: z.ZodOptional<typeof evidenceSchema> }

/** What every receipt has from the beginning. */
const identity = {
  schema: z.literal(1),
  id: z.string(),
  userId: z.string(),
  /** Counts writes; the ETag. */
  version: z.int(),
  status: z.enum(statuses),
  createdAt: instant,
  updatedAt: instant,
}

/** @param empty its value on a new receipt, and on one stored before the member existed */
const member = <Schema extends z.ZodType>(schema: Schema, empty: NoInfer<z.output<Schema>>) => ({
  schema,
  empty,
})

/** Everything else beside the fields. A member added here is complete on stored receipts too. */
const members = {
  /** One of the example receipts shipped with the server: made up, so it teaches nothing and need not be kept. */
  example: member(
    z.boolean().meta({ description: 'Whether it is a made-up example (POST /me/examples)' }),
    false,
  ),
  confirmedAt: member(instant.nullable(), null),
  trashedAt: member(instant.nullable(), null),
  evidence: member(
    z.object(evidenceByField).meta({
      description:
        'Where each value comes from: read, with confidence and box; taken from an e-invoice; or given by a person',
    }),
    {},
  ),
  items: member(z.array(itemSchema), []),
  /** The MyInvois document it is, according to its file or a QR code on it; unverified. */
  einvoice: member(einvoiceSchema.nullable(), null),
  /** Null: nobody said, so the reference of an e-invoice decides (refunds.ts). */
  refundOf: member(
    refundOfSchema.nullable().meta({
      description:
        'What a person said it gives money back for; `null`: nothing, so `einvoice.originalReceiptId` decides',
    }),
    null,
  ),
  files: member(z.array(fileSchema), []),
  duplicateSuspects: member(z.array(suspectSchema), []),
  /** A person's answers to suspicions, kept so that none is raised twice. */
  verdicts: member(z.array(verdictSchema), []),
  allocations: member(z.array(allocationSchema), []),
  /** Made at the last reading or correction before confirmation; null before that. */
  suggestion: member(suggestionSchema.nullable(), null),
  history: member(z.array(correctionSchema), []),
  proposal: member(proposalSchema.nullable(), null),
  needsPaper: member(
    z.boolean().meta({
      description:
        'It was entered for a month of a recurring payment, so it can be confirmed only once a file shows it',
    }),
    false,
  ),
  /** Ids of the files whose pages are still to be read, or to be read again. Stored as `toRead`. */
  unreadFileIds: member(z.array(z.string()), []),
  /**
   * Ids of files being added. They may already lie in the file store, and are deleted if the upload never finishes.
   * Stored as `arriving`.
   */
  pendingUploads: member(z.array(z.string()), []),
  /** Ids of files that took too long to arrive: they are deleted, and cannot be listed any more. */
  abandonedUploads: member(z.array(z.string()), []),
  /** Receipts that a person has split off, and that are not stored yet. */
  pendingParts: member(z.array(pendingPartSchema), []),
  /** The Idempotency-Key of its upload while it is being received; released if the upload never finishes. */
  idempotencyKey: member(z.string().nullable(), null),
  unreadableReason: member(z.enum(unreadableReasons).nullable(), null),
  work: member(workSchema.nullable(), null),
}

type Members = typeof members
const memberNames = Object.keys(members) as (keyof Members)[]
const mapMembers = <Out>(of: (name: keyof Members) => unknown) =>
  Object.fromEntries(memberNames.map((name) => [name, of(name)])) as Out

export const memberSchemas = mapMembers<{ [Name in keyof Members]: Members[Name]['schema'] }>(
  (name) => members[name].schema,
)
const emptyMembers = mapMembers<{ [Name in keyof Members]: z.output<Members[Name]['schema']> }>(
  (name) => members[name].empty,
)

/** A receipt as every part of the server handles it, and as every store keeps it (record.ts). */
export const receiptSchema = z.object({ ...identity, ...fieldSchemas, ...memberSchemas })
export type Receipt = z.output<typeof receiptSchema>

/** Every field and member while nothing is known, in arrays and objects of its own. */
export const emptyReceipt = () => structuredClone({ ...emptyFields, ...emptyMembers })

/** Without the members that only the server's own work needs. */
export function withoutWork<T extends Record<WorkMember, unknown>>(members: T): Omit<T, WorkMember> {
  const { work, unreadFileIds, pendingUploads, abandonedUploads, pendingParts, idempotencyKey, ...others } =
    members
  return others
}
type WorkMember =
  | 'work'
  | 'unreadFileIds'
  | 'pendingUploads'
  | 'abandonedUploads'
  | 'pendingParts'
  | 'idempotencyKey'

/** Whether files may lie in the store that it does not list: somebody has to look whether they arrive, or to delete them. */
export const hasLooseFiles = (receipt: Pick<Receipt, 'pendingUploads' | 'abandonedUploads'>) =>
  receipt.pendingUploads.length > 0 || receipt.abandonedUploads.length > 0

/** The day of payment: the person's answer, else the date on the receipt. */
export const paymentDayOf = (receipt: Pick<Receipt, 'paidOn' | 'date'>) => receipt.paidOn ?? receipt.date

/** The total in ringgit; null while that is not known. */
export const ringgitOf = ({
  currency,
  totalSen,
  myrSen,
}: Pick<Receipt, 'currency' | 'totalSen' | 'myrSen'>) => (currency === 'MYR' ? totalSen : myrSen)

export const yearOfAssessment = (receipt: Pick<Receipt, 'paidOn' | 'date'>) => {
  const on = paymentDayOf(receipt)
  return on === null ? null : Number(on.slice(0, 4))
}

/** A receipt of which nothing is known yet. */
export function newReceipt(id: string, userId: string, now: Date): Receipt {
  const at = now.toISOString()
  return {
    ...emptyReceipt(),
    schema: 1,
    id,
    userId,
    version: 1,
    status: 'needs_review',
    createdAt: at,
    updatedAt: at,
  }
}
