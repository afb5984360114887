import { CfnCondition, CfnParameter, Fn, type Stack } from 'aws-cdk-lib'
import { CfnBudget } from 'aws-cdk-lib/aws-budgets'
import { CfnSubscription, Topic } from 'aws-cdk-lib/aws-sns'

/**
 * Where alarms go, and a budget for the whole account: mail to AlarmEmail, from each of which AWS asks for a confirmation
 * first.
 * @param budget US$ a month where nobody says otherwise
 */
export function notices(stack: Stack, { budget }: { budget: number }) {
  const email = new CfnParameter(stack, 'AlarmEmail', {
    type: 'String',
    description: 'Who is told of alarms and of the budget; blank: nobody',
    default: '',
    allowedPattern: '([^@ ]+@[^@ ]+)?',
  }).valueAsString
  const monthly = new CfnParameter(stack, 'MonthlyBudget', {
    type: 'Number',
    description: 'US$ a month for the whole account, of which AlarmEmail is told; 0: no budget',
    default: budget,
    minValue: 0,
  })
  const hasEmail = new CfnCondition(stack, 'HasAlarmEmail', {
    expression: Fn.conditionNot(Fn.conditionEquals(email, '')),
  })
  const topic = new Topic(stack, 'Alarms')
  const subscription = new CfnSubscription(stack, 'AlarmsByMail', {
    topicArn: topic.topicArn,
    protocol: 'email',
    endpoint: email,
  })
  subscription.cfnOptions.condition = hasEmail

  const hasBudget = new CfnCondition(stack, 'HasBudget', {
    expression: Fn.conditionAnd(
      Fn.conditionNot(Fn.conditionEquals(email, '')),
      Fn.conditionNot(Fn.conditionEquals(monthly.valueAsString, '0')),
    ),
  })
  const subscribers = [{ subscriptionType: 'EMAIL', address: email }]
  const notice = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
    notification: {
      notificationType,
      comparisonOperator: 'GREATER_THAN',
      threshold,
      thresholdType: 'PERCENTAGE',
    },
    subscribers,
  })
  const resource = new CfnBudget(stack, 'Budget', {
    budget: {
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: monthly.valueAsNumber, unit: 'USD' },
    },
    notificationsWithSubscribers: [notice('ACTUAL', 80), notice('FORECASTED', 100)],
  })
  resource.cfnOptions.condition = hasBudget
  return topic
}
