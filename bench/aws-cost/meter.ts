import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
import type { Dynamo } from '../../server/adapters/dynamodb/database.ts'
import { type Item, readUnits, sizeOf, writeUnits } from './units.ts'

export interface Cost {
  reads: number
  writes: number
  /** Write units by table and index. */
  parts: Record<string, number>
  requests: number
  /** What they ask of what, in an order of their own: many go side by side. */
  sent: string[]
  /** What the engine says it took; undefined where it does not count indexes. */
  engine: { reads: number; writes: number } | undefined
  /** Requests that more receipts of other people would make dearer. */
  growing: string[]
}

interface Command {
  constructor: { name: string }
  // biome-ignore lint/suspicious/noExplicitAny: the inputs of all commands, looked at by their names
  input: any
}
// biome-ignore lint/suspicious/noExplicitAny: the answers of all commands
type Answer = any

const WRITES = ['PutCommand', 'UpdateCommand', 'DeleteCommand']

/** A DynamoDB that counts what each request costs, from the items it reads and changes. */
export function metered(dynamo: Dynamo, options: { asksEngine: boolean }) {
  const names = new Map(Object.entries(dynamo.tables).map(([table, name]) => [name as string, table]))
  let cost = nothing()

  async function stored(input: Command['input']): Promise<Item | undefined> {
    const key = input.Key ?? keyOf(names.get(input.TableName), input.Item)
    const get = new GetCommand({ TableName: input.TableName, Key: key, ConsistentRead: true })
    return (await dynamo.call((client, how) => client.send(get, how))).Item
  }

  async function send(command: Command, sending: object): Promise<Answer> {
    const { input } = command
    const { name } = command.constructor
    const isWrite = WRITES.includes(name)
    if (options.asksEngine) input.ReturnConsumedCapacity = 'INDEXES'
    if (name === 'QueryCommand') askForWholeItems(input)
    const before = isWrite ? await stored(input) : undefined
    const answer: Answer = await (dynamo.client.send as (c: Command, o: object) => Promise<Answer>)(
      command,
      sending,
    )
    cost.requests++
    cost.sent.push(`${name} ${input.IndexName ?? names.get(input.TableName)} ${input.Limit ?? ''}`)
    if (isWrite) {
      const used = writeUnits(String(names.get(input.TableName)), before, await stored(input))
      for (const [part, units] of Object.entries(used)) {
        cost.parts[part] = (cost.parts[part] ?? 0) + units
        cost.writes += units
      }
    } else cost.reads += readCost(name, input, answer)
    if (isGrowing(name, input)) cost.growing.push(`${name} of ${input.IndexName ?? input.TableName}`)
    for (const used of [answer.ConsumedCapacity ?? []].flat()) {
      if (cost.engine) cost.engine[isWrite ? 'writes' : 'reads'] += used.CapacityUnits
    }
    return answer
  }

  const client = { send } as unknown as DynamoDBDocumentClient
  return {
    dynamo: { ...dynamo, call: (operation) => dynamo.call((_, how) => operation(client, how)) } as Dynamo,
    /** What was spent since it was last asked. */
    spent(): Cost {
      const spent = { ...cost, sent: cost.sent.sort() }
      cost = nothing()
      return spent
    },
  }

  function nothing(): Cost {
    const engine = options.asksEngine ? { reads: 0, writes: 0 } : undefined
    return { reads: 0, writes: 0, parts: {}, requests: 0, sent: [], engine, growing: [] }
  }
}

export type Meter = ReturnType<typeof metered>

function keyOf(table: string | undefined, item: Item): Item {
  if (table === 'receipts') return { receipt_id: item.receipt_id }
  if (table === 'taxpayers') return { user_id: item.user_id, item: item.item }
  return { token_jti: item.token_jti, logout_time: item.logout_time }
}

function readCost(name: string, input: Command['input'], answer: Answer): number {
  if (name === 'GetCommand') return readUnits(sizeOf(answer.Item), Boolean(input.ConsistentRead))
  const of = (items: Item[] = []) => items.map(sizeOf)
  if (name === 'QueryCommand') {
    const bytes = of(answer.Items).reduce((sum, size) => sum + size, 0)
    return readUnits(bytes, Boolean(input.ConsistentRead))
  }
  const tables = Object.entries<{ ConsistentRead?: boolean }>(input.RequestItems)
  return tables.reduce((sum, [table, { ConsistentRead }]) => {
    const sizes = of(answer.Responses?.[table])
    return sum + sizes.reduce((total, size) => total + readUnits(size, Boolean(ConsistentRead)), 0)
  }, 0)
}

/** A query pays for the whole entries it reads, also where a projection answers less of them. */
function askForWholeItems(input: Command['input']) {
  delete input.ProjectionExpression
  const used = `${input.KeyConditionExpression} ${input.FilterExpression ?? ''}`.split(/[^#\w]+/)
  const names = Object.entries(input.ExpressionAttributeNames ?? {})
  input.ExpressionAttributeNames = Object.fromEntries(names.filter(([name]) => used.includes(name)))
}

/** Everything else names whole keys, or one partition that is one person's or one token's. */
function isGrowing(name: string, { IndexName, Limit }: Command['input']): boolean {
  if (name === 'ScanCommand') return true
  return IndexName === 'work' && Limit === undefined
}
