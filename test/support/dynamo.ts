import { CreateTableCommand, DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import dynalite from 'dynalite'
import { type TableNames, tableDefinitions } from '../../server/adapters/dynamodb/tables.ts'
import { awsEnvironment, close, listen, REGION } from './aws.ts'

export interface TestDynamo {
  endpoint: string
  /** Creates empty tables. */
  createTables(): Promise<TableNames>
  dropTables(names: TableNames): Promise<void>
  close(): Promise<void>
}

let tables = 0

/** The engine AWS_ENDPOINT_URL_DYNAMODB names, else a dynalite that the clients of this process then use. */
export async function startDynamo(): Promise<TestDynamo> {
  const given = process.env.AWS_ENDPOINT_URL_DYNAMODB
  const server = given ? undefined : dynalite({ createTableMs: 0, deleteTableMs: 0 })
  const endpoint = server ? await listen(server) : String(given)
  Object.assign(process.env, awsEnvironment(), { AWS_ENDPOINT_URL_DYNAMODB: endpoint })
  const client = new DynamoDBClient({ region: REGION })

  return {
    endpoint,
    async createTables() {
      const suffix = `${process.pid}-${++tables}`
      const names = {
        receipts: `receipts-${suffix}`,
        revokedTokens: `my-blacklist-token-${suffix}`,
        taxpayers: `taxpayers-${suffix}`,
      }
      for (const definition of tableDefinitions(names)) await client.send(new CreateTableCommand(definition))
      return names
    },
    async dropTables(names) {
      for (const TableName of Object.values(names)) await client.send(new DeleteTableCommand({ TableName }))
    },
    async close() {
      client.destroy()
      if (server) await close(server)
    },
  }
}
