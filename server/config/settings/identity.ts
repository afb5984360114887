import { z } from 'zod'
import { list, region, secureUrl } from '../formats.ts'
import { hostedUiDomain } from './hosted-ui-domain.ts'
import { type Setting, setting } from './setting.ts'

/** Who people are. */
export const identitySettings = {
  IDENTITY: setting({
    about:
      'Who people are: an OpenID provider inside the server (local), an Amazon Cognito user pool (cognito), any other OpenID provider (oidc). Default: local; cognito when CLIENT_ID, the COGNITO_ variables and S3_BUCKET_NAME are set.',
    schema: z.enum(['local', 'cognito', 'oidc']).optional(),
    example: 'local',
  }),
  SIGN_UP: setting({
    about:
      'Who may make an account with IDENTITY=local: only the first person (first), people with an invitation (invite), anyone (open). With "first", later people need an invitation too.',
    schema: z.enum(['first', 'invite', 'open']).default('first'),
    example: 'first',
  }),
  CLIENT_ID: setting({
    about: 'The client id of this application at the identity provider.',
    schema: z.string().optional(),
    example: '6rmexample7client8id9',
  }),
  CLIENT_SECRET: setting({
    about: 'Its secret; blank for a public client.',
    schema: z.string().optional(),
    example: '',
    secret: true,
  }),
  SPA_CLIENT_IDS: setting({
    about:
      'Further client ids whose access tokens are taken: of single-page apps that sign in by themselves, separated by commas.',
    schema: list.default([]),
    example: '2spaexample3client4id',
  }),
  COGNITO_REGION: setting({
    about: 'The AWS region of the user pool.',
    schema: region.optional(),
    example: 'ap-southeast-5',
  }),
  COGNITO_USER_POOL_ID: setting({
    about: 'The id of the user pool; it begins with its region.',
    schema: z
      .string()
      .regex(/^[a-z]{2}(-[a-z]+)+-\d_[A-Za-z0-9]+$/, 'must be the id of a user pool, not its name or ARN')
      .optional(),
    example: 'ap-southeast-5_AbCdEf123',
  }),
  COGNITO_HOSTED_UI_DOMAIN: setting({
    about: 'Where the pool shows its sign-in pages: its Amazon Cognito domain or its own, not the issuer.',
    schema: hostedUiDomain.optional(),
    example: 'https://my-tax.auth.ap-southeast-5.amazoncognito.com',
  }),
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: setting({
    about:
      "Where the pool's API, its discovery document and its keys are reached instead of AWS's public address, e.g. a VPC endpoint.",
    schema: secureUrl.optional(),
    example: 'https://vpce-0123.cognito-idp.ap-southeast-5.vpce.amazonaws.com',
  }),
  OIDC_ISSUER: setting({
    about: 'The issuer of another OpenID provider, as its discovery document names it.',
    schema: secureUrl.optional(),
    example: 'https://id.example.org/realms/tax',
  }),
  OIDC_AUDIENCE: setting({
    about: 'What that provider writes into `aud` of access tokens for this application (RFC 9068).',
    schema: z.string().optional(),
    example: 'https://tax.example.org/',
  }),
  OIDC_SCOPES: setting({
    about: 'What is asked for at sign-in. Cognito knows no offline_access: it is left out there.',
    schema: z
      .string()
      .transform((text) => text.split(/\s+/))
      .refine((scopes) => scopes.includes('openid'), 'must contain openid')
      .default(['openid', 'email', 'profile', 'phone']),
    example: 'openid email profile phone',
  }),
} satisfies Record<string, Setting>
