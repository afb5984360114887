import type {
  CreateTableCommandInput,
  GlobalSecondaryIndex,
  KeySchemaElement,
} from '@aws-sdk/client-dynamodb'

export interface TableNames {
  receipts: string
  revokedTokens: string
  taxpayers: string
}

export const BY_USER = 'by_user'
export const BY_YEAR = 'by_year'
export const WORK = 'work'

/** The attribute whose time has come when DynamoDB may remove the row. */
export const TTL_ATTRIBUTE = 'expires_at'
/** The tables that have it. */
export const expiringTables = ({ revokedTokens, taxpayers }: TableNames) => [revokedTokens, taxpayers]

/**
 * The three tables as CreateTable takes them, on demand. What stands in no list has no `user_id` and no `user_year`,
 * what has no work no `work`: an index holds only what is looked for in it. The receipt's owner is `owner`.
 */
export function tableDefinitions(names: TableNames): CreateTableCommandInput[] {
  return [
    {
      TableName: names.receipts,
      BillingMode: 'PAY_PER_REQUEST',
      ...keys('receipt_id'),
      AttributeDefinitions: [
        ...['receipt_id', 'user_id', 'user_year', 'day_receipt', 'work'].map(text),
        { AttributeName: 'lease_until', AttributeType: 'N' },
      ],
      GlobalSecondaryIndexes: [
        index(BY_USER, ['user_id', 'receipt_id'], ['summary']),
        index(BY_YEAR, ['user_year', 'day_receipt'], ['summary']),
        index(WORK, ['work', 'lease_until'], ['owner']),
      ],
    },
    {
      TableName: names.revokedTokens,
      BillingMode: 'PAY_PER_REQUEST',
      ...keys('token_jti', 'logout_time'),
      AttributeDefinitions: ['token_jti', 'logout_time'].map(text),
    },
    {
      TableName: names.taxpayers,
      BillingMode: 'PAY_PER_REQUEST',
      ...keys('user_id', 'item'),
      AttributeDefinitions: ['user_id', 'item'].map(text),
    },
  ]
}

const text = (name: string) => ({ AttributeName: name, AttributeType: 'S' as const })

function keys(partition: string, sort?: string): { KeySchema: KeySchemaElement[] } {
  const KeySchema: KeySchemaElement[] = [{ AttributeName: partition, KeyType: 'HASH' }]
  if (sort) KeySchema.push({ AttributeName: sort, KeyType: 'RANGE' })
  return { KeySchema }
}

function index(name: string, [partition = '', sort]: string[], projected: string[]): GlobalSecondaryIndex {
  const Projection = { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: projected }
  return { IndexName: name, ...keys(partition, sort), Projection }
}
