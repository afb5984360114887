/** MyInvois takes documents of up to 300 kB; what its API wraps around one, and escaping, need some more. Bytes. */
export const MAX_BYTES = 1_000_000

/** UBL invoices are some ten elements deep, fourteen with a signature. */
export const MAX_DEPTH = 40
/** A document of 300 kB has room for some 10,000. */
export const MAX_ELEMENTS = 50_000

/** Characters kept of one element; an embedded file is not read. */
export const MAX_TEXT = 2_000

export const MAX_LINES = 1_000
