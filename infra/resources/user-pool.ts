import { CfnCondition, Duration, Fn, RemovalPolicy, type Stack, Token, Validations } from 'aws-cdk-lib'
import {
  AccountRecovery,
  type CfnUserPool,
  CfnUserPoolDomain,
  FeaturePlan,
  type IUserPool,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
  type UserPoolClientProps,
} from 'aws-cdk-lib/aws-cognito'
import type { Parameters } from './parameters.ts'

/** As REFRESH_TOKEN_DAYS. */
const SIGNED_IN = Duration.days(30)

export function userPool(stack: Stack, { domainPrefix, selfSignUp, mail }: Parameters) {
  const pool = new UserPool(stack, 'UserPool', {
    featurePlan: FeaturePlan.ESSENTIALS,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    autoVerify: { email: true },
    keepOriginal: { email: true },
    standardAttributes: { email: { required: true, mutable: true } },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    // Length is what counts (NIST SP 800-63B, 3.1.1).
    passwordPolicy: {
      minLength: 12,
      requireDigits: false,
      requireLowercase: false,
      requireSymbols: false,
      requireUppercase: false,
    },
    mfa: Mfa.OPTIONAL,
    mfaSecondFactor: { otp: true, sms: false },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  const anyone = new CfnCondition(stack, 'AnyoneMaySignUp', {
    expression: Fn.conditionEquals(selfSignUp.valueAsString, 'true'),
  })
  const settings = pool.node.defaultChild as CfnUserPool
  settings.adminCreateUserConfig = {
    allowAdminCreateUserOnly: Token.asAny(Fn.conditionIf(anyone.logicalId, false, true)),
  }

  // Cognito's own address sends 50 mails a day, for the whole account.
  const hasMail = new CfnCondition(stack, 'HasMailIdentity', {
    expression: Fn.conditionNot(Fn.conditionEquals(mail.identityArn.valueAsString, '')),
  })
  settings.emailConfiguration = Fn.conditionIf(
    hasMail.logicalId,
    {
      EmailSendingAccount: 'DEVELOPER',
      From: mail.from.valueAsString,
      SourceArn: mail.identityArn.valueAsString,
    },
    { EmailSendingAccount: 'COGNITO_DEFAULT' },
  )

  Validations.of(stack).acknowledge({
    id: 'CloudFormation-Validate::W1030',
    reason: 'a blank identity is never used: the condition leaves it out',
  })

  const isPrefixGiven = new CfnCondition(stack, 'DomainPrefixGiven', {
    expression: Fn.conditionNot(Fn.conditionEquals(domainPrefix.valueAsString, '')),
  })
  const prefix = Fn.conditionIf(
    isPrefixGiven.logicalId,
    domainPrefix.valueAsString,
    `my-tax-${ownLetters(stack)}`,
  )
  const domain = new CfnUserPoolDomain(stack, 'SignInDomain', {
    userPoolId: pool.userPoolId,
    domain: prefix.toString(),
  })
  Validations.of(domain).acknowledge({
    id: 'CloudFormation-Validate::W1030',
    reason: 'a blank prefix is never the domain: the condition puts another in its place',
  })
  return { pool, hostedUi: `https://${domain.ref}.auth.${stack.region}.amazoncognito.com` }
}

/** The server's own client: its secret never leaves it. */
export const webClient = (stack: Stack, id: string, pool: IUserPool, publicUrl: string) =>
  client(stack, id, pool, {
    generateSecret: true,
    oAuth: { callbackUrls: [`${publicUrl}/auth/authorize`], logoutUrls: [`${publicUrl}/`] },
  })

/** Of pages that sign in by themselves, which can keep no secret. */
export const singlePageClient = (stack: Stack, pool: IUserPool, urls: string[]) =>
  client(stack, 'SpaClient', pool, {
    generateSecret: false,
    oAuth: { callbackUrls: urls, logoutUrls: urls },
  })

const client = (stack: Stack, id: string, pool: IUserPool, own: Partial<UserPoolClientProps>) =>
  new UserPoolClient(stack, id, {
    ...own,
    userPool: pool,
    oAuth: {
      ...own.oAuth,
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE, OAuthScope.PHONE],
    },
    // Named, because without a list Cognito adds a way to refresh that contradicts rotation.
    authFlows: { userSrp: true },
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    preventUserExistenceErrors: true,
    // Without it tokens carry no jti, and none could be signed out before its time.
    enableTokenRevocation: true,
    // Two tabs may refresh with the same token within this time.
    refreshTokenRotationGracePeriod: Duration.seconds(60),
    refreshTokenValidity: SIGNED_IN,
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
  })

/** Eight letters and digits no other stack has: host names of sign-in pages are shared by all accounts of a region. */
const ownLetters = (stack: Stack) => Fn.select(0, Fn.split('-', Fn.select(2, Fn.split('/', stack.stackId))))
