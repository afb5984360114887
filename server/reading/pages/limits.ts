import { UnusableFileError } from '../ports.ts'

/** The most pixels a picture may have; an A4 page scanned at 600 dpi has 35 million. */
export const MAX_PIXELS = 80_000_000

/** The longest side of a picture; two meters of till roll scanned at 600 dpi. */
export const MAX_SIDE = 50_000

/** The most bytes of a PDF or a HEIC file, which are opened as a whole. */
export const MAX_BYTES_IN_MEMORY = 100_000_000

/** One file that is read is one page for now; a receipt of several pages is several files. */
export const MAX_PAGES = 1

/** The most pages of a file that is only kept: a year's statement of an insurer may have dozens. */
export const MAX_KEPT_PAGES = 200

export function tooManyPages(pages: number, most: number) {
  const limit = most === 1 ? 'one page a file is read' : `at most ${most} are taken`
  return new UnusableFileError('too_many_pages', `the file has ${pages} pages; ${limit}`)
}
