import { setTimeout as wait } from 'node:timers/promises'
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  type GlobalSecondaryIndex,
  type TableDescription,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb'
import { CHECK_OPTIONS } from '../../aws/diagnosis.ts'
import { type Finding, failure } from '../../finding.ts'
import type { RepairPlan, RepairStep } from '../../operations/doctor/repair.ts'
import { indexUpdate } from './commands.ts'
import { describeTable, diagnoseExpiry } from './diagnose.ts'
import { problemsOf, type TableProblem } from './table-problems.ts'
import { expiringTables, type TableNames, TTL_ATTRIBUTE, tableDefinitions } from './tables.ts'

const POLL_MS = 2_000

/** What is missing of the tables. Keys, and indexes with other keys, are never changed. */
export async function planTables(region: string, tables: TableNames): Promise<RepairPlan> {
  const client = new DynamoDBClient({ region, ...CHECK_OPTIONS })
  try {
    const plans = await Promise.all(
      tableDefinitions(tables).map((wanted) =>
        planTable(client, region, wanted, expiringTables(tables).includes(String(wanted.TableName))),
      ),
    )
    return { steps: plans.flatMap(({ steps }) => steps), manual: plans.flatMap(({ manual }) => manual) }
  } finally {
    client.destroy()
  }
}

async function planTable(
  client: DynamoDBClient,
  region: string,
  wanted: CreateTableCommandInput,
  expires: boolean,
): Promise<RepairPlan> {
  const name = String(wanted.TableName)
  const described = await describeTable(client, name)
  if ('finding' in described) return { steps: [], manual: [described.finding] }
  const problems = problemsOf(region, wanted, described.table)
  const steps = problems.flatMap((problem) => stepOf(region, wanted, problem))
  const manual = problems.flatMap(({ message, fix, repair }): Finding[] =>
    repair ? [] : [failure(message, fix)],
  )
  if (!expires || manual.length > 0) return { steps, manual }
  const expiry = described.table ? await diagnoseExpiry(client, region, name) : undefined
  if (expiry?.severity === 'ok') return { steps, manual }
  // Only a table without expiry can be given one: a wrong attribute must be switched off an hour before.
  if (expiry?.severity === 'error') return { steps, manual: [expiry] }
  return { steps: [...steps, expiryStep(region, name)], manual }
}

function stepOf(
  region: string,
  wanted: CreateTableCommandInput,
  { message, repair }: TableProblem,
): RepairStep[] {
  const resource = `table ${wanted.TableName}`
  const step = (action: string, cost: string, run: (client: DynamoDBClient) => Promise<unknown>) => [
    { resource, action, cost, run: () => withClient(region, run) },
  ]
  if (repair === undefined) return []
  if (repair === 'wait') {
    const run = (client: DynamoDBClient) => untilUsable(client, String(wanted.TableName))
    return step(`wait until it is ACTIVE (${message})`, 'no cost', run)
  }
  if (repair === 'create table') {
    const indexes = wanted.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName) ?? []
    const what = indexes.length > 0 ? ` with the indexes ${indexes.join(', ')}` : ''
    return step(`create it${what}`, 'paid per request, no cost while unused', async (client) => {
      await client.send(new CreateTableCommand(wanted)).catch(unlessItExists)
      await untilUsable(client, String(wanted.TableName))
    })
  }
  const { addIndex } = repair
  return step(
    `create the index ${addIndex.IndexName}`,
    'one write unit per kB for each existing item that it lists, and its storage',
    (client) => createIndex(client, wanted, addIndex),
  )
}

function expiryStep(region: string, TableName: string): RepairStep {
  return {
    resource: `table ${TableName}`,
    action: `delete rows automatically once ${TTL_ATTRIBUTE} has passed`,
    cost: 'no cost',
    run: () =>
      withClient(region, async (client) => {
        await untilUsable(client, TableName)
        const TimeToLiveSpecification = { Enabled: true, AttributeName: TTL_ATTRIBUTE }
        await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }))
      }),
  }
}

async function createIndex(
  client: DynamoDBClient,
  wanted: CreateTableCommandInput,
  index: GlobalSecondaryIndex,
) {
  const name = String(wanted.TableName)
  // DynamoDB creates one index at a time.
  const table = await untilUsable(client, name)
  const isThere = table.GlobalSecondaryIndexes?.some(({ IndexName }) => IndexName === index.IndexName)
  if (!isThere) await client.send(new UpdateTableCommand(indexUpdate(wanted, index, table)))
  await untilUsable(client, name)
}

/** Waits until the table and all its indexes are ACTIVE. Filling an index of a large table may take hours. */
async function untilUsable(client: DynamoDBClient, TableName: string): Promise<TableDescription> {
  for (;;) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }))
    const statuses = [Table?.TableStatus, ...(Table?.GlobalSecondaryIndexes ?? []).map((i) => i.IndexStatus)]
    if (Table && statuses.every((status) => status === 'ACTIVE')) return Table
    await wait(POLL_MS)
  }
}

async function withClient(region: string, run: (client: DynamoDBClient) => Promise<unknown>) {
  const client = new DynamoDBClient({ region, ...CHECK_OPTIONS })
  try {
    await run(client)
  } finally {
    client.destroy()
  }
}

function unlessItExists(error: Error) {
  if (error.name !== 'ResourceInUseException') throw error
}
