import { Duration, type Stack } from 'aws-cdk-lib'
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { FargateService } from 'aws-cdk-lib/aws-ecs'
import {
  type ApplicationLoadBalancer,
  type ApplicationTargetGroup,
  HttpCodeElb,
  HttpCodeTarget,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2'
import { FilterPattern, type ILogGroup } from 'aws-cdk-lib/aws-logs'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Resources } from './resources.ts'

const FIVE_MINUTES = Duration.minutes(5)
const QUARTER = Duration.minutes(15)

/** Adds an alarm. docs/operating.md says what to do at each of them. */
export type AddAlarm = ReturnType<typeof alarmsTo>

export const alarmsTo =
  (stack: Stack, topic: ITopic) =>
  (
    id: string,
    { above, metric, periods = 1, what }: { above: number; metric: IMetric; periods?: number; what: string },
  ) => {
    const alarm = new Alarm(stack, id, {
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${what} (docs/operating.md)`,
    })
    const action = new SnsAction(topic)
    alarm.addAlarmAction(action)
    alarm.addOkAction(action)
  }

interface Watched {
  balancer: ApplicationLoadBalancer
  targets: ApplicationTargetGroup
  service: FargateService
  shared: Resources['shared']
}

/** What the load balancer, the processes and the tables say of themselves. */
export function serviceAlarms(add: AddAlarm, { balancer, targets, service, shared }: Watched) {
  add('ServerErrors', {
    what: 'More than 5 answers of 5xx in 5 minutes',
    above: 5,
    metric: new MathExpression({
      expression: 'FILL(ours, 0) + FILL(theirs, 0)',
      period: FIVE_MINUTES,
      usingMetrics: {
        ours: targets.metrics.httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, { period: FIVE_MINUTES }),
        theirs: balancer.metrics.httpCodeElb(HttpCodeElb.ELB_5XX_COUNT, { period: FIVE_MINUTES }),
      },
    }),
  })
  add('Latency', {
    what: 'A tenth of the answers takes longer than 2 s, for 15 minutes',
    above: 2,
    periods: 3,
    metric: targets.metrics.targetResponseTime({ statistic: Stats.percentile(90), period: FIVE_MINUTES }),
  })
  add('Unhealthy', {
    what: 'A process does not answer for 5 minutes',
    above: 0,
    periods: 5,
    metric: targets.metrics.unhealthyHostCount({ statistic: Stats.MAXIMUM, period: Duration.minutes(1) }),
  })
  add('Cpu', {
    what: 'The processes use more than 85 % of their processors for 15 minutes: MaxTasks is reached',
    above: 85,
    periods: 3,
    metric: service.metricCpuUtilization({ period: FIVE_MINUTES }),
  })
  const tables = ['ReceiptTableName', 'BlacklistTokenTableName', 'TaxpayerTableName'] as const
  const throttles = tables.flatMap((table, i) =>
    ['Read', 'Write'].map((kind): [string, IMetric] => [
      `${kind.toLowerCase()}${i}`,
      new Metric({
        namespace: 'AWS/DynamoDB',
        metricName: `${kind}ThrottleEvents`,
        dimensionsMap: { TableName: shared(table) },
        statistic: Stats.SUM,
        period: FIVE_MINUTES,
      }),
    ]),
  )
  add('TableThrottles', {
    what: 'DynamoDB has throttled more than 10 requests in 5 minutes',
    above: 10,
    metric: new MathExpression({
      expression: throttles.map(([name]) => `FILL(${name}, 0)`).join(' + '),
      period: FIVE_MINUTES,
      usingMetrics: Object.fromEntries(throttles),
    }),
  })
}

/** What the lines of the log say, wherever the server runs. */
export function logAlarms(add: AddAlarm, log: ILogGroup, namespace: string) {
  /** @param value a member of the line; by default lines are counted */
  const metric = (
    metricName: string,
    pattern: string,
    { value = '1', statistic = Stats.SUM, period = QUARTER } = {},
  ) =>
    log
      .addMetricFilter(`${metricName}Filter`, {
        filterPattern: FilterPattern.literal(pattern),
        metricNamespace: namespace,
        metricName,
        metricValue: value,
      })
      .metric({ statistic, period })

  add('OldestWork', {
    what: 'A receipt has waited for more than 15 minutes to be read',
    above: 900,
    periods: 2,
    metric: metric('OldestWorkSeconds', '{ $.event = "work_waiting" }', {
      value: '$.oldestSeconds',
      statistic: Stats.MAXIMUM,
      period: FIVE_MINUTES,
    }),
  })
  add('Unreadable', {
    what: 'More than a fifth of at least 10 receipts in an hour could not be read',
    above: 20,
    metric: new MathExpression({
      expression: 'IF(FILL(done, 0) >= 10, 100 * FILL(unreadable, 0) / done, 0)',
      period: Duration.hours(1),
      usingMetrics: {
        done: metric('Readings', '{ $.event = "receipt_read" }', { period: Duration.hours(1) }),
        unreadable: metric('UnreadableReadings', '{ $.event = "receipt_read" && $.status = "unreadable" }', {
          period: Duration.hours(1),
        }),
      },
    }),
  })
  add('ReaderThrottles', {
    what: 'More than 20 readings in 15 minutes were put off: Textract is throttled, away, or at its limit of pages',
    above: 20,
    metric: metric('PostponedReadings', '{ $.event = "reading_postponed" }'),
  })
  add('SignIns', {
    what: 'More than 50 sign-ins in 15 minutes failed',
    above: 50,
    metric: metric('FailedSignIns', '{ $.event = "sign_in_failed" || $.event = "sign_in_throttled" }'),
  })
  add('LoggedErrors', {
    what: 'More than 5 lines of errors in 15 minutes',
    above: 5,
    metric: metric('Errors', '{ $.level >= 50 }'),
  })
}
