/** What may be left of a person beside receipts, whichever room wrote it. */
export interface ResidualData {
  /** Removes all of it but items whose names begin with one of `spared`. */
  remove(userId: string, spared: string[]): Promise<void>
}
