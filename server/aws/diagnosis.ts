import { broken, type Finding, warning } from '../operations/doctor/finding.ts'

/** Seconds a doctor waits, as options of an SDK client. */
export const IMPATIENT = {
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
 * Why something could not be asked, where that is not the thing's own fault.
 * @param what that was asked for
 * @param action of IAM that the question needs
 */
export function couldNotAsk(error: unknown, what: string, action: string): Finding {
  const { name, code = '', message } = error as Failure
  if (name === 'CredentialsProviderError') {
    const mend = 'aws sso login and AWS_PROFILE, or AWS_ACCESS_KEY_ID in the shell, or a role for the machine'
    return broken(`${what}: there are no AWS credentials`, mend)
  }
  if (NOT_ACCEPTED.has(name)) {
    const mend = 'aws sts get-caller-identity says whose they are; sign in anew, and look at the clock'
    return broken(`${what}: the AWS credentials are not accepted (${name})`, mend)
  }
  if (isRefused(error)) {
    return warning(`${what}: this role may not ask`, `allow ${action}, or look in the console`)
  }
  if (UNREACHABLE.has(code) || name === 'TimeoutError') {
    return broken(
      `${what}: it cannot be reached (${code || name})`,
      'look at the region, at the network and at AWS_ENDPOINT_URL variables',
    )
  }
  return broken(`${what}: ${name}: ${message}`, `look at what ${name} means, then run the doctor again`)
}
