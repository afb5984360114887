import type { Resources } from './resources.ts'

interface Given {
  region: string
  publicUrl: string
  clientId: string
  shared: Resources['shared']
  parameters: {
    allowOrigins: string
    objectLock: string
    reader: string
    textractRegion: string
    pagesPerMonth: string
    accessLog: string
  }
}

/** The variables of a server on these resources with one proxy in front, but for its secrets. */
export const serverEnvironment = ({ region, publicUrl, clientId, shared, parameters }: Given) => ({
  HOST: '0.0.0.0',
  PORT: '8000',
  PUBLIC_URL: publicUrl,
  TRUST_PROXY: '1',
  REDIRECT_URI: `${publicUrl}/auth/authorize`,
  LOGOUT_URI: `${publicUrl}/`,
  ALLOW_ORIGINS: parameters.allowOrigins,
  CLIENT_ID: clientId,
  SPA_CLIENT_IDS: shared('SpaClientId'),
  COGNITO_REGION: region,
  COGNITO_USER_POOL_ID: shared('UserPoolId'),
  COGNITO_HOSTED_UI_DOMAIN: shared('HostedUi'),
  AWS_REGION: region,
  S3_BUCKET_NAME: shared('BucketName'),
  S3_OBJECT_LOCK: parameters.objectLock,
  RECEIPT_TABLE: shared('ReceiptTableName'),
  BLACKLIST_TOKEN_TABLE: shared('BlacklistTokenTableName'),
  TAXPAYER_TABLE: shared('TaxpayerTableName'),
  READER: parameters.reader,
  TEXTRACT_REGION: parameters.textractRegion,
  TEXTRACT_PAGES_PER_MONTH: parameters.pagesPerMonth,
  ACCESS_LOG: parameters.accessLog,
})
