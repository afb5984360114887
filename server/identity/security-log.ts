import type { Log } from '../log.ts'

/**
 * Every event of the security log, with the level of its line. docs/security.md says what each means, and a test
 * compares the two.
 */
export const securityEvents = {
  account_created: 'info',
  sign_in_succeeded: 'info',
  sign_in_failed: 'warn',
  sign_in_throttled: 'warn',
  session_started: 'info',
  session_ended: 'info',
  refresh_token_reused: 'warn',
  reauthentication_failed: 'warn',
  password_reset: 'info',
  password_changed: 'info',
  email_changed: 'info',
  second_factor_added: 'info',
  second_factor_removed: 'info',
  second_factor_failed: 'warn',
  recovery_codes_created: 'info',
  request_refused: 'warn',
} as const satisfies Record<string, 'info' | 'warn'>

export type SecurityEvent = keyof typeof securityEvents

/** What a person proves who they are with. */
export type SignInMethod = 'password' | 'passkey' | 'totp' | 'recovery_code'

/** Who and from where. Never what somebody typed: people type passwords into the field of their address. */
export interface SecurityDetails {
  /** The account's id, the `sub` of its tokens; absent where nobody knows it. */
  account?: string | undefined
  /** Where the request came from, as `networkOf` of server/http/network.ts writes it; absent where there was none. */
  network?: string | undefined
  /** What was accepted, or changed. */
  methods?: readonly SignInMethod[] | undefined
  /** Why, as a word of the code in snake_case. */
  reason?: string | undefined
  /** What of the end of a session could not be done. */
  notDone?: readonly string[] | undefined
  /** The status of a refused request. */
  status?: number | undefined
  /** Its method and the pattern of its path, without ids. */
  route?: string | undefined
  /** How many like it were not written since the line before. */
  more?: number | undefined
}

export type SecurityLog = ReturnType<typeof createSecurityLog>

/** The lines about who signs in and what is refused, among those of the log: all of them have `"security":true`. */
export function createSecurityLog(log: Log) {
  return {
    record(event: SecurityEvent, details: SecurityDetails) {
      log[securityEvents[event]]({ security: true, event, ...details })
    },
  }
}

/** The codes of an error, without anything a provider's answer or a token says about a person. */
export function reasonOf(error: unknown): string {
  const { code, cause } = error as {
    code?: unknown
    cause?: { code?: unknown; error?: unknown; name?: unknown }
  }
  return [code, cause?.code ?? cause?.name, cause?.error].filter((part) => typeof part === 'string').join(' ')
}
