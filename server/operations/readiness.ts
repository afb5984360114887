import { Refusal, StorageFullError, StorageIncompleteError, StorageNewerError } from '../errors.ts'
import { asRefusal } from '../http/problems.ts'
import type { Text } from '../language.ts'
import { say, type Texts } from '../texts/index.ts'

/** What has to work before receipts can be stored and people recognized. */
export type Part = keyof Texts['readiness']['parts']

/** Rejects where the part does not work. */
export type PartChecks = Record<Part, () => Promise<void>>

/** A load balancer waits a few seconds for an answer, and a person who looks why something fails no longer than two. */
const LIMIT_MS = 1_800

class TooLateError extends Error {
  override name = 'TooLateError'
}

/** Checks every part at the same time. One that hangs is asked no second time before it has answered. */
export function createReadiness(checks: PartChecks, limitMs = LIMIT_MS) {
  const running = new Map<Part, Promise<void>>()

  function answerOf(part: Part): Promise<void> {
    const asked = running.get(part)
    if (asked) return asked
    const answer = checks[part]().finally(() => running.delete(part))
    // Nobody may be waiting any more when it fails.
    answer.catch(() => {})
    running.set(part, answer)
    return answer
  }

  /** @throws Refusal that says in words which parts do not work, or what no check expects */
  return async function mustBeReady(): Promise<void> {
    const parts = Object.keys(checks) as Part[]
    const late = Promise.withResolvers<never>()
    late.promise.catch(() => {})
    const timer = setTimeout(() => late.reject(new TooLateError('no answer')), limitMs)
    const results = await Promise.allSettled(
      parts.map((part) => Promise.race([answerOf(part), late.promise])),
    ).finally(() => clearTimeout(timer))
    const failed = parts.flatMap((part, at) => {
      const result = results[at]
      return result?.status === 'rejected' ? [{ part, error: result.reason as unknown }] : []
    })
    if (failed.length > 0) throw refusal(failed)
  }
}

function refusal(failed: { part: Part; error: unknown }[]): unknown {
  // What is said for certain tells more than silence.
  const told = failed.find(({ error }) => !(error instanceof TooLateError))
  const meant = told && asRefusal(told.error)
  const known = meant instanceof Refusal ? meant : undefined
  if (told && !known) return told.error
  const reasons = failed.map(({ part, error }) => reasonOf(part, error))
  return new Refusal(
    known?.code ?? 'storage_unavailable',
    say((_, of) => reasons.map(of).join(' ')),
    { retryAfter: known?.retryAfter ?? 5, cause: known?.cause ?? failed[0]?.error },
  )
}

/** Names the part and what is the matter with it, and nothing that an error of a service says. */
function reasonOf(part: Part, error: unknown): Text {
  return say(({ readiness }) => {
    const name = readiness.parts[part]
    if (error instanceof TooLateError) return readiness.late(name)
    if (error instanceof StorageFullError) return readiness.full(name)
    if (error instanceof StorageIncompleteError) return readiness.incomplete(name)
    if (error instanceof StorageNewerError) return readiness.newer(name)
    return readiness.unreachable(name)
  })
}
