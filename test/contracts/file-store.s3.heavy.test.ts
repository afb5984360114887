import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { HeadObjectCommand } from '@aws-sdk/client-s3'
import type { ObjectLock } from '../../server/adapters/s3/hold.ts'
import { openS3Files } from '../../server/adapters/s3/index.ts'
import type { RetryPolicy } from '../../server/aws/retry.ts'
import type { FileStore } from '../../server/receipts/ports.ts'
import { LONG_RETRIES, REGION } from '../support/aws.ts'
import { picture } from '../support/receipts.ts'
import { startS3, type TestS3 } from '../support/s3.ts'
import { fileStoreContract } from './file-store.ts'

let s3: TestS3
before(async () => {
  s3 = await startS3()
})
after(() => s3.close())

async function withFiles(
  use: (files: FileStore, bucket: string) => Promise<void>,
  options: {
    versioned?: boolean
    locked?: boolean
    bucket?: string
    objectLock?: ObjectLock
    retryPolicy?: RetryPolicy
  } = {},
) {
  const bucket = options.bucket ?? (await s3.createBucket(options))
  const scratch = await mkdtemp(join(tmpdir(), 's3-'))
  const { retryPolicy = LONG_RETRIES, objectLock } = options
  const { files, close } = openS3Files({ region: REGION, bucket, objectLock, scratch, retryPolicy })
  try {
    await use(files, bucket)
    assert.deepEqual(await readdir(scratch), [])
  } finally {
    close()
    await rm(scratch, { recursive: true })
  }
}

fileStoreContract('S3', (use) => withFiles(use))
fileStoreContract('S3 with versions', (use) => withFiles(use, { versioned: true }))

test('in a versioned bucket removal leaves no version behind', () =>
  withFiles(
    async (files, bucket) => {
      for (const text of ['one', 'two']) await files.write('ana/r1/f1', Buffer.from(text))
      await files.write('ana/r2/f1', Buffer.from('other'))
      await files.removeAll('ana/r1')
      assert.deepEqual(await s3.versions(bucket), ['ana/r2/f1'])
    },
    { versioned: true },
  ))

describe('in a bucket with Object Lock', () => {
  const locked = { locked: true, objectLock: 'governance' } as const
  // Asked for an object's retention, moto gives the object.
  const skip = process.env.AWS_ENDPOINT_URL_S3 ? 'not every engine tells a retention' : false

  test('a file is held until the day is over in Malaysia, and only ever longer', { skip }, () =>
    withFiles(async (files, bucket) => {
      await files.write('ana/r1/f1', Buffer.from('a picture'))
      assert.equal(await s3.retention(bucket, 'ana/r1/f1'), undefined)
      const until = async (day: string) => {
        await files.lockUntil?.('ana/r1/f1', day)
        return s3.retention(bucket, 'ana/r1/f1')
      }
      const held = { mode: 'GOVERNANCE', until: '2033-12-31T16:00:00.000Z' }
      assert.deepEqual(await until('2033-12-31'), held)
      assert.deepEqual(await until('2032-12-31'), held)
      assert.deepEqual(await until('2034-12-31'), { ...held, until: '2034-12-31T16:00:00.000Z' })
      await files.lockUntil?.('ana/r1/gone', '2033-12-31')
    }, locked),
  )

  test('what is held against everybody is never held less', { skip }, () =>
    withFiles(
      async (files, bucket) => {
        await files.write('ana/r1/f1', Buffer.from('a picture'))
        await files.lockUntil?.('ana/r1/f1', '2033-12-31')
        await withFiles((governed) => governed.lockUntil?.('ana/r1/f1', '2034-12-31') ?? assert.fail(), {
          bucket,
          objectLock: 'governance',
        })
        const held = { mode: 'COMPLIANCE', until: '2034-12-31T16:00:00.000Z' }
        assert.deepEqual(await s3.retention(bucket, 'ana/r1/f1'), held)
      },
      { ...locked, objectLock: 'compliance' },
    ),
  )

  test('removal takes what is not held, and says until when the rest stays', { skip }, () =>
    withFiles(async (files, bucket) => {
      for (const key of ['ana/r1/f1', 'ana/r1/f1.text', 'ana/r1/f2']) await files.write(key, Buffer.from(key))
      await files.lockUntil?.('ana/r1/f1', '2033-12-31')
      await files.lockUntil?.('ana/r1/f2', '2034-12-31')
      assert.deepEqual(await files.removeAll('ana/r1'), new Date('2034-12-31T16:00:00Z'))
      assert.deepEqual(await s3.versions(bucket), ['ana/r1/f1', 'ana/r1/f2'])
      assert.equal(await files.removeAll('ana/r2'), null)
    }, locked),
  )

  test('removal asks again for what failed, and not for all that is held', (context) => {
    const { trouble } = s3
    if (!trouble) return context.skip('only a stand-in makes trouble')
    context.after(() => trouble.splice(0))
    return withFiles(async (files) => {
      for (let n = 0; n < 30; n++) {
        await files.write(`ana/r${n}/f1`, Buffer.from('a picture'))
        await files.lockUntil?.(`ana/r${n}/f1`, '2033-12-31')
      }
      for (let n = 1; n <= 100; n++) trouble.push(n % 10 === 0 ? 'unavailable' : 'nothing')
      assert.deepEqual(await files.removeAll('ana'), new Date('2033-12-31T16:00:00Z'))
      // A list, a removal, 30 retentions, and the three of these that failed.
      assert.equal(100 - trouble.splice(0).length, 35)
    }, locked)
  })

  test('without the setting nothing is held', () =>
    withFiles(async (files) => assert.equal(files.lockUntil, null), { locked: true }))
})

// That each put carries a fitting SHA-256 and asks for encryption, the stand-in demands.
test('an object is encrypted and of the type its bytes show', () =>
  withFiles(async (files, bucket) => {
    await files.write('ana/r1/f1', await picture())
    const head = await s3.client.send(new HeadObjectCommand({ Bucket: bucket, Key: 'ana/r1/f1' }))
    assert.deepEqual([head.ContentType, head.ServerSideEncryption], ['image/jpeg', 'AES256'])
  }))

test('a bucket that is not there is a storage error', () =>
  withFiles(
    async (files) => {
      await assert.rejects(files.check(), { name: 'StorageIncompleteError' })
      await assert.rejects(files.write('ana/r1/f1', Buffer.from('x')), { name: 'StorageUnavailableError' })
      await assert.rejects(files.open('ana/r1/f1'), { name: 'StorageUnavailableError' })
    },
    { bucket: 'no-such-bucket' },
  ))

test('what fails for a moment is tried again, what lasts is a storage error', async (context) => {
  const { trouble } = s3
  if (!trouble) return context.skip('only a stand-in makes trouble')
  context.after(() => trouble.splice(0))
  // Each attempt has longer than a slow machine takes, and one that hangs is given up.
  const retryPolicy = { budget: LONG_RETRIES.budget, attempt: 3_000 }
  await withFiles(
    async (files) => {
      trouble.push('unavailable', 'break off', 'hang', 'slow down')
      await files.write('ana/r1/f1', Buffer.from('x'))
      trouble.push('break off', 'unavailable')
      const local = await files.local('ana/r1/f1')
      await local?.release()
    },
    { retryPolicy },
  )
  await withFiles(
    async (files) => {
      trouble.push(...Array(200).fill('slow down'))
      await assert.rejects(files.write('ana/r1/f1', Buffer.from('y')), { name: 'StorageUnavailableError' })
    },
    { retryPolicy: { ...LONG_RETRIES, budget: 300 } },
  )
  trouble.length = 0
})
