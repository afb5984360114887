/** A file that is not there, or not as it was uploaded, and why. */
export interface Missing {
  /** The name it would have; of a receipt without a file its day and merchant. */
  name: string
  why: string
}
