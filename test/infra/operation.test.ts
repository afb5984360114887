import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { createEvents } from '../../server/events.ts'
import { securityEvents } from '../../server/identity/security-log.ts'
import { createLog } from '../../server/log.ts'
import { projectRoot } from '../support/project-root.ts'
import {
  DOMAIN,
  deploy,
  deployBoth,
  environmentOf,
  HOUSEHOLD,
  type Json,
  RESOURCES,
} from './cloudformation.ts'

const { resources, service } = deployBoth()
const EMAIL = { AlarmEmail: 'ops@example.org' }
const watched = deployBoth({ ...DOMAIN, ...EMAIL }).service

describe('alarms', () => {
  const alarms = service.ofType('AWS::CloudWatch::Alarm')
  const names = alarms.map(({ id }) => id.slice(0, -8))

  test('watch answers, time, processes, work, what cannot be read, throttling and sign-ins', () => {
    assert.deepEqual(names.sort(), [
      'Cpu',
      'Latency',
      'LoggedErrors',
      'OldestWork',
      'ReaderThrottles',
      'ServerErrors',
      'SignIns',
      'TableThrottles',
      'Unhealthy',
      'Unreadable',
    ])
  })

  test('tell the same topic, which mails to who was named', () => {
    const topic = service.ofType('AWS::SNS::Topic')[0]?.id
    for (const { Properties } of alarms) {
      assert.deepEqual(Properties.AlarmActions, [topic])
      assert.deepEqual(Properties.OKActions, [topic])
      assert.equal(Properties.TreatMissingData, 'notBreaching')
    }
    assert.deepEqual(watched.only('AWS::SNS::Subscription'), {
      Endpoint: 'ops@example.org',
      Protocol: 'email',
      TopicArn: topic,
    })
    assert.deepEqual(service.ofType('AWS::SNS::Subscription'), [])
  })

  test('count lines of the log by events that there are', () => {
    const events = new Set(eventsOfTheLog())
    const patterns = service
      .ofType('AWS::Logs::MetricFilter')
      .map(({ Properties }) => String(Properties.FilterPattern))
    const named = patterns.flatMap((pattern) =>
      [...pattern.matchAll(/\$\.event = "(\w+)"/g)].map(([, name = '']) => name),
    )
    assert.deepEqual([...new Set(named)].sort(), [
      'reading_postponed',
      'receipt_read',
      'sign_in_failed',
      'sign_in_throttled',
      'work_waiting',
    ])
    for (const name of named) assert.ok(events.has(name), name)
    const [oldest] = service
      .ofType('AWS::Logs::MetricFilter')
      .flatMap(({ Properties }) => Properties.MetricTransformations as { MetricValue: string }[])
      .filter(({ MetricValue }) => MetricValue !== '1')
    assert.equal(oldest?.MetricValue, '$.oldestSeconds')
  })

  test('have an answer each in docs/operating.md, of both templates', () => {
    const docs = readFileSync(join(projectRoot, 'docs/operating.md'), 'utf8')
    const household = deploy(HOUSEHOLD, DOMAIN, resources.exports)
    const all = [...alarms, ...household.ofType('AWS::CloudWatch::Alarm')].map(({ id }) => id.slice(0, -8))
    assert.ok(all.length > names.length)
    for (const name of all) assert.match(docs, new RegExp(`^\\| \`${name}\` \\|`, 'm'))
  })
})

/** Every event that a line of the log may have. */
function eventsOfTheLog() {
  const found: string[] = Object.keys(securityEvents)
  const log = createLog('silent')
  for (const level of ['info', 'warn', 'error'] as const) {
    Object.assign(log, { [level]: ({ event }: { event: string }) => found.push(event) })
  }
  for (const event of Object.values(createEvents(log))) (event as (...args: unknown[]) => void)('', [], '')
  return found
}

test('a budget is told of at 80 %, and when it will not do; without an address there is none', () => {
  assert.deepEqual(service.ofType('AWS::Budgets::Budget'), [])
  assert.deepEqual(
    deployBoth({ ...DOMAIN, ...EMAIL, MonthlyBudget: '0' }).service.ofType('AWS::Budgets::Budget'),
    [],
  )
  const { Budget, NotificationsWithSubscribers } = watched.only('AWS::Budgets::Budget') as {
    Budget: Record<string, Json>
    NotificationsWithSubscribers: { Notification: Record<string, Json>; Subscribers: Json }[]
  }
  assert.deepEqual(Budget.BudgetLimit, { Amount: 200, Unit: 'USD' })
  assert.deepEqual(
    NotificationsWithSubscribers.map(({ Notification, Subscribers }) => [
      Notification.NotificationType,
      Notification.Threshold,
      Subscribers,
    ]),
    ['ACTUAL', 'FORECASTED'].map((type, i) => [
      type,
      [80, 100][i],
      [{ Address: 'ops@example.org', SubscriptionType: 'EMAIL' }],
    ]),
  )
})

