import { S3Client } from '@aws-sdk/client-s3'
import { createS3FileStore, type S3FileStoreOptions } from './file-store.ts'

/** Where S3 is, the SDK finds out: AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, else the region's own. */
export function openS3Files(options: Omit<S3FileStoreOptions, 'client'> & { region: string }) {
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL } = process.env
  const client = new S3Client({
    region: options.region,
    maxAttempts: 1,
    // Another store than Amazon's rarely has a host name for each bucket.
    forcePathStyle: Boolean(AWS_ENDPOINT_URL_S3 || AWS_ENDPOINT_URL),
    // A stream that stands still is broken off; the call itself has its own time.
    requestHandler: { connectionTimeout: 3_000, socketTimeout: 20_000 },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return { files: createS3FileStore({ ...options, client }), close: () => client.destroy() }
}
