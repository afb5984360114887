import { S3Client } from '@aws-sdk/client-s3'
import { createS3FileStore, type S3FileStoreOptions } from './file-store.ts'

const nothing = () => {}
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing }

/** The SDK finds the endpoint: AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, otherwise the region's own. */
export function openS3Files(options: Omit<S3FileStoreOptions, 'client'>) {
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL } = process.env
  const client = new S3Client({
    region: options.region,
    maxAttempts: 1,
    // Stores other than Amazon's rarely have a host name for each bucket.
    forcePathStyle: Boolean(AWS_ENDPOINT_URL_S3 || AWS_ENDPOINT_URL),
    // Aborts a stalled stream; the call itself has its own time limit.
    requestHandler: { connectionTimeout: 3_000, socketTimeout: 20_000 },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // Every failure reaches the caller; the SDK would print that of an upload as well.
    logger: SILENT,
  })
  return { files: createS3FileStore({ ...options, client }), close: () => client.destroy() }
}
