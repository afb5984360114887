import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { lookupKeys } from '../../receipts/lookup-keys.ts'
import type { Receipt } from '../../receipts/model.ts'
import { searchText } from '../../receipts/search.ts'
import { storedKeys } from '../../stored-keys.ts'
import { type Dynamo, made } from './database.ts'
import { assign, bind } from './expressions.ts'
import { packText } from './packing.ts'

/** The look-up keys of a receipt. One in the trash has none: it is no duplicate of anything. */
export const keysOf = (receipt: Receipt) => new Set(receipt.trashedAt ? [] : lookupKeys(receipt))

/**
 * The items a receipt is found by: `<look-up key>#<receipt>` and `text#<receipt>` of the taxpayer. They are written before
 * the receipt and deleted after it, so a crash in between never loses one. A leftover item is harmless: readers check the
 * receipt itself. `version` is the version of the receipt the item was written for, so a late write does not undo a newer
 * one.
 */
export function createLookupItems({ call, tables, formats }: Dynamo) {
  const itemOf = ({ userId, id }: Pick<Receipt, 'userId' | 'id'>, prefix: string) => ({
    user_id: userId,
    item: `${prefix}${id}`,
  })
  const notOlder = 'attribute_not_exists(#version) OR #version <= :version'
  const replaceable = `(${notOlder}) AND (${formats.isReadable})`
  const { reads } = formats

  async function putKey(receipt: Receipt, key: string) {
    const write = call((client, options) =>
      client.send(
        new PutCommand({
          TableName: tables.taxpayers,
          Item: { ...itemOf(receipt, `${key}#`), version: receipt.version, ...formats.stamp },
          ConditionExpression: replaceable,
          ...bind(['version', 'f'], { version: receipt.version, reads }),
        }),
        options,
      ),
    )
    await made(write)
  }

  async function dropKey(receipt: Pick<Receipt, 'userId' | 'id' | 'version'>, key: string) {
    const write = call((client, options) =>
      client.send(
        new DeleteCommand({
          TableName: tables.taxpayers,
          Key: itemOf(receipt, `${key}#`),
          ConditionExpression: notOlder,
          ...bind(['version'], { version: receipt.version }),
        }),
        options,
      ),
    )
    await made(write)
  }

  /** @param fields texts of the receipt's own values that it is searched by */
  async function putText(receipt: Receipt, fields: string[], pageText?: string) {
    const { update, values } = assign({
      version: receipt.version,
      ...formats.stamp,
      fields: await packText([...new Set(fields)].join('\n')),
      ...(pageText !== undefined && { pages: await packText(pageText) }),
    })
    const write = call((client, options) =>
      client.send(
        new UpdateCommand({
          TableName: tables.taxpayers,
          Key: itemOf(receipt, storedKeys.text.prefix),
          UpdateExpression: update,
          ConditionExpression: replaceable,
          ...bind(Object.keys(values), { ...values, reads }),
        }),
        options,
      ),
    )
    await made(write)
  }

  /** What somebody has written there meanwhile stays. */
  async function putTextBack({ user_id, item, ...attributes }: Record<string, unknown>) {
    const names = Object.keys(attributes)
    await call((client, options) =>
      client.send(
        new UpdateCommand({
          TableName: tables.taxpayers,
          Key: { user_id, item },
          UpdateExpression: `SET ${names.map((name) => `#${name} = if_not_exists(#${name}, :${name})`).join(', ')}`,
          ...bind(names, attributes),
        }),
        options,
      ),
    )
  }

  return {
    putKey,
    dropKey,

    /** Called before `next` replaces `current`. */
    async put(current: Receipt | undefined, next: Receipt, pageText?: string) {
      const known = current ? keysOf(current) : new Set()
      const writes = [...keysOf(next).difference(known)].map((key) => putKey(next, key))
      const [before, after] = [current ? searchText(current) : '', searchText(next)]
      // Both texts, because the write of the receipt may still fail.
      if (before !== after || pageText !== undefined) writes.push(putText(next, [after, before], pageText))
      await Promise.all(writes)
    },

    /** Called after `next` has replaced `current`. */
    async deleteOutdated(current: Receipt, next: Receipt) {
      const gone = keysOf(current).difference(keysOf(next))
      await Promise.all([...gone].map((key) => dropKey(current, key)))
    },

    /** Called after somebody else's write has won: makes their receipt searchable again. */
    async repair(current: Receipt) {
      await putText(current, [searchText(current)])
    },

    /** Called before a receipt is removed. @returns a function that puts the items back */
    async deleteAll(receipt: Receipt): Promise<() => Promise<void>> {
      const { Attributes: text } = await call((client, options) =>
        client.send(
          new DeleteCommand({
            TableName: tables.taxpayers,
            Key: itemOf(receipt, storedKeys.text.prefix),
            ReturnValues: 'ALL_OLD',
          }),
          options,
        ),
      )
      await Promise.all([...keysOf(receipt)].map((key) => dropKey(receipt, key)))
      return async () => {
        if (text) await putTextBack(text)
        await Promise.all([...keysOf(receipt)].map((key) => putKey(receipt, key)))
      }
    },
  }
}

export type LookupItems = ReturnType<typeof createLookupItems>
