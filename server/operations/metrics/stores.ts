import type { Counter, Histogram } from 'prom-client'
import {
  StorageFullError,
  StorageIncompleteError,
  StorageNewerError,
  StorageUnavailableError,
} from '../../errors.ts'

export interface StoreMeasures {
  seconds: Histogram<'store' | 'call'>
  errors: Counter<'store' | 'call' | 'error'>
}

/** Errors of the storage itself; a version conflict, say, is an answer. */
const FAILURES = [StorageFullError, StorageUnavailableError, StorageIncompleteError, StorageNewerError]

/** The same store, with the time and the failures of each of its calls measured. */
export function watchStore<T extends object>(store: T, measures: StoreMeasures & { name: string }): T {
  const { name, seconds, errors } = measures
  const watched =
    (call: string, method: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => {
      const end = seconds.startTimer({ store: name, call })
      const answer = method.apply(store, args)
      if (!(answer instanceof Promise)) return answer
      return answer
        .catch((error: unknown) => {
          const kind = FAILURES.find((failure) => error instanceof failure)
          if (kind) errors.inc({ store: name, call, error: (error as Error).name })
          throw error
        })
        .finally(() => end())
    }
  return Object.fromEntries(
    Object.entries(store).map(([call, member]) => [
      call,
      typeof member === 'function' ? watched(call, member) : member,
    ]),
  ) as T
}
