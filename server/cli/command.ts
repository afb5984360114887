import { ConfigError } from '../config/config.ts'
import { StorageIncompleteError } from '../errors.ts'
import { explain } from '../operations/explain.ts'

/** The command was called incorrectly; the message is the usage. */
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

/** Runs a command, sets the exit status and prints why it failed. */
export async function runCommand(command: () => Promise<number>) {
  try {
    process.exitCode = await command()
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`)
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}

function describe(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StorageIncompleteError) return explain(error)
  const { name, message, stack, errno } = error as NodeJS.ErrnoException
  if (EXPECTED.includes(name)) return message
  // The message of the operating system names the file.
  return errno === undefined ? String(stack ?? message) : message
}

export const print = (line = '') => void process.stdout.write(`${line}\n`)

/** "1 receipt", "2 receipts". */
export const count = (n: number, thing: string) => `${n.toLocaleString('en')} ${thing}${n === 1 ? '' : 's'}`

/** A size in decimal units, as file managers show it. */
export function size(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  return `${step === 0 ? bytes : (bytes / 1000 ** step).toFixed(1)} ${units[step]}`
}

/** The first names of a list that may be long, and how many more there are. */
export function some(names: string[], max = 10): string[] {
  const shown = names.slice(0, max).map((name) => `  ${name}`)
  return names.length > max ? [...shown, `  and ${names.length - max} more`] : shown
}
