import { originalKey } from '../../receipts/files/keys.ts'
import { storedKeys } from '../../stored-keys.ts'
import type { TaxpayerItem } from '../ports.ts'
import { statementSchema } from './model.ts'

type Document = Pick<TaxpayerItem, 'item' | 'data'>

/** The file that a taxpayer's document keeps: that of a statement which has arrived. Undefined for every other. */
export function keptFile(userId: string, { item, data }: Document) {
  if (!storedKeys.statement.has(item)) return undefined
  const { state, id, file } = statementSchema.parse(data)
  return state === 'kept' ? { key: originalKey(userId, id, file.id), statementId: id, file } : undefined
}
