import type { RecoverFiles } from '../../receipts/files/recover-files.ts'
import { instantOf } from '../../receipts/instant-of.ts'
import { fileSchema } from '../../receipts/parts.ts'
import { instant } from '../../receipts/values.ts'
import type { DamagedItemError } from '../ports.ts'
import { repairStatement } from '../stored-kinds.ts'
import { type Statement, statementSchema } from './model.ts'
import { statementKey } from './statement-key.ts'

const { state, kind, shows } = statementSchema.shape

/**
 * A damaged statement as far as it can be read; its file is found in the file store where the record does not name it.
 * @returns undefined where there is neither
 */
export async function readableStatement(
  recoverFiles: RecoverFiles,
  userId: string,
  { id: item, version, data }: DamagedItemError,
): Promise<Statement | undefined> {
  const { year, id } = statementKey(item)
  const repaired = repairStatement(data)
  const members: Record<string, unknown> =
    typeof repaired === 'object' && repaired !== null ? { ...repaired } : {}
  const file = fileSchema.safeParse(members.file).data ?? (await recoverFiles({ userId, id }))[0]
  if (!file) return undefined
  return {
    schema: 1,
    state: state.safeParse(members.state).data ?? 'kept',
    id,
    kind: kind.safeParse(members.kind).data ?? 'other',
    shows: shows.safeParse(members.shows).data ?? null,
    file,
    addedAt: instant.safeParse(members.addedAt).data ?? instantOf(id).toISOString(),
    year,
    version,
    damaged: true,
  }
}
