import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  type TableDescription,
} from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
import { CHECK_OPTIONS, couldNotAsk } from '../../aws/diagnosis.ts'
import { type Finding, failure, fine, warning } from '../../finding.ts'
import { expiryCommand } from './commands.ts'
import { FORMAT_ATTRIBUTE, STORED_FORMAT } from './format.ts'
import { MARKER_KEY } from './format-marker.ts'
import { problemsOf } from './table-problems.ts'
import { expiringTables, type TableNames, TTL_ATTRIBUTE, tableDefinitions } from './tables.ts'

/** Checks that the tables have the keys, the indexes, the expiry and the format this release needs. */
export async function diagnoseTables(region: string, tables: TableNames): Promise<Finding[]> {
  const client = new DynamoDBClient({ region, ...CHECK_OPTIONS })
  const expiring = expiringTables(tables)
  try {
    const found = await Promise.all(
      tableDefinitions(tables).map(async (wanted) => {
        const name = String(wanted.TableName)
        const described = await describeTable(client, name)
        if ('finding' in described) return [described.finding]
        const problems = problemsOf(region, wanted, described.table)
        if (problems.length > 0) {
          return problems.map(({ message, fix, repair }) =>
            repair === 'wait' ? warning(message, fix) : failure(message, fix),
          )
        }
        const indexes = wanted.GlobalSecondaryIndexes?.length ?? 0
        const asNeeded = fine(`table ${name}: keys${indexes > 0 ? ` and ${indexes} indexes` : ''} as needed`)
        const expiry = expiring.includes(name) ? [await diagnoseExpiry(client, region, name)] : []
        const format = name === tables.taxpayers ? [await diagnoseFormat(client, name)] : []
        return [asNeeded, ...expiry, ...format]
      }),
    )
    return found.flat()
  } finally {
    client.destroy()
  }
}

type Described = { table: TableDescription | undefined } | { finding: Finding }

/** A table that does not exist is undefined. */
export async function describeTable(client: DynamoDBClient, TableName: string): Promise<Described> {
  try {
    return { table: (await client.send(new DescribeTableCommand({ TableName }))).Table }
  } catch (error) {
    if ((error as Error).name === 'ResourceNotFoundException') return { table: undefined }
    return { finding: couldNotAsk(error, `table ${TableName}`, 'dynamodb:DescribeTable') }
  }
}

export async function diagnoseExpiry(client: DynamoDBClient, region: string, name: string): Promise<Finding> {
  const fix = expiryCommand(region, name)
  try {
    const { TimeToLiveDescription: ttl } = await client.send(
      new DescribeTimeToLiveCommand({ TableName: name }),
    )
    const isOn = ttl?.TimeToLiveStatus === 'ENABLED' || ttl?.TimeToLiveStatus === 'ENABLING'
    if (!isOn) return warning(`table ${name} does not delete expired rows, so it keeps growing`, fix)
    if (ttl.AttributeName === TTL_ATTRIBUTE) return fine(`table ${name} deletes rows by ${TTL_ATTRIBUTE}`)
    return failure(
      `table ${name} deletes rows by ${ttl.AttributeName}, not by ${TTL_ATTRIBUTE}`,
      // DynamoDB accepts no second change within the hour.
      `${expiryCommand(region, name, false, String(ttl.AttributeName))}, and an hour later ${fix}`,
    )
  } catch (error) {
    return couldNotAsk(error, `expiry of table ${name}`, 'dynamodb:DescribeTimeToLive')
  }
}

async function diagnoseFormat(client: DynamoDBClient, name: string): Promise<Finding> {
  const { reads } = STORED_FORMAT
  try {
    const get = new GetCommand({ TableName: name, Key: MARKER_KEY })
    const { Item } = await DynamoDBDocumentClient.from(client).send(get)
    const format = Number(Item?.[FORMAT_ATTRIBUTE] ?? 0)
    if (format <= reads) return fine(`stored format ${format}; this release reads formats up to ${reads}`)
    return failure(
      `the tables hold items of format ${format}, and this release reads formats up to ${reads}`,
      'run the newer release: this one must not serve these tables',
    )
  } catch (error) {
    return couldNotAsk(error, `stored format in table ${name}`, 'dynamodb:GetItem')
  }
}
