import { setImmediate } from 'node:timers/promises'

/** Work on fewer receipts takes a few milliseconds. */
const MANY = 2_000

/** Called between two steps of work on a year: where it has very many receipts, other requests are answered first. */
export async function letOthersIn(receipts: { length: number }): Promise<void> {
  if (receipts.length > MANY) await setImmediate()
}
