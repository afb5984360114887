/** Does the work of a sub-command, which resolves with its exit status. */
export type Run = (work: () => Promise<number>) => Promise<void>

/** Where help and complaints about the command line go. */
export interface Output {
  out(text: string): void
  err(text: string): void
}
