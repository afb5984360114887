import type { StoredFormat } from '../adapters/dynamodb/format.ts'
import type { Database } from '../adapters/sqlite/database.ts'
import type { RetryPolicy } from '../aws/retry.ts'
import type { Timings } from '../changes/index.ts'
import type { Clock } from '../clock.ts'
import type { RevokedTokens } from '../identity/ports.ts'
import type { Law } from '../law/law.ts'
import type { Log } from '../log.ts'
import type { PageReader, PageTools } from '../reading/ports.ts'
import type { ChildPool } from '../reading/workers/pool.ts'
import type { FileStore } from '../receipts/ports.ts'

/** What tests and commands put in place of the server's. */
export interface Overrides {
  clock?: Clock
  log?: Log
  /** The law in place of the one in the data files, such as that of a year to come. */
  law?: Law
  reader?: PageReader
  tools?: PageTools
  /** Does what child processes do with pages. */
  pagePool?: ChildPool
  /** Does what a child process does to make documents. */
  documentPool?: ChildPool
  /** Wraps the file store, e.g. with one whose disk is full. */
  files?: (real: FileStore) => FileStore
  /** Wraps the revoked tokens, e.g. with ones nobody can reach. */
  revokedTokens?: (real: RevokedTokens) => RevokedTokens
  /** Is handed the real database of local storage, e.g. to make it full. */
  database?: (db: Database) => void
  /** How long a call to AWS is retried before it fails. */
  awsRetryPolicy?: RetryPolicy
  /** The formats of stored items that this process reads and writes, e.g. those of the next release. */
  storedFormat?: StoredFormat
  /** Milliseconds a plain upload waits for its reading. */
  waitMs?: number
  /** Milliseconds between looks at how much work waits. */
  backlogMs?: number
  /** How often streams of changes look, check and send. */
  changeTimings?: Partial<Timings>
  /** log2 of scrypt's N. */
  passwordCost?: number
}
