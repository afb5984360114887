import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3'

/** Long enough to notice that originals were removed by mistake or by somebody else. */
const UNDO = Duration.days(90)

export function filesBucket(stack: Stack): Bucket {
  const bucket = new Bucket(stack, 'Files', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    // Can only be switched on with the bucket. How long an object is held is set on the object: a bucket's default
    // would hold back what a person has a right to see erased.
    objectLockEnabled: true,
    lifecycleRules: [
      {
        noncurrentVersionExpiration: UNDO,
        expiredObjectDeleteMarker: true,
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
    removalPolicy: RemovalPolicy.RETAIN,
  })
  // The bucket outlives the stack, and so does what it refuses.
  bucket.policy?.applyRemovalPolicy(RemovalPolicy.RETAIN)
  return bucket
}
