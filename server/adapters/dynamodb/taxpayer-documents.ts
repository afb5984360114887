import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { v4 as uuid } from 'uuid'
import { parseJson } from '../../stored-record.ts'
import { ItemChangedError, type TaxpayerItem, type TaxpayerItems } from '../../taxpayer/ports.ts'
import { createItemChecks, type StoredKind } from '../../taxpayer/stored-items.ts'
import { type Dynamo, made } from './database.ts'
import { bind } from './expressions.ts'
import { taxpayerItems } from './taxpayer-items.ts'

interface Stored {
  item: string
  version: number
  /** JSON text: DynamoDB's numbers and empty values differ from JSON's. */
  data: string
  /** Random, so that our own write whose response was lost can be told from somebody else's. */
  write: string
}

/** Version 0 where it cannot be read. */
const versionOf = ({ version }: Partial<Stored> = {}) => (Number.isInteger(version) ? Number(version) : 0)

const parse = (stored: Stored): TaxpayerItem => ({
  item: stored.item,
  version: versionOf(stored),
  data: typeof stored.data === 'string' ? parseJson(stored.data) : undefined,
})

export function createTaxpayerItems(dynamo: Dynamo, kinds: readonly StoredKind[]): TaxpayerItems {
  const checks = createItemChecks(kinds)
  const { call, tables, formats } = dynamo
  const keyOf = (userId: string, item: string) => ({ user_id: userId, item })

  async function find(userId: string, item: string): Promise<Stored | undefined> {
    const get = new GetCommand({
      TableName: tables.taxpayers,
      Key: keyOf(userId, item),
      ConsistentRead: true,
    })
    const { Item } = await call((client, options) => client.send(get, options))
    return Item as Stored | undefined
  }

  /** False when another version is stored. No version, or one that cannot be read, is 0. */
  function write(userId: string, stored: Stored, based: number): Promise<boolean> {
    const put = new PutCommand({
      TableName: tables.taxpayers,
      Item: { user_id: userId, ...stored, ...formats.stamp },
      ...(based === 0
        ? {
            ConditionExpression: 'NOT attribute_type(#version, :number)',
            ...bind(['version'], { number: 'N' }),
          }
        : { ConditionExpression: '#version = :based', ...bind(['version'], { based }) }),
    })
    return made(call((client, options) => client.send(put, options)))
  }

  return {
    async find(userId, item) {
      const stored = await find(userId, item)
      return stored && checks.read(parse(stored))
    },

    async list(userId, prefix) {
      const found: TaxpayerItem[] = []
      for await (const stored of taxpayerItems<Stored>(dynamo, userId, prefix, { consistent: true })) {
        found.unshift(parse(stored))
      }
      return checks.readAll(found)
    },

    async put(userId, item, data, based) {
      checks.mustBeReadable(item, data)
      const mark = uuid()
      for (;;) {
        const from = based === 'any' ? versionOf(await find(userId, item)) : based
        const next = { item, version: from + 1, data: JSON.stringify(data), write: mark }
        if (await write(userId, next, from)) return next.version
        const winner = await find(userId, item)
        if (winner?.write === mark) return winner.version
        if (based !== 'any') throw new ItemChangedError(versionOf(winner))
      }
    },

    async remove(userId, item) {
      const remove = new DeleteCommand({ TableName: tables.taxpayers, Key: keyOf(userId, item) })
      await call((client, options) => client.send(remove, options))
    },
  }
}
