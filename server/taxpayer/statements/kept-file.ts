import { originalKey } from '../../receipts/files/keys.ts'
import { storedKeys } from '../../stored-keys.ts'
import type { TaxpayerItem } from '../ports.ts'
import { repairStatement } from '../stored-kinds.ts'
import { statementSchema } from './model.ts'

type Document = Pick<TaxpayerItem, 'item' | 'data'>

/**
 * The file of a stored statement; undefined for any other document, for a statement without a complete file, and where
 * it cannot be read.
 */
export function keptFile(userId: string, { item, data }: Document) {
  if (!storedKeys.statement.has(item)) return undefined
  const { state, id, file } = statementSchema.safeParse(repairStatement(data)).data ?? {}
  return state === 'kept' && id && file
    ? { key: originalKey(userId, id, file.id), statementId: id, file }
    : undefined
}
