import { StorageUnavailableError } from '../errors.ts'

/** An error of the AWS SDK or of its sockets. */
interface Failure {
  name?: string
  code?: string
  $fault?: 'client' | 'server'
  $retryable?: object
  $metadata?: { httpStatusCode?: number; clockSkewCorrected?: boolean }
  cause?: Failure
}

/** Throttling errors (AWS SDK, "Retry behavior"). */
const THROTTLED = new Set([
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
])
const BROKEN_OFF = new Set([
  'AbortError',
  'TimeoutError',
  'RequestTimeout',
  'RequestTimeoutException',
  'TransientError',
])
const NETWORK = new Set([
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])

export function isThrottled(error: unknown): boolean {
  const { name = '', $metadata } = (error ?? {}) as Failure
  return THROTTLED.has(name) || $metadata?.httpStatusCode === 429
}

/** Whether the same call may succeed a moment later. */
export function isTransient(error: unknown): boolean {
  const { name = '', code = '', $fault, $retryable, $metadata, cause } = (error ?? {}) as Failure
  return (
    isThrottled(error) ||
    $retryable !== undefined ||
    $fault === 'server' ||
    ($metadata?.httpStatusCode ?? 0) >= 500 ||
    $metadata?.clockSkewCorrected === true ||
    BROKEN_OFF.has(name) ||
    NETWORK.has(code) ||
    NETWORK.has(cause?.code ?? '')
  )
}

/** Whether the service or the network failed, rather than this program. */
export function isOfTheService(error: unknown): boolean {
  const { name = '', $metadata } = (error ?? {}) as Failure
  if (name === 'ValidationException') return false
  return isTransient(error) || $metadata !== undefined || name === 'CredentialsProviderError'
}

/** A failure of the service as a StorageUnavailableError; a mistake of this program stays as it is. */
export function asStorageError(service: string, error: unknown): unknown {
  if (!isOfTheService(error)) return error
  const { name } = error as Failure
  return new StorageUnavailableError(`${service} cannot be used just now (${name})`, { cause: error })
}
