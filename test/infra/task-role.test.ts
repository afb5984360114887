import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { deploy, RESOURCES } from './cloudformation.ts'
import { commandsInCode } from './commands-in-code.ts'

interface Statement {
  Effect: string
  Action: string | string[]
  Resource: string | string[]
}

const { only, ofType, outputs } = deploy(RESOURCES)
const statements = (only('AWS::IAM::ManagedPolicy').PolicyDocument as unknown as { Statement: Statement[] })
  .Statement
const arn = (name: unknown) => `arn:aws:made:ap-southeast-5:123456789012:${name}`
const TABLES = {
  receipts: outputs.ReceiptTableName,
  revokedTokens: outputs.BlacklistTokenTableName,
  taxpayers: outputs.TaxpayerTableName,
}

describe("the server's role", () => {
  test('may do exactly what the adapters send, each on the resource they send it to', () => {
    const allowed = statements.flatMap(({ Action, Resource }) =>
      [Action].flat().flatMap((action) => [Resource].flat().map((resource) => `${action} ${resource}`)),
    )
    const needed = commandsInCode().flatMap(({ action, tables, byIndex }) => {
      if (action.startsWith('dynamodb:')) {
        return tables.map((table) => `${action} ${arn(TABLES[table])}${byIndex ? '/index/*' : ''}`)
      }
      if (action.startsWith('s3:List')) return `${action} ${arn(outputs.BucketName)}`
      if (action.startsWith('s3:')) return `${action} ${arn(outputs.BucketName)}/*`
      if (action.startsWith('cognito-idp:')) return `${action} ${arn(outputs.UserPoolId)}`
      return `${action} *`
    })
    assert.deepEqual([...new Set(allowed)].sort(), [...new Set(needed)].sort())
  })

  test('has no wildcard but for Textract, which has no resources, and refuses nothing by exception', () => {
    for (const { Effect, Action, Resource } of statements) {
      assert.equal(Effect, 'Allow')
      for (const action of [Action].flat()) assert.match(action, /^[a-z0-9-]+:\w+$/)
      if ([Resource].flat().includes('*')) assert.equal(Action, 'textract:AnalyzeExpense')
    }
  })

  test('never forgets a token that was signed out', () => {
    const onBlacklist = statements.filter(({ Resource }) => Resource === arn(TABLES.revokedTokens))
    assert.deepEqual(
      onBlacklist.map(({ Action }) => Action),
      [['dynamodb:Query', 'dynamodb:UpdateItem']],
    )
  })

  test('is taken on by containers of this account alone', () => {
    assert.deepEqual(
      ofType('AWS::IAM::Role')
        .filter(({ id }) => id.startsWith('TaskRole'))
        .map(({ Properties }) => Properties.AssumeRolePolicyDocument),
      [
        {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: 'sts:AssumeRole',
              Principal: { Service: 'ecs-tasks.amazonaws.com' },
              Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } },
            },
          ],
        },
      ],
    )
  })
})
