import { createReadStream } from 'node:fs'
import { Refusal } from '../errors.ts'
import { prefetch } from '../prefetch.ts'
import { findRecord } from '../receipts/damaged.ts'
import { eachRow } from '../receipts/each-receipt.ts'
import type { Receipts } from '../receipts/index.ts'
import type { Receipt } from '../receipts/model.ts'
import type { IdempotencyKeys } from '../receipts/ports.ts'
import { EXAMPLE_KEY } from '../stored-keys.ts'
import { say } from '../texts/index.ts'
import type { ExampleFile, ShippedExamples } from './shipped.ts'

export interface ExamplesDeps {
  receipts: Pick<Receipts, 'store' | 'withIncoming' | 'intake' | 'eraseExample'>
  keys: Pick<IdempotencyKeys, 'release'>
  shipped: Pick<ShippedExamples, 'list'>
}

/** Examples found or removed at the same time. */
const AT_ONCE = 5

/**
 * The Idempotency-Key of an example: two requests at the same time create it once. It begins with a space, as no header
 * does, so it is never a client's.
 */
const keyOf = (sha256: string) => ` example ${sha256}`

/** Example receipts, so that a newcomer sees what the tracker does before having receipts of their own. */
export function createExamples({ receipts, keys, shipped }: ExamplesDeps) {
  const { store, withIncoming, intake, eraseExample } = receipts

  async function upload(userId: string, { path, sha256 }: ExampleFile): Promise<string> {
    const options = { key: keyOf(sha256), wait: false, example: true }
    const { receipt } = await withIncoming(
      createReadStream(path),
      (incoming) => intake.upload(userId, incoming, options),
      { person: userId },
    )
    return receipt.id
  }

  return {
    /** The ids of the examples a person has. */
    list: async (userId: string): Promise<string[]> => (await examplesOf(store, userId)).map(({ id }) => id),

    /**
     * Adds the examples a person does not have, through the normal intake; they are read in the background.
     * @returns the ids of all examples the person has then, and the year of assessment they are of
     * @throws Refusal wrong_state where none is missing, or another request is adding them
     */
    async add(userId: string): Promise<{ receipts: string[]; year: number }> {
      const files = await shipped.list()
      const present = await examplesOf(store, userId)
      const known = new Set(present.flatMap((receipt) => receipt.files.map(({ sha256 }) => sha256)))
      const missing = files.filter(({ sha256 }) => !known.has(sha256))
      const [first] = missing
      if (!first)
        throw new Refusal(
          'wrong_state',
          say(({ refusals }) => refusals.hasExamples),
        )
      const added: string[] = []
      // In the order of their days, which is that of their ids.
      for (const file of missing) added.push(await upload(userId, file).catch(asBusy))
      return { receipts: [...present.map(({ id }) => id), ...added], year: first.year }
    },

    /** Deletes a person's examples for good, also those that were confirmed or are in the trash. */
    async remove(userId: string): Promise<void> {
      const remove = async (example: Receipt) => {
        await eraseExample(userId, example.id)
        for (const { sha256 } of example.files) await keys.release(userId, keyOf(sha256), example.id)
      }
      for await (const _ of prefetch(await examplesOf(store, userId), AT_ONCE, remove));
    },
  }
}

export type Examples = ReturnType<typeof createExamples>

/** The examples of a person as far as they can be read, those in the trash included. */
async function examplesOf(store: Receipts['store'], userId: string): Promise<Receipt[]> {
  const ids = new Set(await store.withKey(userId, EXAMPLE_KEY))
  // Look-up keys do not find what is in the trash.
  for await (const row of eachRow(store, userId, { view: { kind: 'trash' } })) {
    if (row.example) ids.add(row.id)
  }
  const found: Receipt[] = []
  for await (const record of prefetch([...ids].sort(), AT_ONCE, (id) => findRecord(store, userId, id))) {
    if (record && record.receipt.status !== 'receiving') found.push(record.receipt)
  }
  return found
}

function asBusy(error: unknown): never {
  if (!(error instanceof Refusal) || error.code !== 'idempotency_key_in_use') throw error
  throw new Refusal(
    'wrong_state',
    say(({ refusals }) => refusals.examplesBeingAdded),
    {
      retryAfter: error.retryAfter ?? 2,
      cause: error,
    },
  )
}
