import { ConfigError } from '../config/config.ts'
import { StorageIncompleteError } from '../errors.ts'
import { explain } from '../operations/explain.ts'

/** Something is wrong with how a command was called; the message is the usage. */
export class UsageError extends Error {
  override name = 'UsageError'
}

const EXPECTED = [
  'OperationError',
  'UsageError',
  'DataInUseError',
  'NewerDatabaseError',
  'StorageNewerError',
  'StorageFullError',
  'StorageUnavailableError',
]

/** Runs a command of the shell to its end: its status, and in words why it could not be done. */
export async function runCommand(command: () => Promise<number>) {
  try {
    process.exitCode = await command()
  } catch (error) {
    process.stderr.write(`${inWords(error)}\n`)
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}

function inWords(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StorageIncompleteError) return explain(error)
  const { name, message, stack, errno } = error as NodeJS.ErrnoException
  if (EXPECTED.includes(name)) return message
  // The operating system's own words name the file.
  return errno === undefined ? String(stack ?? message) : message
}

export const print = (line = '') => void process.stdout.write(`${line}\n`)

/** "1 receipt", "2 receipts". */
export const count = (n: number, thing: string) => `${n.toLocaleString('en')} ${thing}${n === 1 ? '' : 's'}`

/** In decimal units, as file managers show it. */
export function size(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  return `${step === 0 ? bytes : (bytes / 1000 ** step).toFixed(1)} ${units[step]}`
}

/** Names of a list that may be long: the first few, and how many more. */
export function some(names: string[], most = 10): string[] {
  const shown = names.slice(0, most).map((name) => `  ${name}`)
  return names.length > most ? [...shown, `  and ${names.length - most} more`] : shown
}
