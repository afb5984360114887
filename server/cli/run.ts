/** Does the work of a sub-command, which resolves with its exit status. */
export type Run = (work: () => Promise<number>) => Promise<void>

/** Where help and complaints about the command line go. */
export interface Output {
  out(text: string): void
  err(text: string): void
  /** Characters of a line; undefined: as many as the terminal has, else 80. */
  width?: number
}
