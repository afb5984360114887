import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { image } from '../packaging/dockerfile.ts'
import { deployBoth, type Json } from './cloudformation.ts'

const { service, resources } = deployBoth()
const { only, ofType } = service

type Container = Record<string, Json> & { Secrets: { Name: string; ValueFrom: string }[]; HealthCheck: Json }
const task = only('AWS::ECS::TaskDefinition')
const [container] = task.ContainerDefinitions as unknown as [Container]

describe('the processes', () => {
  test('are Fargate tasks of the image that was pushed, in the role of the resources', () => {
    assert.deepEqual(task.RequiresCompatibilities, ['FARGATE'])
    assert.equal(task.TaskRoleArn, resources.outputs.TaskRoleArn)
    assert.match(String(container.Image), /\.dkr\.ecr\..*\.amazonaws\.com\/.*:1$/)
    assert.deepEqual(container.LinuxParameters, { Capabilities: { Drop: ['ALL'] }, InitProcessEnabled: true })
  })

  test('have their secrets of Secrets Manager, which neither template nor parameter shows', () => {
    const secrets = Object.fromEntries(
      ofType('AWS::SecretsManager::Secret').map(({ id, Properties }) => [id, Properties]),
    )
    const sources = container.Secrets.map(({ Name, ValueFrom }) => [Name, secrets[ValueFrom]])
    const [[, clientSecret], [, secretKey]] = sources as [
      [string, Record<string, Json>],
      [string, Record<string, Json>],
    ]
    assert.equal(clientSecret.SecretString, 'WebClient697086FD.ClientSecret')
    assert.deepEqual(secretKey.GenerateSecretString, { PasswordLength: 64, ExcludePunctuation: true })
    assert.deepEqual(
      sources.map(([name]) => name),
      ['CLIENT_SECRET', 'SECRET_KEY'],
    )
  })

  test('are started with rights on their image, log and secrets alone', () => {
    const { Statement } = only('AWS::IAM::Policy').PolicyDocument as unknown as {
      Statement: { Action: string | string[]; Resource: string }[]
    }
    const anywhere = Statement.filter(({ Resource }) => Resource === '*').map(({ Action }) => Action)
    // Amazon ECR has no resource for it.
    assert.deepEqual(anywhere, ['ecr:GetAuthorizationToken'])
    for (const { Action } of Statement)
      for (const action of [Action].flat()) assert.doesNotMatch(action, /\*/)
  })

  test('are asked whether they live, which a store that is down does not change', () => {
    const { Command } = container.HealthCheck as { Command: string[] }
    assert.deepEqual(Command, ['CMD', ...image().healthCheck])
    const group = only('AWS::ElasticLoadBalancingV2::TargetGroup')
    assert.equal(group.HealthCheckPath, '/health/live')
    assert.equal(group.Port, 8000)
  })

  test('finish what runs: 30 s of their own lie within the time they are given', () => {
    assert.equal(container.StopTimeout, 60)
  })

  test('grow in number with their work, and a bad image never replaces a good one', () => {
    const target = only('AWS::ApplicationAutoScaling::ScalableTarget')
    assert.deepEqual([target.MinCapacity, target.MaxCapacity], [2, 10])
    const policy = only('AWS::ApplicationAutoScaling::ScalingPolicy')
    assert.deepEqual(policy.TargetTrackingScalingPolicyConfiguration, {
      PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
      TargetValue: 60,
    })
    const { DeploymentConfiguration, DesiredCount } = only('AWS::ECS::Service')
    assert.equal(DesiredCount, undefined)
    const { DeploymentCircuitBreaker, MinimumHealthyPercent } = DeploymentConfiguration as Record<
      string,
      Json
    >
    assert.deepEqual(DeploymentCircuitBreaker, { Enable: true, Rollback: true })
    assert.equal(MinimumHealthyPercent, 100)
  })

  test('keep their log for three months', () => {
    assert.equal(only('AWS::Logs::LogGroup').RetentionInDays, 90)
  })
})
