import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { deploy, deployBoth, RESOURCES } from './cloudformation.ts'

const CLIENT = 'AWS::Cognito::UserPoolClient'

const CLIENT_OF_ALL = {
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['code'],
  AllowedOAuthScopes: ['openid', 'email', 'profile', 'phone'],
  SupportedIdentityProviders: ['COGNITO'],
  EnableTokenRevocation: true,
  RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
  ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
  PreventUserExistenceErrors: 'ENABLED',
  TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
  AccessTokenValidity: 60,
  IdTokenValidity: 60,
  RefreshTokenValidity: 30 * 24 * 60,
  UserPoolId: 'ap-southeast-5_UserPool6BA7E5F2',
}

const clients = (stack: ReturnType<typeof deploy>) => stack.ofType(CLIENT).map(({ Properties }) => Properties)

describe('the user pool', () => {
  test('keeps people who made it past the stack, and lets nobody make an account until told to', () => {
    const { ofType, only } = deploy(RESOURCES)
    const pool = only('AWS::Cognito::UserPool')
    assert.equal(pool.DeletionProtection, 'ACTIVE')
    assert.deepEqual(pool.AdminCreateUserConfig, { AllowAdminCreateUserOnly: true })
    assert.deepEqual(pool.UsernameAttributes, ['email'])
    assert.deepEqual(pool.AutoVerifiedAttributes, ['email'])
    assert.deepEqual(pool.EnabledMfas, ['SOFTWARE_TOKEN_MFA'])
    assert.equal(ofType('AWS::Cognito::UserPool')[0]?.DeletionPolicy, 'Retain')
    const open = deploy(RESOURCES, { SelfSignUp: 'true' }).only('AWS::Cognito::UserPool')
    assert.deepEqual(open.AdminCreateUserConfig, { AllowAdminCreateUserOnly: false })
  })

  test('has a Hosted UI domain: one of its own, or the one asked for', () => {
    const made = deploy(RESOURCES)
    assert.equal(made.only('AWS::Cognito::UserPoolDomain').Domain, 'my-tax-0a1b2c3d')
    assert.equal(made.outputs.HostedUi, 'https://my-tax-0a1b2c3d.auth.ap-southeast-5.amazoncognito.com')
    const chosen = deploy(RESOURCES, { DomainPrefix: 'cukai' })
    assert.equal(chosen.outputs.HostedUi, 'https://cukai.auth.ap-southeast-5.amazoncognito.com')
  })

  test('has a client of the server with a secret, and one of single-page apps without', () => {
    assert.deepEqual(clients(deploy(RESOURCES)), [
      {
        ...CLIENT_OF_ALL,
        GenerateSecret: true,
        CallbackURLs: ['http://localhost:8000/auth/authorize'],
        LogoutURLs: ['http://localhost:8000/'],
      },
      {
        ...CLIENT_OF_ALL,
        GenerateSecret: false,
        CallbackURLs: ['http://localhost:5173/'],
        LogoutURLs: ['http://localhost:5173/'],
      },
    ])
  })

  test('sends people back to the address the server is given', () => {
    const [web] = clients(deploy(RESOURCES, { PublicUrl: 'https://tax.example.org' }))
    assert.deepEqual(web?.CallbackURLs, ['https://tax.example.org/auth/authorize'])
    assert.deepEqual(web?.LogoutURLs, ['https://tax.example.org/'])
  })

  test('has one more client of the service, on the same people', () => {
    assert.deepEqual(clients(deployBoth().service), [
      {
        ...CLIENT_OF_ALL,
        GenerateSecret: true,
        CallbackURLs: ['https://tax.example.org/auth/authorize'],
        LogoutURLs: ['https://tax.example.org/'],
      },
    ])
  })
})
