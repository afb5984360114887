import { createInterface } from 'node:readline/promises'

export type Asker = (question: string) => Promise<boolean>

/** Asks a question with yes or no; undefined where nobody sits at a terminal, so that no script waits for an answer. */
export function asker(): Asker | undefined {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined
  return async (question) => {
    const terminal = createInterface({ input: process.stdin, output: process.stderr })
    try {
      return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim())
    } finally {
      terminal.close()
    }
  }
}
