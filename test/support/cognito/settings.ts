import { randomBytes } from 'node:crypto'
import { type AppClient, type Cognito, POOL, REGION } from './index.ts'

export const CLIENT_ID = 'tracker4client'
export const SPA_CLIENT_ID = 'spa4client'

/** The server's own app client. */
export const ownClient = (publicUrl: string, isPublic = false): AppClient => ({
  id: CLIENT_ID,
  ...(!isPublic && { secret: 'a/secret+with:signs=' }),
  callbackUrls: [`${publicUrl}/auth/authorize`],
  signOutUrls: [`${publicUrl}/`],
})

/** The server's settings for a look-alike; everything but sign-in stays local. */
export const cognitoSettings = (cognito: Cognito, { secret }: AppClient) => ({
  CLIENT_ID,
  CLIENT_SECRET: secret ?? '',
  COGNITO_REGION: REGION,
  COGNITO_USER_POOL_ID: POOL,
  COGNITO_HOSTED_UI_DOMAIN: cognito.domain,
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: cognito.endpoint,
  SECRET_KEY: randomBytes(32).toString('hex'),
  SPA_CLIENT_IDS: SPA_CLIENT_ID,
  STORAGE: 'local',
})
