import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { GetObjectCommand, HeadBucketCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { v4 as uuid } from 'uuid'
import { asStorageError, isTransient } from '../../aws/failures.ts'
import { type Attempt, type Progress, type RetryPolicy, withRetries } from '../../aws/retry.ts'
import { StorageIncompleteError, storageError } from '../../errors.ts'
import type { FileStore } from '../../receipts/ports.ts'
import { bucketProblem, elsewhere } from './bucket-problem.ts'
import { contentType } from './content-type.ts'
import { hold, type ObjectLock } from './hold.ts'
import { listKeys } from './list-keys.ts'
import { removeVersions } from './remove-versions.ts'

export interface S3FileStoreOptions {
  client: S3Client
  region: string
  bucket: string
  /** How the originals of confirmed receipts are retained; undefined: they are not. */
  objectLock?: ObjectLock | undefined
  /** A local folder for files that native code reads. */
  scratch: string
  retryPolicy?: RetryPolicy
}

/** A person waits for their upload. The time of an attempt begins anew with each part of a file that is sent. */
const RETRY_POLICY: RetryPolicy = { budget: 6_000, attempt: 3_000 }

/** A call that follows a failed one, such as the removal of what was not stored, must not wait as long again. */
const WHILE_DOWN: RetryPolicy = { budget: 1_000, attempt: 1_000 }
const DOWN_MS = 5_000

/** Bytes that are handed to the socket at a time. */
const PART = 65_536

/** Keys consist of ids made by the server; anything else is a bug. */
const KEY = /^[\w~-]+(\/[\w-][\w.-]*)+$/
/** Keys and folders that may be removed as a whole. */
const FOLDER = /^[\w~-]+(\/[\w-][\w.-]*)*$/

/** Files as objects under their keys: private, encrypted, and uploaded with a SHA-256 that S3 verifies. */
export function createS3FileStore({
  client,
  region,
  bucket,
  objectLock,
  scratch,
  retryPolicy = RETRY_POLICY,
}: S3FileStoreOptions): FileStore {
  let downUntil = 0

  async function call<T>(operation: Attempt<T>): Promise<T> {
    try {
      const isDown = performance.now() < downUntil
      const answer = await withRetries(isDown ? shorter(retryPolicy, WHILE_DOWN) : retryPolicy, operation)
      downUntil = 0
      return answer
    } catch (error) {
      if (isTransient(error)) downUntil = performance.now() + DOWN_MS
      throw storageError(asStorageError('S3', error))
    }
  }

  async function put(key: string, bytes: Uint8Array) {
    const input = {
      Bucket: bucket,
      Key: checked(key),
      ContentLength: bytes.length,
      ContentType: contentType(bytes),
      ChecksumSHA256: createHash('sha256').update(bytes).digest('base64'),
      ServerSideEncryption: 'AES256' as const,
    }
    await call((abortSignal, progress) => {
      const Body = Readable.from(partsOf(bytes, progress), { objectMode: false })
      return client.send(new PutObjectCommand({ ...input, Body }), { abortSignal })
    })
  }

  async function get(key: string, abortSignal: AbortSignal, range?: { start: number; end: number }) {
    const Range = range && `bytes=${range.start}-${range.end}`
    try {
      const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: checked(key), Range }), {
        abortSignal,
      })
      return { stream: answer.Body as Readable, bytes: sizeOf(answer) }
    } catch (error) {
      if ((error as Error).name === 'NoSuchKey') return undefined
      throw error
    }
  }

  return {
    keep: async (key, path) => put(key, await readFile(path)),
    write: put,
    async copy(from, to) {
      const bytes = await call(async (signal) => {
        const found = await get(from, signal)
        return found && buffer(found.stream)
      })
      if (bytes) await put(to, bytes)
      return bytes !== undefined
    },

    open: (key, range) => call((signal) => get(key, signal, range)),

    async local(key) {
      const path = join(scratch, uuid())
      const release = () => rm(path, { force: true })
      try {
        const found = await call(async (signal) => {
          const object = await get(key, signal)
          if (object) await pipeline(object.stream, createWriteStream(path, { mode: 0o600 }), { signal })
          return object
        })
        return found && { path, release }
      } catch (error) {
        await release()
        throw error
      }
    },

    list: (folder) => listKeys(client, call, { bucket, folder: checked(folder, FOLDER) }),

    removeAll: async (key) => removeVersions(client, call, { bucket, key: checked(key, FOLDER) }),

    lockUntil: objectLock
      ? (key, day) =>
          call((signal) => hold(client, { bucket, key: checked(key), lock: objectLock }, day, signal))
      : null,

    async check() {
      const head = new HeadBucketCommand({ Bucket: bucket })
      const { BucketRegion = region } = await call((abortSignal) => client.send(head, { abortSignal })).catch(
        (error) => {
          const problem = bucketProblem(error.cause, region, bucket)
          throw problem ? new StorageIncompleteError([problem]) : error
        },
      )
      if (BucketRegion !== region) throw new StorageIncompleteError([elsewhere(bucket, BucketRegion, region)])
    },
  }
}

/** Each part is asked for once the socket has room for it. */
function* partsOf(bytes: Uint8Array, progress: Progress) {
  for (let at = 0; at < bytes.length; at += PART) {
    progress()
    yield bytes.subarray(at, at + PART)
  }
}

const shorter = (one: RetryPolicy, other: RetryPolicy): RetryPolicy => ({
  budget: Math.min(one.budget, other.budget),
  attempt: Math.min(one.attempt, other.attempt),
})

function checked(key: string, shape = KEY) {
  if (!shape.test(key)) throw new Error('not a file key')
  return key
}

/** Size of the whole object, also when only a range was requested. */
function sizeOf({ ContentRange, ContentLength }: { ContentRange?: string; ContentLength?: number }) {
  return Number(ContentRange?.split('/')[1] ?? ContentLength)
}
