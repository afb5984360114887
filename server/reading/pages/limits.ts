import { UnusableFileError } from '../ports.ts'

/** The maximum number of pixels of a picture. An A4 page scanned at 600 dpi has 35 million. */
export const MAX_PIXELS = 80_000_000

/** The same of a picture that is decoded row by row to a reduced copy, such as what phones with 200 megapixels make. */
export const MAX_PIXELS_BY_ROWS = 200_000_000

/** Pixels of a picture as a whole while a part of it is cut out, where its decoder keeps all of them. */
export const MAX_PIXELS_AROUND_PART = 60_000_000

/** The longest side of a picture in pixels: two metres of till roll scanned at 600 dpi. */
export const MAX_SIDE = 50_000

/** The maximum size in bytes of a PDF or HEIC file, which is loaded as a whole. */
export const MAX_BYTES_IN_MEMORY = 100_000_000

/** The maximum number of pages of a file that is read. Bills, policies and hospital accounts have up to twenty. */
export const MAX_PAGES = 30

/** The maximum for a file that is only kept: an insurer's annual statement may have dozens of pages. */
export const MAX_KEPT_PAGES = 200

export function tooManyPages(pages: number, most: number) {
  return new UnusableFileError('too_many_pages', `the file has ${pages} pages; at most ${most} are taken`)
}
