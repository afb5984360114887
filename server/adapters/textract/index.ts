import { TextractClient } from '@aws-sdk/client-textract'
import { isThrottled } from '../../aws/failures.ts'
import type { CallOutcome, PageReader } from '../../reading/ports.ts'
import { createCallLimiter } from './limiter.ts'
import { createTextractReader, type TextractReaderOptions } from './reader.ts'

interface TextractOptions extends Omit<TextractReaderOptions, 'client' | 'limiter'> {
  region: string
  /** Calls under way at once. */
  workers: number
  /** Calls that may begin in a second. */
  callsPerSecond: number
  /** Called after each call, repetitions included. */
  onCall?: ((outcome: CallOutcome) => void) | undefined
}

/** The SDK resolves the endpoint: AWS_ENDPOINT_URL_TEXTRACT, else that of the region. */
export function openTextract({
  region,
  workers,
  callsPerSecond,
  onCall,
  ...options
}: TextractOptions): PageReader {
  const client = new TextractClient({ region, maxAttempts: 1 })
  if (onCall) watchCalls(client, onCall)
  const { pause } = options.retryPolicy ?? {}
  const limits = { perSecond: callsPerSecond, atOnce: workers, ...(pause !== undefined && { pause }) }
  return createTextractReader({ ...options, client, limiter: createCallLimiter(limits) })
}

function watchCalls({ middlewareStack }: TextractClient, onCall: (outcome: CallOutcome) => void) {
  middlewareStack.add(
    (next) => async (call) => {
      try {
        const answer = await next(call)
        onCall('ok')
        return answer
      } catch (error) {
        onCall(isThrottled(error) ? 'throttled' : 'failed')
        throw error
      }
    },
    { step: 'initialize', name: 'countCalls' },
  )
}
