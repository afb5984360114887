import { z } from 'zod'
import { storedKeys } from '../../stored-keys.ts'
import { DamagedItemError, type TaxpayerItems } from '../../taxpayer/ports.ts'
import type { StoredKind } from '../../taxpayer/stored-items.ts'

export const MARK_KEY = storedKeys.erasing.of()

/** Stored for a person while everything of theirs is being erased. */
const markSchema = z.object({
  /** The id of the hidden receipt by which the work index finds the erasure. */
  job: z.string(),
  username: z.string().nullable(),
  pass: z.enum(['first', 'last']),
  /**
   * The last day on which the file store keeps some of it locked, once deletion was tried; null when all is gone. The
   * name is as stored by earlier releases; elsewhere it is `lockedUntil`.
   */
  heldUntil: z.string().nullable().optional(),
})
export type Mark = z.output<typeof markSchema>

export const erasureMarkKind: StoredKind = {
  prefix: storedKeys.erasing.prefix,
  name: 'erasure mark',
  schema: markSchema,
  repair: null,
}

/** A mark, and whether part of it could not be read. That it is there says that the person is to be erased. */
export interface FoundMark extends Mark {
  damaged: boolean
}

/** Undefined: nothing of this person is being erased. */
export async function markOf(
  items: Pick<TaxpayerItems, 'find'>,
  userId: string,
): Promise<FoundMark | undefined> {
  try {
    const found = await items.find(userId, MARK_KEY)
    return found && { ...markSchema.parse(found.data), damaged: false }
  } catch (error) {
    if (!(error instanceof DamagedItemError)) throw error
    return { ...unreadable, damaged: true }
  }
}

/** The erasure begins again. */
const unreadable: Mark = { job: '', username: null, pass: 'first' }

export async function putMark(items: Pick<TaxpayerItems, 'put'>, userId: string, mark: Mark): Promise<void> {
  await items.put(userId, MARK_KEY, mark, 'any')
}
