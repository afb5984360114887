import { TextractClient } from '@aws-sdk/client-textract'
import type { PageReader } from '../../reading/ports.ts'
import { createTextractReader, type TextractReaderOptions } from './reader.ts'

/** The SDK resolves the endpoint: AWS_ENDPOINT_URL_TEXTRACT, else that of the region. */
export function openTextract({
  region,
  ...options
}: Omit<TextractReaderOptions, 'client'> & { region: string }): PageReader {
  return createTextractReader({ ...options, client: new TextractClient({ region, maxAttempts: 1 }) })
}
