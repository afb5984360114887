import { setTimeout as wait } from 'node:timers/promises'
import type { Check, Finding } from '../../finding.ts'

export type Examined = Finding & { topic: string }

/** One service that does not answer must not hold up the other checks. */
const TIMEOUT_MS = 60_000
/** A million receipts. */
const LONG_TIMEOUT_MS = 3_600_000

/** Runs all checks at once and returns their findings in the order of the checks. A check that throws is a finding too. */
export async function examine(checks: Check[]): Promise<Examined[]> {
  const found = await Promise.all(
    checks.map(async (check) =>
      (await runWithTimeout(check)).map((finding) => ({ topic: check.topic, ...finding })),
    ),
  )
  return found.flat()
}

async function runWithTimeout({ run, isLong }: Check): Promise<Finding[]> {
  const stop = new AbortController()
  const limit = isLong ? LONG_TIMEOUT_MS : TIMEOUT_MS
  const late = wait(limit, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`no answer within ${limit / 1000} s`)
  })
  late.catch(() => {})
  try {
    return await Promise.race([run(), late])
  } catch (error) {
    const { name, message } = error as Error
    return [
      {
        severity: 'error',
        message: `the check failed: ${message || name}`,
        fix: 'fix what the message names, then run the doctor again',
      },
    ]
  } finally {
    stop.abort()
  }
}
