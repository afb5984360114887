import { tableDefinitions } from '../../server/adapters/dynamodb/tables.ts'

export type Item = Record<string, unknown>

const WRITE_UNIT = 1024
const READ_UNIT = 4096

/** Bytes as DynamoDB counts them: names and values (Amazon DynamoDB guide, "Item sizes and formats"). */
export const sizeOf = (item: Item | undefined) =>
  Object.entries(item ?? {}).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + sizeOfValue(value),
    0,
  )

function sizeOfValue(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value)
  if (typeof value === 'number')
    return Math.ceil(String(Math.abs(value)).replace(/[.0]+$/, '').length / 2) + 1
  if (value instanceof Uint8Array) return value.length
  return 1
}

const units = (bytes: number, unit: number) => Math.max(1, Math.ceil(bytes / unit))

/** Read units of one read of so many bytes. */
export const readUnits = (bytes: number, consistent: boolean) =>
  units(bytes, READ_UNIT) * (consistent ? 1 : 0.5)

const definitions = tableDefinitions({
  receipts: 'receipts',
  revokedTokens: 'revoked',
  taxpayers: 'taxpayers',
})
const indexes = definitions.flatMap(({ TableName, GlobalSecondaryIndexes = [] }) =>
  GlobalSecondaryIndexes.map(({ IndexName = '', KeySchema = [], Projection }) => ({
    table: String(TableName),
    name: IndexName,
    keys: KeySchema.map(({ AttributeName = '' }) => AttributeName),
    projected: [...(Projection?.NonKeyAttributes ?? []), 'receipt_id'],
  })),
)

type Index = (typeof indexes)[number]

/** What an index holds of an item; undefined where a key is missing. */
function entryOf({ keys, projected }: Index, item: Item | undefined): Item | undefined {
  if (!item || keys.some((key) => item[key] === undefined)) return undefined
  const names = [...new Set([...keys, ...projected])].filter((name) => item[name] !== undefined)
  return Object.fromEntries(names.map((name) => [name, item[name]]))
}

/** Write units of the table and of each index that a change of one item touches. */
export function writeUnits(table: string, before: Item | undefined, after: Item | undefined) {
  const used: Record<string, number> = {
    [table]: units(Math.max(sizeOf(before), sizeOf(after)), WRITE_UNIT),
  }
  for (const index of indexes.filter((one) => one.table === table)) {
    const cost = indexUnits(index, entryOf(index, before), entryOf(index, after))
    if (cost > 0) used[index.name] = cost
  }
  return used
}

function indexUnits(index: Index, before: Item | undefined, after: Item | undefined): number {
  const of = (entry: Item | undefined) => (entry ? units(sizeOf(entry), WRITE_UNIT) : 0)
  if (!before || !after) return of(before) + of(after)
  // A changed key is a removal and an insertion.
  if (index.keys.some((key) => before[key] !== after[key])) return of(before) + of(after)
  const isSame = JSON.stringify(before) === JSON.stringify(after)
  return isSame ? 0 : Math.max(of(before), of(after))
}
