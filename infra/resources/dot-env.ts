import { Fn } from 'aws-cdk-lib'
import type { TableNames } from '../../server/adapters/dynamodb/tables.ts'

export interface Printed {
  publicUrl: string
  region: string
  clientId: string
  spaClientId: string
  userPoolId: string
  hostedUi: string
  bucket: string
  tables: TableNames
}

/**
 * The whole `.env` but for its two secrets, which outputs of a stack would show to everybody who may look at it:
 * their lines say how each is had.
 */
export const dotEnv = ({ publicUrl, region, clientId, userPoolId, tables, ...rest }: Printed) =>
  Fn.join('\n', [
    `PUBLIC_URL=${publicUrl}`,
    `REDIRECT_URI=${publicUrl}/auth/authorize`,
    `LOGOUT_URI=${publicUrl}/`,
    `CLIENT_ID=${clientId}`,
    `SPA_CLIENT_IDS=${rest.spaClientId}`,
    `COGNITO_REGION=${region}`,
    `COGNITO_USER_POOL_ID=${userPoolId}`,
    `COGNITO_HOSTED_UI_DOMAIN=${rest.hostedUi}`,
    `AWS_REGION=${region}`,
    `S3_BUCKET_NAME=${rest.bucket}`,
    'S3_OBJECT_LOCK=governance',
    `RECEIPT_TABLE=${tables.receipts}`,
    `BLACKLIST_TOKEN_TABLE=${tables.revokedTokens}`,
    `TAXPAYER_TABLE=${tables.taxpayers}`,
    `# aws cognito-idp describe-user-pool-client --region ${region} --user-pool-id ${userPoolId}` +
      ` --client-id ${clientId} --query UserPoolClient.ClientSecret --output text`,
    'CLIENT_SECRET=',
    '# openssl rand -hex 32',
    'SECRET_KEY=',
  ])
