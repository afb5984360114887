import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { storedKeys } from '../../stored-keys.ts'
import type { Dynamo } from './database.ts'
import { taxpayerItems } from './taxpayer-items.ts'

/** Bytes of one part. An item may have 400 kB; a receipt's keys and summary take 2. */
const LARGEST = 350_000

/** The parts of one write of one receipt. Parts of two writes never mix. */
export interface PartsOf {
  owner: string
  id: string
  write: string
}

/**
 * Splits what is too large for one item into items `part#<receipt>#<write>#<number>` of the taxpayer, so that a history
 * of ten thousand corrections does not make the next correction fail.
 */
export function createParts(dynamo: Dynamo) {
  const { call, tables, formats } = dynamo
  const prefixOf = ({ id, write }: PartsOf) => storedKeys.part.of(id, write, '')

  return {
    areNeeded: (bytes: Uint8Array) => bytes.length > LARGEST,

    async put(of: PartsOf, bytes: Uint8Array) {
      for (let at = 0, number = 0; at < bytes.length; at += LARGEST, number++) {
        const item = `${prefixOf(of)}${String(number).padStart(4, '0')}`
        const piece = bytes.subarray(at, at + LARGEST)
        const Item = { user_id: of.owner, item, bytes: piece, ...formats.stamp }
        await call((client, options) =>
          client.send(new PutCommand({ TableName: tables.taxpayers, Item }), options),
        )
      }
    },

    /** Undefined when a later write has removed them. */
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
