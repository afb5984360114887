import { TextractClient } from '@aws-sdk/client-textract'
import type { PageReader } from '../../reading/ports.ts'
import { createTextractReader, type TextractReaderOptions } from './reader.ts'

/** Where Textract is, the SDK finds out: AWS_ENDPOINT_URL_TEXTRACT, else the region's own. */
export function openTextract({
  region,
  ...options
}: Omit<TextractReaderOptions, 'client'> & { region: string }): PageReader {
  return createTextractReader({ ...options, client: new TextractClient({ region, maxAttempts: 1 }) })
}
