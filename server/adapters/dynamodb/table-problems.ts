import type {
  CreateTableCommandInput,
  GlobalSecondaryIndex,
  GlobalSecondaryIndexDescription,
  KeySchemaElement,
  TableDescription,
} from '@aws-sdk/client-dynamodb'
import { addIndexCommand, deleteIndexCommand, REPAIR, waitCommand } from './commands.ts'

/** Something that a table lacks, and the command that adds it. */
export interface TableProblem {
  message: string
  fix: string
  /** What `npm run doctor -- --repair` can do about it; undefined: nothing. */
  repair?: 'create table' | 'wait' | { addIndex: GlobalSecondaryIndex }
}

const UNUSABLE_TABLE = new Set(['CREATING', 'DELETING', 'ARCHIVING', 'ARCHIVED'])
const UNUSABLE_INDEX = new Set(['CREATING', 'DELETING'])

/**
 * What a table lacks of its definition in tables.ts. Further indexes and projected attributes do no harm.
 * @param table undefined when it does not exist
 */
export function problemsOf(
  region: string,
  wanted: CreateTableCommandInput,
  table: TableDescription | undefined,
): TableProblem[] {
  const name = String(wanted.TableName)
  if (!table) {
    const fix = `${REPAIR}, or deploy infra/ (docs/aws.md), or correct the variable with its name or AWS_REGION`
    return [{ message: `table ${name} does not exist in ${region}`, fix, repair: 'create table' }]
  }
  const [is, must] = [keysOf(table.KeySchema, table), keysOf(wanted.KeySchema, wanted)]
  if (is !== must) {
    const fix = `the key of a table cannot be changed: set the variable to another name, then ${REPAIR}`
    return [{ message: `table ${name} has the key ${is}, but needs ${must}`, fix }]
  }
  const status = String(table.TableStatus)
  if (UNUSABLE_TABLE.has(status)) {
    return [{ message: `table ${name} is ${status}`, fix: waitCommand(region, name), repair: 'wait' }]
  }
  return (wanted.GlobalSecondaryIndexes ?? []).flatMap((index) => indexProblems(region, wanted, index, table))
}

function indexProblems(
  region: string,
  wanted: CreateTableCommandInput,
  index: GlobalSecondaryIndex,
  table: TableDescription,
): TableProblem[] {
  const [name, indexName] = [String(wanted.TableName), String(index.IndexName)]
  const found = table.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === indexName)
  if (!found) {
    const fix = addIndexCommand(region, wanted, index, table)
    return [{ message: `table ${name} has no index ${indexName}`, fix, repair: { addIndex: index } }]
  }
  const wrong = [wrongKeys(wanted, index, found, table), wrongProjection(index, found)]
  const problems = wrong.flatMap((what): TableProblem[] => {
    const fix = `${deleteIndexCommand(region, name, indexName)}, then ${REPAIR}`
    return what ? [{ message: `table ${name} has the index ${indexName} ${what}`, fix }] : []
  })
  if (problems.length > 0 || !UNUSABLE_INDEX.has(String(found.IndexStatus))) return problems
  const message = `table ${name} has the index ${indexName} still ${found.IndexStatus}`
  return [{ message, fix: waitCommand(region, name), repair: 'wait' }]
}

function wrongKeys(
  wanted: CreateTableCommandInput,
  index: GlobalSecondaryIndex,
  found: GlobalSecondaryIndexDescription,
  table: TableDescription,
): string | undefined {
  const [is, must] = [keysOf(found.KeySchema, table), keysOf(index.KeySchema, wanted)]
  return is === must ? undefined : `by ${is}, but needs it by ${must}`
}

function wrongProjection(
  index: GlobalSecondaryIndex,
  found: GlobalSecondaryIndexDescription,
): string | undefined {
  const { ProjectionType, NonKeyAttributes = [] } = found.Projection ?? {}
  const absent = (index.Projection?.NonKeyAttributes ?? []).filter((a) => !NonKeyAttributes.includes(a))
  return ProjectionType === 'ALL' || absent.length === 0 ? undefined : `without ${absent.join(', ')}`
}

type Attributes = Pick<TableDescription, 'AttributeDefinitions'>

/** `receipt_id (S), day (N)` */
function keysOf(keys: KeySchemaElement[] | undefined, of: Attributes): string {
  const type = (name: string | undefined) =>
    of.AttributeDefinitions?.find(({ AttributeName }) => AttributeName === name)?.AttributeType ?? '?'
  const ordered = [...(keys ?? [])].sort((a, b) => String(a.KeyType).localeCompare(String(b.KeyType)))
  return ordered.map(({ AttributeName }) => `${AttributeName} (${type(AttributeName)})`).join(', ')
}
