import type { Stack } from 'aws-cdk-lib'
import type { IUserPool } from 'aws-cdk-lib/aws-cognito'
import { Effect, ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Tables } from './tables.ts'

interface Resources {
  pool: IUserPool
  tables: Tables
  bucket: IBucket
}

/** What a running server may do: exactly what its adapters call, on its own resources. */
export function taskRole(stack: Stack, { pool, tables, bucket }: Resources) {
  const policy = new ManagedPolicy(stack, 'ServerPolicy', {
    description: 'What the running Malaysian Tax Tracker may do',
  })
  const role = new Role(stack, 'TaskRole', {
    description: 'The running Malaysian Tax Tracker',
    assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
    managedPolicies: [policy],
  })
  const allow = (sid: string, actions: string[], ...resources: string[]) =>
    policy.addStatements(new PolicyStatement({ sid, effect: Effect.ALLOW, actions, resources }))

  const { receipts, revokedTokens, taxpayers } = tables
  allow(
    'Receipts',
    ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem'].map((name) => `dynamodb:${name}`),
    receipts.tableArn,
  )
  allow('ReceiptLists', ['dynamodb:Query'], `${receipts.tableArn}/index/*`)
  // Without the right to delete: a revoked token stays revoked.
  allow('BlacklistTokens', ['dynamodb:Query', 'dynamodb:UpdateItem'], revokedTokens.tableArn)
  allow(
    'Taxpayers',
    ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'].map((name) => `dynamodb:${name}`),
    taxpayers.tableArn,
  )
  // At start and for readiness: whether all that is needed exists.
  allow(
    'CheckTables',
    ['dynamodb:DescribeTable'],
    ...[receipts, revokedTokens, taxpayers].map((t) => t.tableArn),
  )
  allow('CheckExpiry', ['dynamodb:DescribeTimeToLive'], revokedTokens.tableArn, taxpayers.tableArn)
  allow(
    'Files',
    [
      's3:GetObject',
      's3:PutObject',
      's3:DeleteObject',
      's3:DeleteObjectVersion',
      's3:GetObjectRetention',
      // Without the right to bypass governance, a retention can only be extended.
      's3:PutObjectRetention',
    ],
    bucket.arnForObjects('*'),
  )
  allow('ListFiles', ['s3:ListBucket', 's3:ListBucketVersions'], bucket.bucketArn)
  // Textract has no resource types (Service Authorization Reference, Amazon Textract).
  allow('Read', ['textract:AnalyzeExpense'], '*')
  allow('SignOutEverywhere', ['cognito-idp:AdminUserGlobalSignOut'], pool.userPoolArn)
  return { role, policy }
}
