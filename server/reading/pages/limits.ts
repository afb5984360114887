import { UnusableFileError } from '../ports.ts'

/** The maximum number of pixels of a picture. An A4 page scanned at 600 dpi has 35 million. */
export const MAX_PIXELS = 80_000_000

/**
 * The same of a JPEG that is not progressive, as phones with 108 and 200 megapixels make them: it is decoded row by row
 * to a reduced copy. All others need memory for each pixel.
 */
export const MAX_PIXELS_OF_JPEG = 200_000_000

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
