import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import {
  type CreateGlobalSecondaryIndexAction,
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  PutItemCommand,
  ScanCommand,
  type UpdateTableCommandInput,
} from '@aws-sdk/client-dynamodb'
import { close, listen, REGION } from './aws.ts'

/** The answer of DescribeTimeToLive by table, or the error it answers with. */
export type TableExpiry = Record<
  string,
  { TimeToLiveStatus: string; AttributeName?: string } | { error: string }
>

interface Settings {
  expiry: TableExpiry
  /** Tables whose expiry was asked for. */
  asked: string[]
  /** Requests that change a setting, e.g. `UpdateTable receipts by_year`. */
  changes: string[]
  /** Actions that the role may not use, e.g. `DescribeTable`. */
  denied: Set<string>
  /** How many answers of DescribeTable say that a new index is still being created. */
  creating: number
  /** Called with every change before it is made; an error name it returns is answered instead. */
  onChange: (change: string) => string | undefined
}

/**
 * The settings of tables that dynalite does not implement: expiry, and adding an index to a table. Everything else is
 * passed on to `endpoint`.
 */
export async function startTableSettings(endpoint: string) {
  const state: Settings = {
    expiry: {},
    asked: [],
    changes: [],
    denied: new Set(),
    creating: 0,
    onChange: () => undefined,
  }
  const pending = new Map<string, number>()
  /** Until a table has its new index, nothing else is answered. */
  let replacing: Promise<void> | undefined
  const client = new DynamoDBClient({
    region: REGION,
    endpoint,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })

  async function updateTable({
    TableName,
    AttributeDefinitions,
    GlobalSecondaryIndexUpdates,
  }: UpdateTableCommandInput) {
    const [create, ...more] = (GlobalSecondaryIndexUpdates ?? []).flatMap(({ Create }) => Create ?? [])
    if (more.length > 0 || pending.size > 0) return 'LimitExceededException'
    if (!create) return 'ValidationException'
    replacing = addIndex(client, String(TableName), create, AttributeDefinitions ?? [])
    await replacing
    if (state.creating > 0) pending.set(String(create.IndexName), state.creating)
    return undefined
  }

  const server = createServer(async (request, response) => {
    const body = new Uint8Array(await buffer(request))
    const answer = (status: number, json: object) => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' })
      response.end(JSON.stringify(json))
    }
    const fail = (name: string) => answer(400, { __type: `com.amazon.coral.service#${name}` })
    const action = String(request.headers['x-amz-target']).replace('DynamoDB_20120810.', '')
    // The doctor compares the clock with whatever it answers.
    if (body.length === 0) return void response.writeHead(404).end()
    const input = JSON.parse(String(Buffer.from(body)))
    await replacing
    if (state.denied.has(action)) return fail('AccessDeniedException')
    if (['UpdateTable', 'UpdateTimeToLive', 'CreateTable'].includes(action)) {
      const index = input.GlobalSecondaryIndexUpdates?.[0]?.Create?.IndexName ?? ''
      const change = `${action} ${input.TableName} ${index}`.trim()
      const error = state.onChange(change)
      if (error) return fail(error)
      state.changes.push(change)
    }
    if (action === 'DescribeTimeToLive') {
      state.asked.push(input.TableName)
      const expiry = state.expiry[input.TableName] ?? { TimeToLiveStatus: 'DISABLED' }
      if ('error' in expiry) return fail(expiry.error)
      return answer(200, { TimeToLiveDescription: expiry })
    }
    if (action === 'UpdateTimeToLive') {
      const { Enabled, AttributeName } = input.TimeToLiveSpecification
      state.expiry[input.TableName] = { TimeToLiveStatus: Enabled ? 'ENABLED' : 'DISABLED', AttributeName }
      return answer(200, { TimeToLiveSpecification: input.TimeToLiveSpecification })
    }
    if (action === 'UpdateTable') {
      const error = await updateTable(input)
      return error ? fail(error) : answer(200, { TableDescription: {} })
    }
    const { host, connection, 'content-length': length, ...headers } = request.headers
    const passed = await fetch(endpoint, { method: 'POST', headers: headers as Record<string, string>, body })
    const json = (await passed.json()) as { Table?: { GlobalSecondaryIndexes?: Index[] } }
    if (action === 'DescribeTable') showPending(json.Table?.GlobalSecondaryIndexes ?? [])
    answer(passed.status, json)
  })

  function showPending(indexes: Index[]) {
    for (const index of indexes) {
      const left = pending.get(index.IndexName)
      if (left === undefined) continue
      index.IndexStatus = 'CREATING'
      if (left > 1) pending.set(index.IndexName, left - 1)
      else pending.delete(index.IndexName)
    }
  }

  return Object.assign(state, {
    endpoint: await listen(server),
    async close() {
      client.destroy()
      await close(server)
    },
  })
}

interface Index {
  IndexName: string
  IndexStatus: string
}

/** Replaces the table by one with the index and the same items. */
async function addIndex(
  client: DynamoDBClient,
  TableName: string,
  index: CreateGlobalSecondaryIndexAction,
  attributes: NonNullable<UpdateTableCommandInput['AttributeDefinitions']>,
) {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }))
  const { Items = [] } = await client.send(new ScanCommand({ TableName }))
  await client.send(new DeleteTableCommand({ TableName }))
  while (await exists(client, TableName)) await wait(5)
  const old = (Table?.GlobalSecondaryIndexes ?? []).map(({ IndexName, KeySchema, Projection }) => ({
    IndexName,
    KeySchema,
    Projection,
  }))
  const known = (Table?.AttributeDefinitions ?? []).filter(
    ({ AttributeName }) => !attributes.some((one) => one.AttributeName === AttributeName),
  )
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: Table?.KeySchema,
      AttributeDefinitions: [...known, ...attributes],
      GlobalSecondaryIndexes: [...old, index],
    }),
  )
  while (!(await exists(client, TableName))) await wait(5)
  for (const Item of Items) await client.send(new PutItemCommand({ TableName, Item }))
}

/** Whether the table can be used. */
async function exists(client: DynamoDBClient, TableName: string): Promise<boolean> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }))
    return Table?.TableStatus === 'ACTIVE'
  } catch (error) {
    if ((error as Error).name !== 'ResourceNotFoundException') throw error
    return false
  }
}
