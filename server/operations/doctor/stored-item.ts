import { readSession } from '../../identity/stored-session.ts'
import { idempotencyRowSchema } from '../../receipts/ports.ts'
import { storedKeys } from '../../stored-keys.ts'
import { memberPaths } from '../../stored-record.ts'
import { DamagedItemError } from '../../taxpayer/ports.ts'
import { createItemChecks, type StoredKind } from '../../taxpayer/stored-items.ts'
import { type DamagedRecord, damagedRecord } from '../damaged-record.ts'

/** An item of a taxpayer, as a store has it. */
export interface StoredItem {
  userId: string
  item: string
  /** The document of kinds that are documents. */
  document: unknown
  /** The members of sessions and idempotency keys. */
  members: unknown
  /** In seconds since 1970, where it ends. */
  expiresAt: unknown
}

/** Says what is damaged in an item; undefined where nothing is, and for kinds whose content is never read. */
export function createItemExamination(kinds: readonly StoredKind[]) {
  const checks = createItemChecks(kinds)

  function damageOfDocument({ item, document }: StoredItem): string[] {
    try {
      checks.read({ item, version: 0, data: document })
      return []
    } catch (error) {
      if (error instanceof DamagedItemError) return error.members
      throw error
    }
  }

  return function examine(stored: StoredItem): DamagedRecord | undefined {
    const { userId, item, members, expiresAt } = stored
    const found = (kind: string, damaged: string[]) =>
      damaged.length > 0 ? damagedRecord(userId, { kind, id: item, members: damaged }) : undefined

    if (storedKeys.session.has(item)) {
      const { damaged } = readSession(storedKeys.session.rest(item), members, expiresAt)
      return found('session', damaged ? ['all of it'] : [])
    }
    if (storedKeys.idempotency.has(item)) {
      const { error } = idempotencyRowSchema.safeParse(members)
      return found('idempotency key', error ? memberPaths(error) : [])
    }
    const kind = kinds.find(({ prefix }) => item.startsWith(prefix))
    return kind && found(kind.name, damageOfDocument(stored))
  }
}
