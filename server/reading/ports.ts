import type { PageText } from './page-text.ts'

/** What a file is by its bytes, never by its name. */
export type FileType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/tiff' | 'application/pdf'

export interface FileFacts {
  type: FileType
  pages: number
  /** Pixels of the first page once upright (EXIF orientation obeyed); PDF: points. */
  width: number
  height: number
}

/**
 * Looks at files and draws them. Pixel work runs outside this process: a picture that kills native code
 * rejects with ReaderFailedError and nothing else is harmed.
 */
export interface PageTools {
  /** Rejects with UnusableFileError for what is no supported file, too large in pixels or of too many pages. */
  inspect(path: string): Promise<FileFacts>
  /** The first page as a WebP at most `size` pixels a side. */
  thumbnail(path: string, size: number): Promise<Buffer>
  close(): Promise<void>
}

/** Turns a file into the text of its pages. */
export interface PageReader {
  /**
   * Rejects with UnusableFileError when the file's content cannot be decoded (reading again will not help),
   * with ReaderFailedError when the reader crashed, hung or was ended (reading again may help).
   */
  read(path: string, signal?: AbortSignal): Promise<PageText[]>
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
