import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { type Attribute, AttributeType, BillingMode, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb'
import {
  expiringTables,
  type TableNames,
  TTL_ATTRIBUTE,
  tableDefinitions,
} from '../../server/adapters/dynamodb/tables.ts'

type Definition = ReturnType<typeof tableDefinitions>[number]
type KeySchema = Definition['KeySchema']

export type Tables = { [table in keyof TableNames]: Table }

const LOGICAL_IDS: TableNames = {
  receipts: 'Receipts',
  revokedTokens: 'BlacklistTokens',
  taxpayers: 'Taxpayers',
}

/** The tables just as the server's adapter describes them. */
export function tablesOf(stack: Stack, names: TableNames): Tables {
  const expiring = expiringTables(names)
  const definitions = tableDefinitions(names)
  const made = (table: keyof TableNames) => {
    const definition = definitions.find(({ TableName }) => TableName === names[table])
    if (!definition) throw new Error(`the adapter describes no table of ${table}`)
    return create(stack, LOGICAL_IDS[table], definition, expiring.includes(names[table]))
  }
  return { receipts: made('receipts'), revokedTokens: made('revokedTokens'), taxpayers: made('taxpayers') }
}

function create(stack: Stack, id: string, definition: Definition, expires: boolean): Table {
  const table = new Table(stack, id, {
    tableName: definition.TableName,
    ...keys(definition, definition.KeySchema),
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    timeToLiveAttribute: expires ? TTL_ATTRIBUTE : undefined,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  for (const { IndexName = '', KeySchema, Projection } of definition.GlobalSecondaryIndexes ?? []) {
    table.addGlobalSecondaryIndex({
      indexName: IndexName,
      ...keys(definition, KeySchema),
      projectionType: ProjectionType[Projection?.ProjectionType ?? 'ALL'],
      nonKeyAttributes: Projection?.NonKeyAttributes,
    })
  }
  return table
}

function keys({ AttributeDefinitions = [] }: Definition, schema: KeySchema = []) {
  const key = (type: 'HASH' | 'RANGE'): Attribute | undefined => {
    const name = schema.find(({ KeyType }) => KeyType === type)?.AttributeName
    const kind = AttributeDefinitions.find(({ AttributeName }) => AttributeName === name)?.AttributeType
    return name === undefined
      ? undefined
      : { name, type: kind === 'N' ? AttributeType.NUMBER : AttributeType.STRING }
  }
  const partitionKey = key('HASH')
  if (!partitionKey) throw new Error('a table or an index without a partition key')
  return { partitionKey, sortKey: key('RANGE') }
}
