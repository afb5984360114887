import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { v7 as uuidv7 } from 'uuid'
import { createChangeBoard } from '../../server/adapters/dynamodb/change-board.ts'
import { type Dynamo, openDynamo } from '../../server/adapters/dynamodb/database.ts'
import { createReceiptStore } from '../../server/adapters/dynamodb/receipt-store.ts'
import type { TableNames } from '../../server/adapters/dynamodb/tables.ts'
import { announcingReceipts } from '../../server/changes/announcing.ts'
import { newReceipt, type Receipt } from '../../server/receipts/model.ts'
import type { ReceiptStore } from '../../server/receipts/ports.ts'
import { storedKeys } from '../../server/stored-keys.ts'
import { LONG_RETRIES, REGION } from '../support/aws.ts'
import { startDynamo, type TestDynamo } from '../support/dynamo.ts'
import { until } from '../support/until.ts'

// biome-ignore lint/suspicious/noExplicitAny: the commands and answers of all kinds
type Anything = any
/** What stands between a store and DynamoDB. */
type Between = (command: Anything, send: () => Promise<Anything>) => Promise<Anything>

const through: Between = (_, send) => send()

describe('searches while receipts change, on DynamoDB', () => {
  let engine: TestDynamo
  let tables: TableNames
  const opened: Dynamo[] = []
  before(async () => {
    engine = await startDynamo()
    tables = await engine.createTables()
  })
  after(async () => {
    for (const dynamo of opened) dynamo.close()
    await engine.dropTables(tables)
    await engine.close()
  })

  /** The store of a process of its own, which tells the others of what it has changed. */
  function openProcess() {
    const real = openDynamo({ region: REGION, tables, retryPolicy: LONG_RETRIES })
    opened.push(real)
    const state = { between: through }
    const call: Dynamo['call'] = (operation) =>
      real.call((client, options) => {
        const send = (command: Anything, how: Anything) =>
          state.between(command, () => client.send(command, how))
        return operation({ send } as Anything, options)
      })
    const dynamo = { ...real, call }
    const board = createChangeBoard(dynamo)
    const told: Promise<unknown>[] = []
    const store = announcingReceipts(createReceiptStore(dynamo), (userId) => {
      told.push(board.add(userId, new Date()))
    })
    return { store, state, told: () => Promise.all(told) }
  }

  const receiptOf = (userId: string, merchant: string): Receipt => ({
    ...newReceipt(uuidv7(), userId, new Date()),
    status: 'needs_review',
    merchant,
    date: '2026-01-02',
    totalSen: 100,
  })

  async function found(store: ReceiptStore, userId: string, word: string): Promise<string[]> {
    const { rows } = await store.list(userId, { view: { kind: 'all' }, words: [word], limit: 50 })
    return rows.map((row) => JSON.parse(row).id)
  }

  /** Holds a process back before its first command of a kind; `goOn` lets it go. */
  function holdBack({ state }: ReturnType<typeof openProcess>, isIt: (command: Anything) => boolean) {
    const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    state.between = async (command, send) => {
      if (isIt(command)) {
        reached.resolve()
        await released.promise
      }
      return send()
    }
    const goOn = () => {
      state.between = through
      released.resolve()
    }
    return { reached: reached.promise, goOn }
  }

  const isRemovalOfReceipt = (command: Anything) =>
    command instanceof DeleteCommand && command.input.Key?.receipt_id !== undefined

  test('a read of the texts that is a moment behind is not what the next searches go through', async () => {
    const { store, state, told } = openProcess()
    const old = receiptOf('ana', 'KEDAI')
    await store.create(old)
    let before: Anything
    const isOfTexts = ({ input }: Anything) =>
      String(input.ExpressionAttributeValues?.[':from']).startsWith(storedKeys.text.prefix)
    // What is not read consistently is answered as it was before the next receipt.
    state.between = async (command, send) => {
      if (!(command instanceof QueryCommand) || !isOfTexts(command)) return send()
      if (command.input.ConsistentRead) return send()
      before ??= await send()
      return before
    }
    assert.deepEqual(await found(store, 'ana', 'kedai'), [old.id])
    const fresh = receiptOf('ana', 'KLINIK')
    await store.create(fresh)
    await told()
    await found(store, 'ana', 'klinik')
    state.between = through
    assert.deepEqual(await found(store, 'ana', 'klinik'), [fresh.id])
  })

  test('a removal that fails in another process hides the receipt from nobody', async () => {
    const [here, there] = [openProcess(), openProcess()]
    const receipt = receiptOf('ben', 'KEDAI')
    await here.store.create(receipt)
    const { reached, goOn } = holdBack(there, isRemovalOfReceipt)
    const removing = there.store.remove(receipt)
    await reached
    await here.store.save({ ...receipt, totalSen: 200 })
    await here.told()
    await found(here.store, 'ben', 'kedai')
    goOn()
    assert.equal(await removing, false)
    await until(async () => (await found(here.store, 'ben', 'kedai'))[0] === receipt.id)
  })

  test('a removal that fails puts no old text over a newer one', async () => {
    const [here, there] = [openProcess(), openProcess()]
    const receipt = receiptOf('cleo', 'KEDAI')
    await here.store.create(receipt)
    const { version } = await here.store.save(receipt, { pageText: 'teh tarik' })
    const { reached, goOn } = holdBack(there, isRemovalOfReceipt)
    const removing = there.store.remove({ ...receipt, version })
    await reached
    await here.store.save({ ...receipt, version, merchant: 'KLINIK' })
    goOn()
    assert.equal(await removing, false)
    const afterwards = openProcess().store
    for (const word of ['klinik', 'tarik'])
      assert.deepEqual(await found(afterwards, 'cleo', word), [receipt.id])
  })

  test('a search works where changes cannot be followed', async () => {
    const { store, state } = openProcess()
    const receipt = receiptOf('dan', 'KEDAI')
    await store.create(receipt)
    state.between = (command, send) => {
      if (command.input.Key?.item !== storedKeys.changes.of()) return send()
      throw Object.assign(new Error('refused'), { name: 'ValidationException' })
    }
    const searches = [1, 2, 3].map(() => found(store, 'dan', 'kedai'))
    assert.deepEqual(await Promise.all(searches), [[receipt.id], [receipt.id], [receipt.id]])
  })
})
