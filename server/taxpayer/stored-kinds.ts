import { repairFile } from '../receipts/repair.ts'
import { storedKeys } from '../stored-keys.ts'
import { storedFactsSchema } from './facts.ts'
import { statementSchema } from './statements/model.ts'
import type { StoredKind } from './stored-items.ts'

/** Until November 2026 a statement could have the page size of its PDF in fractions of a point. */
export const repairStatement = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'file' in data
    ? { ...data, file: repairFile(data.file) }
    : data

export const factsKind: StoredKind = {
  prefix: storedKeys.year.prefix,
  name: 'taxpayer facts',
  schema: storedFactsSchema,
  repair: null,
}

export const statementKind: StoredKind = {
  prefix: storedKeys.statement.prefix,
  name: 'statement',
  schema: statementSchema,
  repair: repairStatement,
}
