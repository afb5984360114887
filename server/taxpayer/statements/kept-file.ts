import { originalKey } from '../../receipts/files/keys.ts'
import { storedKeys } from '../../stored-keys.ts'
import type { TaxpayerItem } from '../ports.ts'
import { statementSchema } from './model.ts'

type Document = Pick<TaxpayerItem, 'item' | 'data'>

/** The file of a stored statement; undefined for any other document, and for a statement without a complete file. */
export function keptFile(userId: string, { item, data }: Document) {
  if (!storedKeys.statement.has(item)) return undefined
  const { state, id, file } = statementSchema.parse(data)
  return state === 'kept' ? { key: originalKey(userId, id, file.id), statementId: id, file } : undefined
}
