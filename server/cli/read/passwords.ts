import { createInterface } from 'node:readline'
import { askHidden } from '../ask-hidden.ts'

/** Milliseconds to wait for standard input that is no terminal: a pipe that nobody writes to would block for ever. */
const PATIENCE_MS = 30_000

/**
 * Asks for the password of each locked file: on the terminal, or the next line of standard input. Never from the command
 * line, which every process can see.
 */
export function createPasswordSource() {
  let lines: AsyncIterator<string> | undefined

  async function nextLine(): Promise<string | undefined> {
    lines ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]()
    const { promise: enough, resolve } = Promise.withResolvers<undefined>()
    const timer = setTimeout(() => resolve(undefined), PATIENCE_MS)
    const next = lines.next().then(({ done, value }) => (done ? undefined : value))
    return Promise.race([next, enough]).finally(() => clearTimeout(timer))
  }

  return {
    /** Undefined: none is given, so the file stays unread. */
    async of(file: string): Promise<string | undefined> {
      const given = process.stdin.isTTY ? await askHidden(`Password of ${file}: `) : await nextLine()
      return given || undefined
    },
    /** Lets the program end although standard input is still open. */
    close: () => void process.stdin.destroy(),
  }
}
