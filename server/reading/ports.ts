import { z } from 'zod'
import { einvoiceLinkSchema } from './einvoice-link.ts'
import { type PageText, pageTextSchema } from './page-text.ts'

/** What a file with pages can be by its bytes, never by its name. */
export const pageFileTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/tiff',
  'image/heic',
  'application/pdf',
] as const
export type PageFileType = (typeof pageFileTypes)[number]

/** What the file of an e-invoice can be: UBL in one of its two syntaxes. */
export const invoiceFileTypes = ['application/xml', 'application/json'] as const
export type InvoiceFileType = (typeof invoiceFileTypes)[number]

export const fileTypes = [...pageFileTypes, ...invoiceFileTypes] as const
export type FileType = (typeof fileTypes)[number]

export const isInvoiceType = (type: FileType): type is InvoiceFileType =>
  invoiceFileTypes.some((known) => known === type)

/** What inspecting a file finds. A stored file holds these values, so every inspection is checked against this. */
export const fileFactsSchema = z.object({
  type: z.enum(fileTypes),
  pages: z.int().positive(),
  /**
   * Of the first page once upright. Pictures: pixels, EXIF orientation (HEIC: irot, imir) applied. PDF: whole points
   * (1/72 inch, /UserUnit ignored), /CropBox and /Rotate applied. An e-invoice has no size: 0.
   */
  width: z.int().nonnegative(),
  height: z.int().nonnegative(),
})
export type FileFacts = z.output<typeof fileFactsSchema>

/**
 * Looks at files and draws them. Pixel work runs outside this process: a picture that kills native code
 * rejects with ReaderFailedError and nothing else is harmed.
 */
export interface PageTools {
  /**
   * Rejects with UnusableFileError for what is no supported file, too large in pixels or of too many pages.
   * @param use default: `read`
   */
  inspect(path: string, use?: FileUse): Promise<FileFacts>
  /** The pages for a reader elsewhere, upright: as text where a program wrote it, else as a gray JPEG below 5 MB. */
  render(path: string, signal?: AbortSignal): Promise<RenderedPage[]>
  /** The first page as a WebP at most `size` pixels a side. */
  thumbnail(path: string, size: number): Promise<Buffer>
  close(): Promise<void>
}

/** Whether a file is to be read page by page, or only kept: then it may have many pages, and is no e-invoice. */
export type FileUse = 'read' | 'kept'

export const renderedPageSchema = z.union([
  z.object({ text: pageTextSchema }),
  z.object({
    jpeg: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    width: z.int().positive(),
    height: z.int().positive(),
    link: einvoiceLinkSchema.optional(),
  }),
])
export type RenderedPage = z.output<typeof renderedPageSchema>

/** Turns a file into the text of its pages. */
export interface PageReader {
  /**
   * Rejects with UnusableFileError when the file's content cannot be decoded (reading again will not help),
   * with ReaderFailedError when the reader crashed, hung or was ended (reading again may help), with ReaderBusyError
   * when it could not even try.
   */
  read(path: string, signal?: AbortSignal): Promise<PageText[]>
  /** A page made anew of the raw answer kept with it; undefined where there is none of this reader's. */
  remake?(page: PageText): PageText | undefined
  /** Ends its processes; readings under way reject with ReaderFailedError. */
  close(): Promise<void>
}

export type UnusableReason =
  | 'empty' // no bytes
  | 'unsupported' // not one of FileType
  | 'damaged' // of a supported type, but cannot be decoded to its end
  | 'too_many_pixels'
  | 'too_many_pages'
  | 'encrypted' // a PDF with a password
  | 'too_large' // an e-invoice of more bytes than MyInvois takes
  | 'not_an_invoice' // XML or JSON of some other kind
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

/** The reader takes no work just now: asked too often, out of reach, answering nonsense. Says nothing of the file. */
export class ReaderBusyError extends Error {
  override name = 'ReaderBusyError'
}
