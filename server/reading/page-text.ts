import { z } from 'zod'
import { einvoiceLinkSchema } from './einvoice-link.ts'
import { hintedFacts, hintedFields } from './read-values.ts'
import type { Invoice } from './ubl/invoice.ts'

/** A rectangle on a page, in fractions of the page's width and height (0..1), origin at the top left. */
export const boxSchema = z.object({
  left: z.number(),
  top: z.number(),
  width: z.number(),
  height: z.number(),
})
export type Box = z.output<typeof boxSchema>

/** How sure the reader is, 0..1. */
const confidence = z.number()

/** One line of text, with how sure the reader is of all of it. */
const textLineSchema = z.object({
  text: z.string(),
  box: boxSchema,
  confidence,
  /** Where the box would be if the page were level and its paper flat; only where that is somewhere else. */
  flat: boxSchema.optional(),
  /** Other readings of the same line, the less trusted later. One that agrees is evidence, so it is here as well. */
  alternatives: z.array(z.object({ text: z.string(), confidence })).optional(),
})
export type TextLine = z.output<typeof textLineSchema>

/** A value as it is printed. */
const fieldHintSchema = z.object({
  field: z.enum(hintedFields),
  text: z.string(),
  /** The words next to it; empty if there are none. */
  label: z.string(),
  box: boxSchema,
  confidence,
})
export type FieldHint = z.output<typeof fieldHintSchema>

/** One purchased item, its parts as they are printed; empty where one is missing. */
const itemHintSchema = z.object({
  description: z.string(),
  quantity: z.string(),
  unitPrice: z.string(),
  amount: z.string(),
  box: boxSchema,
})
export type ItemHint = z.output<typeof itemHintSchema>

const factHintSchema = z.object({ fact: z.enum(hintedFacts), text: z.string(), box: boxSchema, confidence })
export type FactHint = z.output<typeof factHintSchema>

const pageHintsSchema = z.object({
  fields: z.array(fieldHintSchema),
  items: z.array(itemHintSchema),
  /** Absent on pages that earlier releases stored. */
  facts: z.array(factHintSchema).optional(),
})
export type PageHints = z.output<typeof pageHintsSchema>

/** What is wrong with a picture that is too poor to rely on; `cut_off_right`: where the amounts are. */
export const pictureProblems = [
  'dark',
  'blurred',
  'unclear',
  'cut_off_right',
  'cut_off_left',
  'cut_off_top',
  'cut_off_bottom',
] as const
export type PictureProblem = (typeof pictureProblems)[number]

/** The text of one upright page, as any reader returns it: lines from top to bottom. */
export const pageTextSchema = z.object({
  /** 1 for the first page. */
  page: z.int().positive(),
  /** The upright page: pixels of its picture; points of a PDF whose text layer was used; 0 for an e-invoice. */
  width: z.int().nonnegative(),
  height: z.int().nonnegative(),
  /** Degrees clockwise the page had to be turned to be upright, beyond what its file says (EXIF, /Rotate). */
  turned: z.literal([90, 180, 270]).optional(),
  /**
   * Pixels that lines sink per pixel to the right, where the page is not level and its lines have no `flat`. Boxes
   * stay upright: each is as wide and as high as its line and shares its middle.
   */
  slope: z.number().optional(),
  lines: z.array(textLineSchema),
  /** Its reading failed or was not begun in time. It has no lines, and its size is 0. */
  unread: z.literal(true).optional(),
  /** Reasons to ask for a better picture. */
  problems: z.array(z.enum(pictureProblems)).optional(),
  /** The areas of several receipts in one picture. Only the first, which has the most text, is read for fields. */
  receipts: z.array(boxSchema).optional(),
  /** The part that was read, as the file shows the page (before `turned`). Boxes are those of the whole page. */
  area: boxSchema.optional(),
  /** The fields and items the reader itself recognised; the field rules weigh them, and plain evidence wins. */
  hints: pageHintsSchema.optional(),
  /** The MyInvois link of a QR code on the page. */
  link: einvoiceLinkSchema.optional(),
  /** The e-invoice this page was made from. Its parser has checked it. */
  invoice: z.custom<Invoice>((value) => typeof value === 'object').optional(),
  /** The reader's own answer, kept so that better rules can be applied later without paying for another reading. */
  raw: z.object({ by: z.literal('textract'), answer: z.unknown() }).optional(),
})
export type PageText = z.output<typeof pageTextSchema>
