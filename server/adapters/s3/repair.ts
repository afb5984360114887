import {
  type BucketLocationConstraint,
  CreateBucketCommand,
  PutBucketEncryptionCommand,
  PutBucketVersioningCommand,
  PutObjectLockConfigurationCommand,
  PutPublicAccessBlockCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import type { Finding } from '../../finding.ts'
import type { RepairPlan, RepairStep } from '../../operations/doctor/repair.ts'
import { blockPublicAccess, encryptByDefault } from './commands.ts'
import { type BucketFindings, checkingClient, inspectBucket } from './diagnose.ts'
import type { ObjectLock } from './hold.ts'

/** What is missing of the bucket and its settings. Its policy is never changed. */
export async function planBucket(
  region: string,
  bucket: string,
  lock: ObjectLock | undefined,
): Promise<RepairPlan> {
  const found = await inspectBucket(region, bucket, lock)
  const isWrong = (finding: Finding | undefined) => finding !== undefined && finding.severity !== 'ok'
  if (isWrong(found.exists) && !found.isMissing) return { steps: [], manual: [found.exists] }

  const changes = changesOf(region, bucket, lock)
  const needed = found.isMissing
    ? [changes.create, changes.encryption, changes.publicAccess, changes.versioning]
    : settingsOf(found).flatMap(([name, finding]) => (isWrong(finding) ? [changes[name]] : []))
  const steps = needed.map(({ action, cost, run }): RepairStep => {
    return { resource: `bucket ${bucket}`, action, cost, run: () => withClient(region, run) }
  })
  const manual = found.policy?.severity === 'error' ? [found.policy] : []
  return { steps, manual }
}

const settingsOf = ({ encryption, publicAccess, versioning, objectLock }: BucketFindings) =>
  [
    ['encryption', encryption],
    ['publicAccess', publicAccess],
    // Object Lock needs versioning.
    ['versioning', versioning],
    ['objectLock', objectLock?.severity === 'error' ? objectLock : undefined],
  ] as const

interface Change {
  action: string
  cost: string
  run(client: S3Client): Promise<unknown>
}

const changesOf = (region: string, Bucket: string, lock: ObjectLock | undefined) =>
  ({
    create: {
      action: `create it in ${region}${lock ? ' with Object Lock' : ''}`,
      cost: 'no cost while empty',
      run: (client) => client.send(new CreateBucketCommand(creation(region, Bucket, lock))).catch(unlessOurs),
    },
    encryption: {
      action: 'encrypt new objects by default (AES256)',
      cost: 'no cost',
      run: (client) =>
        client.send(
          new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: encryptByDefault }),
        ),
    },
    publicAccess: {
      action: 'block public access',
      cost: 'no cost',
      run: (client) =>
        client.send(
          new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: blockPublicAccess }),
        ),
    },
    versioning: {
      action: 'keep older versions of objects',
      cost: 'the storage of deleted and replaced objects, until a lifecycle rule removes them',
      run: (client) =>
        client.send(
          new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }),
        ),
    },
    objectLock: {
      action: 'enable Object Lock, which cannot be disabled again',
      cost: 'the storage of retained objects',
      run: (client) =>
        client.send(
          new PutObjectLockConfigurationCommand({
            Bucket,
            ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled' },
          }),
        ),
    },
  }) satisfies Record<string, Change>

function creation(region: string, Bucket: string, lock: ObjectLock | undefined) {
  // us-east-1 is the default, and must not be named.
  const LocationConstraint = region as BucketLocationConstraint
  return {
    Bucket,
    ObjectLockEnabledForBucket: lock !== undefined,
    ...(region !== 'us-east-1' && { CreateBucketConfiguration: { LocationConstraint } }),
  }
}

function unlessOurs(error: Error) {
  if (error.name !== 'BucketAlreadyOwnedByYou') throw error
}

async function withClient(region: string, run: Change['run']) {
  const client = checkingClient(region)
  try {
    await run(client)
  } finally {
    client.destroy()
  }
}
