import { ConfigError } from '../config/config.ts'
import { StorageIncompleteError } from '../errors.ts'
import { explain } from '../operations/explain.ts'

/** Errors whose message is for the person at the terminal. */
const EXPECTED = [
  'OperationError',
  'UsageError',
  'DataInUseError',
  'NewerDatabaseError',
  'DatabaseLostError',
  'StorageNewerError',
  'StorageFullError',
  'StorageUnavailableError',
]

/** Says why a command failed; with the stack only where nobody expected it. */
export function describeFailure(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StorageIncompleteError) return explain(error)
  const { name, message, stack, errno } = error as NodeJS.ErrnoException
  if (EXPECTED.includes(name)) return message
  // The message of the operating system names the file.
  return errno === undefined ? String(stack ?? message) : message
}
