import {
  type CreateTableCommandInput,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  type KeySchemaElement,
  type TableDescription,
} from '@aws-sdk/client-dynamodb'
import { CHECK_OPTIONS, couldNotAsk } from '../../aws/diagnosis.ts'
import { type Finding, failure, fine, warning } from '../../finding.ts'
import { expiringTables, type TableNames, TTL_ATTRIBUTE, tableDefinitions } from './tables.ts'

/** Whether the tables are there with the keys, the indexes and the expiry the adapter works with. */
export async function diagnoseTables(region: string, tables: TableNames): Promise<Finding[]> {
  const client = new DynamoDBClient({ region, ...CHECK_OPTIONS })
  const expiring = expiringTables(tables)
  try {
    const found = await Promise.all(
      tableDefinitions(tables).map(async (wanted) => {
        const name = String(wanted.TableName)
        const findings = await diagnoseTable(client, region, wanted)
        const isThere = findings.every(({ severity }) => severity === 'ok')
        if (!isThere || !expiring.includes(name)) return findings
        return [...findings, await diagnoseExpiry(client, name)]
      }),
    )
    return found.flat()
  } finally {
    client.destroy()
  }
}

async function diagnoseTable(
  client: DynamoDBClient,
  region: string,
  wanted: CreateTableCommandInput,
): Promise<Finding[]> {
  const name = String(wanted.TableName)
  let table: TableDescription | undefined
  try {
    table = (await client.send(new DescribeTableCommand({ TableName: name }))).Table
  } catch (error) {
    if ((error as Error).name !== 'ResourceNotFoundException') {
      return [couldNotAsk(error, `table ${name}`, 'dynamodb:DescribeTable')]
    }
    return [
      failure(
        `table ${name} is not there in ${region}`,
        'deploy infra/ (docs/aws.md), or set its variable and AWS_REGION',
      ),
    ]
  }
  const problems = [...keyProblems(wanted, table), ...indexProblems(wanted, table)]
  const fix = `a key cannot be changed: deploy infra/ with another name, and set its variable`
  if (problems.length > 0) return problems.map((problem) => failure(`table ${name} ${problem}`, fix))
  if (table?.TableStatus !== 'ACTIVE') {
    return [warning(`table ${name} is ${table?.TableStatus}`, 'wait until the console shows it as active')]
  }
  const indexes = wanted.GlobalSecondaryIndexes?.length ?? 0
  return [fine(`table ${name}: keys${indexes > 0 ? ` and ${indexes} indexes` : ''} as needed`)]
}

function keyProblems(wanted: CreateTableCommandInput, table: TableDescription | undefined): string[] {
  const [is, must] = [keysOf(table?.KeySchema, table), keysOf(wanted.KeySchema, wanted)]
  return is === must ? [] : [`has the key ${is}, and needs ${must}`]
}

function* indexProblems(wanted: CreateTableCommandInput, table: TableDescription | undefined) {
  for (const index of wanted.GlobalSecondaryIndexes ?? []) {
    const found = table?.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === index.IndexName)
    if (!found) {
      yield `has no index ${index.IndexName}`
      continue
    }
    const [is, must] = [keysOf(found.KeySchema, table), keysOf(index.KeySchema, wanted)]
    if (is !== must) yield `has the index ${index.IndexName} by ${is}, and needs it by ${must}`
    const { ProjectionType, NonKeyAttributes = [] } = found.Projection ?? {}
    const absent = (index.Projection?.NonKeyAttributes ?? []).filter((a) => !NonKeyAttributes.includes(a))
    if (ProjectionType !== 'ALL' && absent.length > 0) {
      yield `has the index ${index.IndexName} without ${absent.join(', ')}`
    }
    if (found.IndexStatus && found.IndexStatus !== 'ACTIVE') {
      yield `has the index ${index.IndexName} still ${found.IndexStatus}`
    }
  }
}

type Attributes = Pick<TableDescription, 'AttributeDefinitions'> | undefined

/** `receipt_id (S), day (N)` */
function keysOf(keys: KeySchemaElement[] | undefined, of: Attributes): string {
  const type = (name: string | undefined) =>
    of?.AttributeDefinitions?.find(({ AttributeName }) => AttributeName === name)?.AttributeType ?? '?'
  const ordered = [...(keys ?? [])].sort((a, b) => String(a.KeyType).localeCompare(String(b.KeyType)))
  return ordered.map(({ AttributeName }) => `${AttributeName} (${type(AttributeName)})`).join(', ')
}

const expiryCommand = (table: string, enabled: boolean, attribute: string) =>
  `aws dynamodb update-time-to-live --table-name ${table} --time-to-live-specification Enabled=${enabled},AttributeName=${attribute}`

async function diagnoseExpiry(client: DynamoDBClient, name: string): Promise<Finding> {
  const fix = expiryCommand(name, true, TTL_ATTRIBUTE)
  try {
    const { TimeToLiveDescription: ttl } = await client.send(
      new DescribeTimeToLiveCommand({ TableName: name }),
    )
    const isOn = ttl?.TimeToLiveStatus === 'ENABLED' || ttl?.TimeToLiveStatus === 'ENABLING'
    if (!isOn) return warning(`table ${name} removes no expired rows: it grows for ever`, fix)
    if (ttl.AttributeName === TTL_ATTRIBUTE) return fine(`table ${name} removes rows by ${TTL_ATTRIBUTE}`)
    return failure(
      `table ${name} removes rows by ${ttl.AttributeName}, not by ${TTL_ATTRIBUTE}`,
      // DynamoDB takes no second change within the hour.
      `${expiryCommand(name, false, String(ttl.AttributeName))}, and an hour later ${fix}`,
    )
  } catch (error) {
    return couldNotAsk(error, `expiry of table ${name}`, 'dynamodb:DescribeTimeToLive')
  }
}
