import { z } from 'zod'
import { einvoiceLinkSchema } from './einvoice-link.ts'
import { type Box, type PageText, pageTextSchema } from './page-text.ts'

/** Types of files with pages. A file's bytes decide, never its name. */
export const pageFileTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/tiff',
  'image/heic',
  'image/avif',
  'image/gif',
  'application/pdf',
] as const
export type PageFileType = (typeof pageFileTypes)[number]

/** Types of e-invoice files: the two syntaxes of UBL. */
export const invoiceFileTypes = ['application/xml', 'application/json'] as const
export type InvoiceFileType = (typeof invoiceFileTypes)[number]

export const fileTypes = [...pageFileTypes, ...invoiceFileTypes] as const
export type FileType = (typeof fileTypes)[number]

export const isInvoiceType = (type: FileType): type is InvoiceFileType =>
  invoiceFileTypes.some((known) => known === type)

/** What inspecting a file finds. A stored file holds these values, so every inspection is checked against this. */
export const fileFactsSchema = z.object({
  type: z.enum(fileTypes),
  /** Pages of a PDF or TIFF; 1 for every other file. Of an animation only the first frame is used. */
  pages: z.int().positive(),
  /**
   * Of the first page once upright. Pictures: pixels, EXIF orientation (HEIC: irot, imir) applied. PDF: whole points
   * (1/72 inch, /UserUnit ignored), /CropBox and /Rotate applied. An e-invoice has no size: 0.
   */
  width: z.int().nonnegative(),
  height: z.int().nonnegative(),
  /** A PDF that opens with a password only, and was opened without one: its pages and its size are not known (1, 0, 0). */
  locked: z.literal(true).optional(),
})
export type FileFacts = z.output<typeof fileFactsSchema>

/**
 * Inspects and renders files. Decoding runs in child processes: a file that crashes native code rejects with
 * ReaderFailedError and affects nothing else.
 */
export interface PageTools {
  /**
   * Rejects with UnusableFileError if the file is not supported or damaged, or has too many pixels or pages, or if the
   * password given does not open it.
   */
  inspect(path: string, options?: InspectOptions): Promise<FileFacts>
  /** The page an e-invoice makes; null for any other file. Rejects with UnusableFileError for a damaged e-invoice. */
  readInvoice(path: string, options?: Omit<OpenOptions, 'password'>): Promise<PageText | null>
  /** One upright page for a remote reader: the text layer if there is one, else a gray JPEG below 5 MB. */
  render(path: string, options?: PageOptions): Promise<RenderedPage>
  /** A page as a WebP at most `size` pixels a side. */
  thumbnail(path: string, size: number, options?: PageOptions): Promise<Buffer>
  close(): Promise<void>
}

export interface OpenOptions {
  /** Opens a PDF that needs one. It must reach nothing but the process that decodes the file. */
  password?: string | undefined
  /** Stops the work, queued or under way; it then rejects with ReaderFailedError. */
  signal?: AbortSignal | undefined
  /** Whose file it is, by an id: the files of many people are worked on in turns. Default: nobody's in particular. */
  person?: string | undefined
}

export interface PageOptions extends OpenOptions {
  /** From 1. Default: the first. */
  page?: number
  /** The part of the page to look at, as the file shows it. Default: all of it. */
  area?: Box | undefined
}

export interface InspectOptions extends OpenOptions {
  /** Default: `read`. */
  use?: FileUse
}

/** A file is read page by page, or only kept: then it may have many pages and must not be an e-invoice. */
export type FileUse = 'read' | 'kept'

const renderedPictureSchema = z.object({
  jpeg: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  width: z.int().positive(),
  height: z.int().positive(),
  link: einvoiceLinkSchema.optional(),
  /** The size of the whole page where this is a part of it. */
  whole: z.object({ width: z.int().positive(), height: z.int().positive() }).optional(),
})
export type RenderedPicture = z.output<typeof renderedPictureSchema>

export const renderedPageSchema = z.object({
  /** The number of pages in the file. */
  pages: z.int().positive(),
  content: z.union([
    z.object({
      text: pageTextSchema,
      /** The page itself, where its text layer may not say what it shows. */
      picture: renderedPictureSchema.optional(),
    }),
    z.object({ picture: renderedPictureSchema }),
  ]),
})
export type RenderedPage = z.output<typeof renderedPageSchema>

export interface ReadOptions extends Pick<PageOptions, 'password' | 'area' | 'person'> {
  /** How many pages the file has. Default: what its first page says. */
  pages?: number
  /** Once it aborts, no further page is begun: those that are left are returned as `unread`. */
  enough?: AbortSignal | undefined
}

/** Turns a file into the text of its pages. */
export interface PageReader {
  /**
   * Rejects with UnusableFileError if the file cannot be decoded (retrying will not help), with ReaderFailedError if
   * the reader crashed, hung or was stopped (retrying may help), with ReaderBusyError if it could not start. Of a file
   * with several pages, one that crashes the reader or takes too long is `unread`; the others are read.
   */
  read(path: string, signal?: AbortSignal, options?: ReadOptions): Promise<PageText[]>
  /** Derives a page again from the raw answer stored with it; undefined if this reader stored none. */
  remake?(page: PageText): PageText | undefined
  /** Stops its processes; readings in progress reject with ReaderFailedError. */
  close(): Promise<void>
}

/** Pages that may be paid for. */
export interface PageGrant {
  /** Ends it: pages that were not paid for are given back. */
  settle(paid: number): Promise<void>
}

/** What may be spent on pages that cost money. */
export interface PageBudget {
  /** Rejects with PageLimitError. */
  take(person: string, pages: number): Promise<PageGrant>
}

/** How a call of a remote reader ended, for who counts them. */
export type CallOutcome = 'ok' | 'throttled' | 'failed'

export type UnusableReason =
  | 'empty' // no bytes
  | 'unsupported' // not one of FileType
  | 'damaged' // of a supported type, but cannot be decoded to its end
  | 'too_many_pixels' // or a PDF page larger than any paper
  | 'too_many_pages'
  | 'encrypted' // a PDF that needs a password
  | 'wrong_password' // a PDF that needs another one
  | 'too_large' // an e-invoice of more bytes than MyInvois takes
  | 'not_an_invoice' // XML or JSON of some other kind
  | 'other_invoice' // an invoice, but of another network than MyInvois
  | 'incomplete' // an e-invoice without a figure it must have
  | 'contradicting' // an e-invoice whose figures do
  | 'consolidated' // an e-invoice to the general public
  | 'self_billed' // an e-invoice by its buyer
  | 'not_valid' // an e-invoice MyInvois says is cancelled, or has not validated

export class UnusableFileError extends Error {
  override name = 'UnusableFileError'
  readonly reason: UnusableReason
  constructor(reason: UnusableReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}

export class ReaderFailedError extends Error {
  override name = 'ReaderFailedError'
}

/** The reader cannot work now: throttled, unreachable or misbehaving. It says nothing about the file. */
export class ReaderBusyError extends Error {
  override name = 'ReaderBusyError'
}

/** A page may not be paid for yet: the pages of a person's day, or of the installation's month, are used up. */
export class PageLimitError extends ReaderBusyError {
  override name = 'PageLimitError'
  /** When there are pages again. */
  readonly until: Date
  constructor(message: string, until: Date) {
    super(message)
    this.until = until
  }
}
