import { setTimeout as wait } from 'node:timers/promises'
import type { Check, Finding } from './finding.ts'

export type Examined = Finding & { topic: string }

/** A service that does not answer must not hold up the rest. */
const PATIENCE_MS = 60_000

/** Runs all checks at once; one that fails in itself is a finding too. In the order of the checks. */
export async function examine(checks: Check[]): Promise<Examined[]> {
  const found = await Promise.all(
    checks.map(async (check) =>
      (await patiently(check)).map((finding) => ({ topic: check.topic, ...finding })),
    ),
  )
  return found.flat()
}

async function patiently({ run }: Check): Promise<Finding[]> {
  const stop = new AbortController()
  const late = wait(PATIENCE_MS, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`no answer within ${PATIENCE_MS / 1000} s`)
  })
  late.catch(() => {})
  try {
    return await Promise.race([run(), late])
  } catch (error) {
    const { name, message } = error as Error
    return [
      {
        state: 'broken',
        said: `could not be checked: ${message || name}`,
        mend: 'look at what the sentence before names, then run the doctor again',
      },
    ]
  } finally {
    stop.abort()
  }
}
