import type { Box, Receipt } from '../../../../server/api-types.ts'

/** A place on a page, as fractions of its width and height. */
export interface Mark {
  key: string
  fileId: string
  /** Counted from 1. */
  page: number
  box: Box
}

/** Where the values of a receipt were read, by field. */
export function marksOf({ evidence }: Pick<Receipt, 'evidence'>): Mark[] {
  return Object.entries(evidence).flatMap(([key, found]) =>
    found?.by === 'reader' ? [{ key, fileId: found.fileId, page: found.page, box: found.box }] : [],
  )
}
