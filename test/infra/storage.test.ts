import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { expiringTables, TTL_ATTRIBUTE, tableDefinitions } from '../../server/adapters/dynamodb/tables.ts'
import { deploy, type Json, RESOURCES } from './cloudformation.ts'

const { ofType, only } = deploy(RESOURCES)

describe('the tables', () => {
  const NAMES = { receipts: 'receipts', revokedTokens: 'my-blacklist-token', taxpayers: 'taxpayers' }
  const tables = ofType('AWS::DynamoDB::Table')

  test('have the keys, indexes and projections of the adapter, and are paid by the request', () => {
    const made = tables.map(({ Properties }) => {
      const { TableName, BillingMode, KeySchema, AttributeDefinitions, GlobalSecondaryIndexes } = Properties
      return {
        TableName,
        BillingMode,
        KeySchema,
        AttributeDefinitions,
        ...(GlobalSecondaryIndexes && { GlobalSecondaryIndexes }),
      }
    })
    assert.deepEqual(sorted(made), sorted(tableDefinitions(NAMES)))
  })

  test('remove by themselves what has expired, where the adapter says so', () => {
    for (const { Properties } of tables) {
      const expires = expiringTables(NAMES).includes(String(Properties.TableName))
      const expected = expires ? { AttributeName: TTL_ATTRIBUTE, Enabled: true } : undefined
      assert.deepEqual(Properties.TimeToLiveSpecification, expected, String(Properties.TableName))
    }
  })

  test('can be set back to any second of five weeks, and are not deleted by mistake', () => {
    for (const { Properties, DeletionPolicy, UpdateReplacePolicy } of tables) {
      assert.deepEqual(Properties.PointInTimeRecoverySpecification, { PointInTimeRecoveryEnabled: true })
      assert.equal(Properties.DeletionProtectionEnabled, true)
      assert.deepEqual([DeletionPolicy, UpdateReplacePolicy], ['Retain', 'Retain'])
    }
  })
})

describe('the bucket', () => {
  const bucket = only('AWS::S3::Bucket')

  test('is private, encrypted and outlives the stack with its policy', () => {
    assert.deepEqual(bucket.PublicAccessBlockConfiguration, {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    })
    assert.deepEqual(bucket.OwnershipControls, { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] })
    assert.deepEqual(bucket.BucketEncryption, {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    })
    for (const { DeletionPolicy } of [...ofType('AWS::S3::Bucket'), ...ofType('AWS::S3::BucketPolicy')]) {
      assert.equal(DeletionPolicy, 'Retain')
    }
  })

  test('refuses everybody who comes without TLS 1.2', () => {
    const policy = only('AWS::S3::BucketPolicy')
    const arn = 'arn:aws:made:ap-southeast-5:123456789012:tax-tracker-files8e6940b8-1abc'
    const everything = {
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3:*',
      Resource: [arn, `${arn}/*`],
    }
    assert.deepEqual((policy.PolicyDocument as { Statement: Json }).Statement, [
      { ...everything, Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      { ...everything, Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } },
    ])
  })

  test('keeps versions, and can hold an object without holding all', () => {
    assert.deepEqual(bucket.VersioningConfiguration, { Status: 'Enabled' })
    assert.equal(bucket.ObjectLockEnabled, true)
    assert.equal(bucket.ObjectLockConfiguration, undefined)
    assert.deepEqual(bucket.LifecycleConfiguration, {
      Rules: [
        {
          Status: 'Enabled',
          NoncurrentVersionExpiration: { NoncurrentDays: 90 },
          ExpiredObjectDeleteMarker: true,
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
        },
      ],
    })
  })
})

/** The order of tables, definitions and indexes means nothing; of two keys one is the HASH and the other the RANGE. */
function sorted(json: unknown): unknown {
  if (Array.isArray(json))
    return json.map(sorted).sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b)))
  if (typeof json !== 'object' || json === null) return json
  const entries = Object.entries(json).sort(([a], [b]) => compare(a, b))
  return Object.fromEntries(entries.map(([name, value]) => [name, sorted(value)]))
}

const compare = (a: string, b: string) => (a < b ? -1 : 1)
