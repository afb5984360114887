import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { Stack } from 'aws-cdk-lib'
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions'
import { HOUSEHOLD, RESOURCES, SERVICE } from '../stacks.ts'
import { templates, withStacks } from '../templates.ts'

const { resources, service, household } = withStacks((app) => {
  const checked = (name: string) => {
    const stack = app.node.findChild(name)
    assert.ok(Stack.isStack(stack))
    return { template: Template.fromStack(stack), annotations: Annotations.fromStack(stack) }
  }
  return { resources: checked(RESOURCES), service: checked(SERVICE), household: checked(HOUSEHOLD) }
})

test('the committed templates are those of the code; if not: npm --prefix infra run synth', () => {
  const made = templates()
  assert.equal(made.length, 3)
  for (const { path, text } of made) assert.equal(readFileSync(path, 'utf8'), text, `${path} is stale`)
})

test('nothing is warned of', () => {
  for (const { annotations } of [resources, service, household]) {
    assert.deepEqual(annotations.findWarning('*', Match.anyValue()), [])
    assert.deepEqual(annotations.findError('*', Match.anyValue()), [])
  }
})

describe('the resources', () => {
  const { template } = resources

  test('all that holds data outlives the stack', () => {
    const kept = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }
    for (const type of [
      'Cognito::UserPool',
      'DynamoDB::Table',
      'S3::Bucket',
      'S3::BucketPolicy',
      'ECR::Repository',
    ]) {
      template.allResources(`AWS::${type}`, kept)
    }
    template.resourceCountIs('AWS::DynamoDB::Table', 3)
    template.resourceCountIs('AWS::Cognito::UserPool', 1)
  })

  test('every client signs in by code, can be signed out and rotates its refresh tokens', () => {
    template.resourceCountIs('AWS::Cognito::UserPoolClient', 2)
    template.allResourcesProperties('AWS::Cognito::UserPoolClient', {
      AllowedOAuthFlows: ['code'],
      EnableTokenRevocation: true,
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
      // Cognito refuses rotation beside it.
      ExplicitAuthFlows: Match.not(Match.arrayWith(['ALLOW_REFRESH_TOKEN_AUTH'])),
    })
  })

  test('every table is on demand, can be set back and is not deleted by mistake', () => {
    template.allResourcesProperties('AWS::DynamoDB::Table', {
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
    })
  })

  test('the bucket can hold objects, and holds none of itself', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      ObjectLockEnabled: true,
      ObjectLockConfiguration: Match.absent(),
      VersioningConfiguration: { Status: 'Enabled' },
    })
  })
})

describe('the service', () => {
  const { template } = service

  test('is reached through the load balancer alone', () => {
    template.hasResourceProperties('AWS::ECS::Service', {
      NetworkConfiguration: {
        AwsvpcConfiguration: { AssignPublicIp: { 'Fn::If': ['HasNat', 'DISABLED', 'ENABLED'] } },
      },
    })
    template.resourcePropertiesCountIs(
      'AWS::EC2::SecurityGroup',
      { SecurityGroupIngress: Match.anyValue() },
      1,
    )
  })

  test('its secrets are references, never values', () => {
    template.hasResourceProperties('AWS::SecretsManager::Secret', {
      SecretString: { 'Fn::GetAtt': [Match.anyValue(), 'ClientSecret'] },
    })
    template.hasResourceProperties('AWS::SecretsManager::Secret', {
      SecretString: Match.absent(),
      GenerateSecretString: Match.anyValue(),
    })
  })
})
