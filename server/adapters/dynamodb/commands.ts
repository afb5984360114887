import type {
  CreateTableCommandInput,
  GlobalSecondaryIndex,
  ProvisionedThroughput,
  TableDescription,
  UpdateTableCommandInput,
} from '@aws-sdk/client-dynamodb'
import { TTL_ATTRIBUTE } from './tables.ts'

export const REPAIR = 'npm run doctor -- --repair'

/** Adds one index; DynamoDB creates only one at a time. A table with provisioned capacity needs it for the index too. */
export function indexUpdate(
  { TableName, AttributeDefinitions }: CreateTableCommandInput,
  index: GlobalSecondaryIndex,
  table: TableDescription,
): UpdateTableCommandInput {
  const names = index.KeySchema?.map(({ AttributeName }) => AttributeName)
  const provisioned = provisionedThroughputOf(table)
  return {
    TableName,
    AttributeDefinitions: AttributeDefinitions?.filter(({ AttributeName }) => names?.includes(AttributeName)),
    GlobalSecondaryIndexUpdates: [
      { Create: { ...index, ...(provisioned && { ProvisionedThroughput: provisioned }) } },
    ],
  }
}

function provisionedThroughputOf(table: TableDescription): ProvisionedThroughput | undefined {
  const { ReadCapacityUnits = 0, WriteCapacityUnits = 0 } = table.ProvisionedThroughput ?? {}
  if (table.BillingModeSummary?.BillingMode === 'PAY_PER_REQUEST' || ReadCapacityUnits === 0) return undefined
  return { ReadCapacityUnits, WriteCapacityUnits }
}

export function addIndexCommand(
  region: string,
  wanted: CreateTableCommandInput,
  index: GlobalSecondaryIndex,
  table: TableDescription,
): string {
  const { AttributeDefinitions, GlobalSecondaryIndexUpdates } = indexUpdate(wanted, index, table)
  return [
    `aws dynamodb update-table --region ${region} --table-name ${wanted.TableName}`,
    `--attribute-definitions '${JSON.stringify(AttributeDefinitions)}'`,
    `--global-secondary-index-updates '${JSON.stringify(GlobalSecondaryIndexUpdates)}'`,
  ].join(' ')
}

export const deleteIndexCommand = (region: string, table: string, index: string) =>
  `aws dynamodb update-table --region ${region} --table-name ${table} --global-secondary-index-updates '[{"Delete":{"IndexName":"${index}"}}]'`

export const waitCommand = (region: string, table: string) =>
  `wait until it is ACTIVE: aws dynamodb describe-table --region ${region} --table-name ${table}`

export const expiryCommand = (region: string, table: string, enabled = true, attribute = TTL_ATTRIBUTE) =>
  `aws dynamodb update-time-to-live --region ${region} --table-name ${table} --time-to-live-specification Enabled=${enabled},AttributeName=${attribute}`
