/** A file that is missing or differs from the upload. */
export interface Missing {
  /** The file name; for a receipt without a file its day and merchant. */
  name: string
  reason: string
}
