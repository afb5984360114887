import { z } from 'zod'
import { pictureProblems } from '../reading/page-text.ts'
import { fileTypes } from '../reading/ports.ts'
import { readableFieldNames } from './fields.ts'
import { instant } from './values.ts'

/** The parts a receipt is made of beside its fields, as they are stored and as the API shows them. */

export const statuses = ['receiving', 'reading', 'needs_review', 'confirmed', 'unreadable'] as const
export type Status = (typeof statuses)[number]

export const unreadableReasons = [
  'damaged',
  'nothing_found',
  'reading_failed',
  'password',
  'consolidated',
] as const

export const boxSchema = z
  .object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() })
  .meta({ id: 'Box', description: "In fractions of the page's width and height, origin at the top left" })

/** Where a value comes from. */
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
    amountSen: z.int().meta({ description: 'What the item costs, after its discount' }),
    discountSen: z.int().optional().meta({ description: 'What was taken off; left out where nothing was' }),
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

const turn = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)])

export const fileRoles = ['receipt', 'certificate', 'proof'] as const
/** What is wrong with a picture, as the reader saw it. */
export const fileProblems = [...pictureProblems, 'several_receipts', 'unread_pages', 'consolidated'] as const
export type FileProblem = (typeof fileProblems)[number]

export const fileSchema = z
  .object({
    id: z.string(),
    role: z.enum(fileRoles),
    sha256: z.string().meta({ description: "Hex SHA-256 of the file's bytes as they were sent" }),
    type: z.enum(fileTypes),
    bytes: z.int(),
    pages: z.int(),
    width: z.int().meta({
      description:
        'Of the first page as shown: pixels; whole points (1/72 inch) of a PDF, whose UserUnit is ignored; 0 for an e-invoice, which has no picture',
    }),
    height: z.int(),
    turned: turn.meta({
      description:
        'Degrees clockwise the picture of its first page must be turned to be upright, as the reader saw it',
    }),
    pageTurns: z
      .array(turn)
      .optional()
      .meta({ description: 'The same for each of its pages, where it has several' }),
    password: z
      .enum(['needed', 'given'])
      .optional()
      .meta({
        description:
          'On a PDF that opens with a password only. `needed`: it is kept unread, and its pages and size are not known ' +
          '(1, 0, 0). `given`: it was read once with the password, which is not stored; the file itself is unchanged',
      }),
    problems: z
      .array(z.enum(fileProblems))
      .optional()
      .meta({
        description:
          'Reasons to ask for a better picture: what makes it hard to read; several receipts in one picture, of which only ' +
          'the one with the most text was read (see `receipts`); pages that could not be read (see `unreadPages`). ' +
          '`consolidated`: it is a consolidated e-invoice, which is no evidence; nothing is read from it',
      }),
    receipts: z
      .array(boxSchema)
      .optional()
      .meta({
        description:
          'Where the several receipts of its picture are, the one that was read first; as the file shows it, before ' +
          '`turned`. `POST /receipts/{id}/split` makes a receipt of each',
      }),
    area: boxSchema.optional().meta({
      description:
        'The part of its picture that is this receipt, as the file shows it, before `turned`. The file has all of it',
    }),
    unreadPages: z.array(z.int()).optional().meta({
      description: 'Pages, from 1, that could not be read, or not in time; the others were',
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

/** What a person said a receipt gives money back for. */
export const refundOfSchema = z
  .object({
    receiptId: z.string().nullable().meta({ description: 'The purchase; `null`: none of their receipts' }),
  })
  .meta({ id: 'RefundOf' })

export const correctionSchema = z
  .object({
    field: z.string().meta({
      description:
        'A field of the receipt, or `allocations`, `status`, `split`, `splitFrom`, `refundOf`, `record`. `merged` stands for ' +
        'older changes of a long history: `new` is `{count, from, fields}`, how many they were, since when, and how many of each field',
    }),
    old: z.unknown(),
    new: z.unknown(),
    at: instant,
    by: z.string().meta({ description: 'The sub of the person' }),
  })
  .meta({ id: 'Correction' })

export type Correction = z.output<typeof correctionSchema>

/** A receipt that is to be made of a part of a picture, and the file it will have. */
export const pendingPartSchema = z.object({
  receiptId: z.string(),
  fileId: z.string(),
  /** The file of this receipt that shows it. */
  of: z.string(),
  area: boxSchema,
})
export type PendingPart = z.output<typeof pendingPartSchema>

/** What a later reading of a confirmed receipt found; nothing changes until a person accepts it. */
export const proposalSchema = z
  .object({ readAt: instant, values: z.partialRecord(z.enum(readableFieldNames), z.unknown()) })
  .meta({ id: 'Proposal' })

/** Whose turn it is to read, discard or purge a receipt, and when. Not part of the version: nobody sees it. */
export const workSchema = z.object({
  /** Readings begun since they were last asked for. */
  attempts: z.int(),
  /** Nobody else touches it before this instant (ms since 1970). */
  dueAt: z.number(),
  /** The process that holds the lease; null when it waits. */
  by: z.string().nullable(),
})
export type Work = z.output<typeof workSchema>
