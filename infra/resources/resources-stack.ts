import { Aws, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { backups } from './backups.ts'
import { filesBucket } from './bucket.ts'
import { dotEnv } from './dot-env.ts'
import { imageRepository } from './image-repository.ts'
import { parametersOf } from './parameters.ts'
import { tablesOf } from './tables.ts'
import { taskRole } from './task-role.ts'
import { singlePageClient, userPool, webClient } from './user-pool.ts'

/** What the service's stack needs of this one. */
export type Shared =
  | 'UserPoolId'
  | 'HostedUi'
  | 'SpaClientId'
  | 'BucketName'
  | 'ReceiptTableName'
  | 'BlacklistTokenTableName'
  | 'TaxpayerTableName'
  | 'TaskRoleArn'
  | 'ServerPolicyArn'
  | 'RepositoryArn'
  | 'RepositoryName'

/** People, tables and files: all a server needs, wherever it runs. What it keeps outlives the stack. */
export class ResourcesStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, { ...props, description: 'Malaysian Tax Tracker: user pool, tables, bucket and role' })
    const parameters = parametersOf(this)
    const { pool, hostedUi } = userPool(this, parameters)
    const web = webClient(this, 'WebClient', pool, parameters.publicUrl)
    const spa = singlePageClient(this, pool, parameters.spaUrls)
    const tables = tablesOf(this, parameters.tableNames)
    const bucket = filesBucket(this)
    backups(this, tables)
    const { role, policy } = taskRole(this, { pool, tables, bucket })
    const repository = imageRepository(this)

    const shared: Record<Shared, string> = {
      UserPoolId: pool.userPoolId,
      HostedUi: hostedUi,
      SpaClientId: spa.userPoolClientId,
      BucketName: bucket.bucketName,
      ReceiptTableName: tables.receipts.tableName,
      BlacklistTokenTableName: tables.revokedTokens.tableName,
      TaxpayerTableName: tables.taxpayers.tableName,
      TaskRoleArn: role.roleArn,
      ServerPolicyArn: policy.managedPolicyArn,
      RepositoryArn: repository.repositoryArn,
      RepositoryName: repository.repositoryName,
    }
    for (const [name, value] of Object.entries(shared)) {
      new CfnOutput(this, name, { value, exportName: `${Aws.STACK_NAME}-${name}` })
    }
    new CfnOutput(this, 'RepositoryUri', { value: repository.repositoryUri })
    new CfnOutput(this, 'DotEnv', {
      description: 'The .env of a server on your own machine',
      value: dotEnv({
        publicUrl: parameters.publicUrl,
        region: this.region,
        clientId: web.userPoolClientId,
        spaClientId: spa.userPoolClientId,
        userPoolId: pool.userPoolId,
        hostedUi,
        bucket: bucket.bucketName,
        tables: parameters.tableNames,
      }),
    })
  }
}
