import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { lookupKeys } from '../../receipts/lookup-keys.ts'
import type { Receipt } from '../../receipts/model.ts'
import { searchText } from '../../receipts/search.ts'
import { storedKeys } from '../../stored-keys.ts'
import { type Dynamo, made } from './database.ts'
import { assign, bind } from './expressions.ts'
import { packText } from './packing.ts'

/** A receipt in the trash is no copy of anything. */
export const keysOf = (receipt: Receipt) => new Set(receipt.trashedAt ? [] : lookupKeys(receipt))

/**
 * What receipts are found by, as items of the taxpayer: `<look-up key>#<receipt>` and `text#<receipt>`. They are
 * written before the receipt and taken away after it, so that whatever dies in between, they lead to the receipt by
 * what it is now; that they may lead there by more is seen when it is looked at. `version` is the receipt's they
 * were written for: what is late does not undo what came after it.
 */
export function createLookupItems({ call, tables }: Dynamo) {
  const itemOf = ({ userId, id }: Receipt, prefix: string) => ({ user_id: userId, item: `${prefix}${id}` })
  const notOlder = 'attribute_not_exists(#version) OR #version <= :version'

  async function putKey(receipt: Receipt, key: string) {
    const write = call((client, options) =>
      client.send(
        new PutCommand({
          TableName: tables.taxpayers,
          Item: { ...itemOf(receipt, `${key}#`), version: receipt.version },
          ConditionExpression: notOlder,
          ...bind(['version'], { version: receipt.version }),
        }),
        options,
      ),
    )
    await made(write)
  }

  async function dropKey(receipt: Receipt, key: string) {
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

  /** @param fields the texts of the receipt's own values it may be looked for by */
  async function putText(receipt: Receipt, fields: string[], pageText?: string) {
    const { update, values } = assign({
      version: receipt.version,
      fields: await packText([...new Set(fields)].join('\n')),
      ...(pageText !== undefined && { pages: await packText(pageText) }),
    })
    const write = call((client, options) =>
      client.send(
        new UpdateCommand({
          TableName: tables.taxpayers,
          Key: itemOf(receipt, storedKeys.text.prefix),
          UpdateExpression: update,
          ConditionExpression: notOlder,
          ...bind(Object.keys(values), values),
        }),
        options,
      ),
    )
    await made(write)
  }

  return {
    /** Before `next` is stored in the place of `current`. */
    async put(current: Receipt | undefined, next: Receipt, pageText?: string) {
      const known = current ? keysOf(current) : new Set()
      const writes = [...keysOf(next).difference(known)].map((key) => putKey(next, key))
      const [before, after] = [current ? searchText(current) : '', searchText(next)]
      // Both, because which of the two it will be is not certain yet.
      if (before !== after || pageText !== undefined) writes.push(putText(next, [after, before], pageText))
      await Promise.all(writes)
    },

    /** After `next` was stored in the place of `current`. */
    async deleteOutdated(current: Receipt, next: Receipt) {
      const gone = keysOf(current).difference(keysOf(next))
      await Promise.all([...gone].map((key) => dropKey(current, key)))
    },

    /** After somebody else's write has won: theirs must be found. */
    async repair(current: Receipt) {
      await putText(current, [searchText(current)])
    },

    /** Takes all of them away, before a receipt is removed. @returns puts them back */
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
        if (text) {
          await call((client, options) =>
            client.send(new PutCommand({ TableName: tables.taxpayers, Item: text }), options),
          )
        }
        await Promise.all([...keysOf(receipt)].map((key) => putKey(receipt, key)))
      }
    },
  }
}

export type LookupItems = ReturnType<typeof createLookupItems>
