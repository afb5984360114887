import type { Receipt } from '../model.ts'
import type { DamagedReceiptError } from '../ports.ts'
import type { WorkContext } from './deps.ts'

/**
 * Decides what is due for a damaged receipt, whose lease this process has. What only deletes goes on. Reading it would
 * replace what is damaged, so that waits until a person asks for it.
 * @returns the receipt where its work goes on
 */
export async function settleDamaged(
  { store, events, processId }: Pick<WorkContext, 'store' | 'events' | 'processId'>,
  error: DamagedReceiptError,
): Promise<Receipt | undefined> {
  const { salvaged } = error
  if (salvaged.status === 'receiving' || salvaged.trashedAt) return salvaged
  events.recordDamaged(error.kind, error.id, error.members)
  await store.finish(salvaged, processId)
  return undefined
}
