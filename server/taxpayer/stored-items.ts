import type { z } from 'zod'
import { memberPaths, readable } from '../stored-record.ts'
import { DamagedItemError, type ItemList, type TaxpayerItem } from './ports.ts'

/** How the items of one kind are stored (stored-keys.ts). */
export interface StoredKind {
  /** What every key of the kind begins with. */
  prefix: string
  /** For people and logs, e.g. `statement`. */
  name: string
  schema: z.ZodType
  /** What an earlier release is known to have stored wrongly, made right. */
  repair: ((data: unknown) => unknown) | null
}

/** What every store does with the items of these kinds: they are checked before they are stored, and when they are read. */
export function createItemChecks(kinds: readonly StoredKind[]) {
  const kindOf = (item: string) => kinds.find(({ prefix }) => item.startsWith(prefix))

  /** @throws DamagedItemError */
  function read({ item, version, data }: TaxpayerItem): TaxpayerItem {
    const kind = kindOf(item)
    const repaired = kind?.repair ? kind.repair(data) : data
    const error = kind?.schema.safeParse(repaired).error
    if (kind && error) throw new DamagedItemError(kind.name, { item, version, data }, memberPaths(error))
    return { item, version, data: repaired }
  }

  return {
    read,

    readAll(stored: TaxpayerItem[]): ItemList {
      const list: ItemList = { items: [], damaged: [] }
      for (const one of stored) {
        try {
          list.items.push(read(one))
        } catch (error) {
          if (!(error instanceof DamagedItemError)) throw error
          list.damaged.push(error)
        }
      }
      return list
    },

    /** @throws InvalidRecordError */
    mustBeReadable(item: string, data: unknown) {
      const kind = kindOf(item)
      if (!kind) throw new Error('an item of no known kind is to be stored')
      // As it will be read: without what JSON does not keep.
      readable(kind.name, kind.schema, JSON.parse(JSON.stringify(data)))
    },
  }
}
