/** What is stored about a person besides receipts, whichever module wrote it. */
export interface ResidualData {
  /** Removes it, except items whose keys begin with one of `spared`. */
  remove(userId: string, spared: string[]): Promise<void>
}
