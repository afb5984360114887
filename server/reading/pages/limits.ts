/** The most pixels a picture may have; an A4 page scanned at 600 dpi has 35 million. */
export const MAX_PIXELS = 80_000_000

/** The longest side of a picture; two meters of till roll scanned at 600 dpi. */
export const MAX_SIDE = 50_000

/** The most bytes of a PDF or a HEIC file, which are opened as a whole. */
export const MAX_BYTES_IN_MEMORY = 100_000_000

/** One file is one page for now; a receipt of several pages is several files. */
export const MAX_PAGES = 1