describe('the load balancer', () => {
  const attributes = (parameters = {}) => {
    const { service: made } = deployBoth({ ...DOMAIN, ...parameters })
    const { LoadBalancerAttributes } = made.only('AWS::ElasticLoadBalancingV2::LoadBalancer')
    return Object.fromEntries(
      (LoadBalancerAttributes as { Key: string; Value: Json }[]).map(({ Key, Value }) => [Key, Value]),
    )
  }

  test('is protected from deletion unless that is switched off', () => {
    assert.equal(attributes()['deletion_protection.enabled'], 'true')
    assert.equal(attributes({ DeletionProtection: 'false' })['deletion_protection.enabled'], 'false')
  })

  test('logs where that is switched on, to a bucket that only it writes to and that forgets', () => {
    assert.equal(attributes()['access_logs.s3.enabled'], 'false')
    const on = attributes({ BalancerLogs: 'true' })
    assert.equal(on['access_logs.s3.enabled'], 'true')
    const [bucket] = service.ofType('AWS::S3::Bucket')
    assert.match(String(on['access_logs.s3.bucket']), /balancerlogsbucket/)
    assert.equal(service.ofType('AWS::S3::Bucket').length, 1)
    assert.deepEqual(bucket?.Properties.LifecycleConfiguration, {
      Rules: [{ ExpirationInDays: 90, Status: 'Enabled' }],
    })
    const { Statement } = service.only('AWS::S3::BucketPolicy').PolicyDocument as {
      Statement: Record<string, Json>[]
    }
    const allowed = Statement.filter(({ Effect }) => Effect === 'Allow')
    assert.deepEqual(
      allowed.map(({ Action, Principal }) => [Action, Principal]),
      [['s3:PutObject', { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' }]],
    )
  })
})

test('parameters say what the image was built for, and whether requests are logged', () => {
  const made = deployBoth({ ...DOMAIN, Architecture: 'X86_64', AccessLog: 'on' }).service
  const platform = (stack: ReturnType<typeof deploy>) =>
    (stack.only('AWS::ECS::TaskDefinition').RuntimePlatform as Record<string, Json>).CpuArchitecture
  assert.deepEqual([platform(service), platform(made)], ['ARM64', 'X86_64'])
  assert.deepEqual([environmentOf(service).ACCESS_LOG, environmentOf(made).ACCESS_LOG], ['off', 'on'])
  const capped = deployBoth({ ...DOMAIN, TextractPagesPerMonth: '900' }).service
  assert.deepEqual(
    [environmentOf(service), environmentOf(capped)].map((env) => env.TEXTRACT_PAGES_PER_MONTH),
    ['5000', '900'],
  )
})

describe('the resources', () => {
  test('copy every table each day for five weeks and each month for thirteen, unless that is switched off', () => {
    const { BackupPlan } = resources.only('AWS::Backup::BackupPlan') as {
      BackupPlan: { BackupPlanRule: { RuleName: string; Lifecycle: { DeleteAfterDays: number } }[] }
    }
    assert.deepEqual(
      BackupPlan.BackupPlanRule.map(({ RuleName, Lifecycle }) => [RuleName, Lifecycle.DeleteAfterDays]),
      [
        ['daily', 35],
        ['monthly', 400],
      ],
    )
    const { BackupSelection } = resources.only('AWS::Backup::BackupSelection') as {
      BackupSelection: { Resources: string[] }
    }
    const tables = ['ReceiptTableName', 'BlacklistTokenTableName', 'TaxpayerTableName'].map((name) =>
      String(resources.outputs[name]),
    )
    assert.deepEqual(
      BackupSelection.Resources.map((arn) => arn.split(':').at(-1)),
      tables,
    )
    const [vault] = resources.ofType('AWS::Backup::BackupVault')
    assert.equal(vault?.DeletionPolicy, 'Retain')
    const without = deploy(RESOURCES, { Backups: 'false' })
    for (const type of ['BackupPlan', 'BackupSelection', 'BackupVault'])
      assert.deepEqual(without.ofType(`AWS::Backup::${type}`), [])
  })

  test("send the pool's mail by Amazon SES where an identity is given, else from Cognito's own address", () => {
    const mail = (parameters = {}) =>
      deploy(RESOURCES, parameters).only('AWS::Cognito::UserPool').EmailConfiguration
    assert.deepEqual(mail(), { EmailSendingAccount: 'COGNITO_DEFAULT' })
    const MailIdentityArn = 'arn:aws:ses:ap-southeast-1:123456789012:identity/example.org'
    const MailFrom = 'Tax <tax@example.org>'
    assert.deepEqual(mail({ MailFrom, MailIdentityArn }), {
      EmailSendingAccount: 'DEVELOPER',
      From: MailFrom,
      SourceArn: MailIdentityArn,
    })
  })
})
