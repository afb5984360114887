import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { storedKeys } from '../../stored-keys.ts'
import type { Dynamo } from './database.ts'
import { taxpayerItems } from './taxpayer-items.ts'

/** An item may have 400 kB in all; a receipt's own keys and summary take 2. */
const LARGEST = 350_000

/** Whose parts, and of which write: those of two writes never mix. */
export interface PartsOf {
  owner: string
  id: string
  write: string
}

/**
 * What is too large for one item, as items `part#<receipt>#<write>#<number>` of the taxpayer: a history of ten
 * thousand corrections must not be what makes the next one fail.
 */
export function createParts(dynamo: Dynamo) {
  const { call, tables } = dynamo
  const prefixOf = ({ id, write }: PartsOf) => storedKeys.part.of(id, write, '')

  return {
    areNeeded: (bytes: Uint8Array) => bytes.length > LARGEST,

    async put(of: PartsOf, bytes: Uint8Array) {
      for (let at = 0, number = 0; at < bytes.length; at += LARGEST, number++) {
        const item = `${prefixOf(of)}${String(number).padStart(4, '0')}`
        const Item = { user_id: of.owner, item, bytes: bytes.subarray(at, at + LARGEST) }
        await call((client, options) =>
          client.send(new PutCommand({ TableName: tables.taxpayers, Item }), options),
        )
      }
    },

    /** Undefined: a later write has removed them. */
    async get(of: PartsOf, length: number): Promise<Uint8Array | undefined> {
      const found: Uint8Array[] = []
      for await (const { bytes } of taxpayerItems(dynamo, of.owner, prefixOf(of), { consistent: true })) {
        found.unshift(bytes as Uint8Array)
      }
      const whole = Buffer.concat(found)
      return whole.length === length ? whole : undefined
    },

    async remove(of: PartsOf) {
      for await (const { user_id, item } of taxpayerItems(dynamo, of.owner, prefixOf(of), {
        consistent: true,
      })) {
        await call((client, options) =>
          client.send(new DeleteCommand({ TableName: tables.taxpayers, Key: { user_id, item } }), options),
        )
      }
    },
  }
}

export type Parts = ReturnType<typeof createParts>
