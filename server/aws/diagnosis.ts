import { type Finding, failure, warning } from '../finding.ts'

/** SDK client options of a check: a few seconds, one retry. */
export const CHECK_OPTIONS = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
}

const NOT_ACCEPTED = new Set([
  'UnrecognizedClientException',
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'ExpiredToken',
  'ExpiredTokenException',
  'MissingAuthenticationTokenException',
])
const UNREACHABLE = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ETIMEDOUT', 'ECONNRESET'])

interface Failure extends NodeJS.ErrnoException {
  $metadata?: { httpStatusCode?: number }
}

export const isRefused = (error: unknown) => {
  const { name, $metadata } = error as Failure
  return name.startsWith('AccessDenied') || name === 'Forbidden' || $metadata?.httpStatusCode === 403
}

/**
 * The finding for a check that AWS did not answer: credentials, permissions or the network.
 * @param what the resource or setting that was asked about
 * @param action the IAM action that the request needs
 */
export function couldNotAsk(error: unknown, what: string, action: string): Finding {
  const { name, code = '', message } = error as Failure
  if (name === 'CredentialsProviderError') {
    const fix = 'aws sso login and AWS_PROFILE, or AWS_ACCESS_KEY_ID in the shell, or a role for the machine'
    return failure(`${what}: there are no AWS credentials`, fix)
  }
  if (NOT_ACCEPTED.has(name)) {
    const fix = 'aws sts get-caller-identity shows whose they are; sign in again, and check the clock'
    return failure(`${what}: the AWS credentials are not accepted (${name})`, fix)
  }
  if (isRefused(error)) {
    return warning(`${what}: this role may not read it`, `allow ${action}, or check it in the console`)
  }
  if (UNREACHABLE.has(code) || name === 'TimeoutError') {
    return failure(
      `${what}: it cannot be reached (${code || name})`,
      'check the region, the network and the AWS_ENDPOINT_URL variables',
    )
  }
  return failure(`${what}: ${name}: ${message}`, `fix ${name}, then run the doctor again`)
}
