import { createPpocrReader, defaultWorkers } from '../adapters/ppocr/index.ts'
import type { RetryPolicy } from '../aws/retry.ts'
import type { Config } from '../config/config.ts'
import type { PageReader, PageTools } from '../reading/ports.ts'

/** Calls of Textract at a time: more than a few a second are throttled. */
const TEXTRACT_CALLS = 4

/** Receipts read at the same time. */
export const concurrency = ({ reader }: Config) =>
  reader.workers ?? (reader.kind === 'textract' ? TEXTRACT_CALLS : defaultWorkers())

export async function openReader(
  config: Config,
  tools: PageTools,
  retryPolicy?: RetryPolicy,
): Promise<PageReader> {
  if (config.reader.kind === 'local') return createPpocrReader({ workers: concurrency(config) })
  const { openTextract } = await import('../adapters/textract/index.ts')
  return openTextract({ region: config.reader.region, tools, ...(retryPolicy && { retryPolicy }) })
}
