import type { Finding } from './finding.ts'
import type { Text } from './language.ts'

/**
 * Why a request is refused: a stable code for clients; the text of a Refusal is for people. Only http/problems.ts turns
 * them into HTTP answers.
 */
export type RefusalCode =
  | 'bad_request'
  | 'validation_failed'
  | 'content_type_unsupported'
  | 'unauthenticated'
  | 'duplicate_cookie'
  | 'invalid_token'
  | 'sign_in_failed'
  | 'cross_site_request'
  | 'other_person'
  | 'misdirected'
  | 'not_found'
  | 'method_not_allowed'
  | 'version_required'
  | 'version_conflict'
  | 'wrong_state'
  | 'record_damaged'
  | 'confirmation_needed'
  | 'proof_needed'
  | 'proof_refused'
  | 'wrong_code'
  | 'passkey_refused'
  | 'currency_unconfirmed'
  | 'being_erased'
  | 'file_missing'
  | 'file_empty'
  | 'file_too_large'
  | 'file_unsupported'
  | 'file_damaged'
  | 'file_not_evidence'
  | 'paper_needed'
  | 'file_locked'
  | 'wrong_password'
  | 'too_many_pixels'
  | 'too_many_pages'
  | 'too_many_files'
  | 'idempotency_key_reused'
  | 'idempotency_key_in_use'
  | 'range_not_satisfiable'
  | 'request_timeout'
  | 'headers_too_large'
  | 'too_many_requests'
  | 'storage_full'
  | 'storage_unavailable'
  | 'storage_incomplete'
  | 'storage_newer'
  | 'identity_unavailable'
  | 'reading_unavailable'
  | 'record_invalid'

/** What is wrong with a value of a request; never the value. */
export interface ValueError {
  /** JSON pointer. */
  path: string
  message: Text
}

interface RefusalOptions {
  errors?: readonly ValueError[]
  extra?: Record<string, unknown>
  retryAfter?: number
  cause?: unknown
}

export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: RefusalCode
  /** What a person reads. `message` is the English one. */
  readonly detail: Text
  /** What is wrong with single values. */
  readonly errors: readonly ValueError[] | undefined
  /** Further members of the problem document, e.g. the current version. Never secrets or receipt text. */
  readonly extra: Record<string, unknown>
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined

  constructor(code: RefusalCode, detail: Text, options: RefusalOptions = {}) {
    super(detail.en, { cause: options.cause })
    this.detail = detail
    this.errors = options.errors
    this.code = code
    this.extra = options.extra ?? {}
    this.retryAfter = options.retryAfter
  }
}

/** The disk or the database has no room left. Nothing was stored. */
export class StorageFullError extends Error {
  override name = 'StorageFullError'
}

/** The disk or the database cannot be read or written at the moment. */
export class StorageUnavailableError extends Error {
  override name = 'StorageUnavailableError'
}

/**
 * A record does not fit the schema it would be read with: a defect of this program. Nothing was stored. Names members
 * only, never values.
 */
export class InvalidRecordError extends Error {
  override name = 'InvalidRecordError'
  readonly kind: string
  /** Paths of the members that do not fit, such as `files.0.width`. */
  readonly members: string[]
  constructor(kind: string, members: string[]) {
    super(`a ${kind} was not stored: ${members.join(', ')} would not be readable`)
    this.kind = kind
    this.members = members
  }
}

/** A stored record cannot be read. It concerns this record only, and its files are kept. Names members only, never values. */
export class DamagedRecordError extends Error {
  override name = 'DamagedRecordError'
  readonly kind: string
  readonly id: string
  /** Paths of what cannot be read. */
  readonly members: string[]
  constructor(kind: string, id: string, members: string[], options?: { cause: unknown }) {
    super(`a stored ${kind} cannot be read: ${members.join(', ')}`, options)
    this.kind = kind
    this.id = id
    this.members = members
  }
}

/** Stored data has a newer format than this release reads. It was not changed. */
export class StorageNewerError extends Error {
  override name = 'StorageNewerError'
}

/** Tables, indexes or the bucket are missing, or are not set up as this release needs them. */
export class StorageIncompleteError extends Error {
  override name = 'StorageIncompleteError'
  /** What is missing, each with the command that adds it. */
  readonly findings: readonly Finding[]

  constructor(findings: readonly Finding[]) {
    super(findings.map(({ message }) => message).join('; '))
    this.findings = findings
  }
}

const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const NO_ACCESS = new Set(['EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE', 'ENFILE', 'ENODEV', 'ESTALE'])

/** A failed file operation as one of the two errors above, where it is one. */
export function storageError(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? ''
  if (NO_ROOM.has(code)) return new StorageFullError('no space left for files', { cause: error })
  if (NO_ACCESS.has(code)) return new StorageUnavailableError('files cannot be written', { cause: error })
  return error
}
