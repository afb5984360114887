import { Refusal } from '../errors.ts'
import type { Law } from '../law/law.ts'
import type { FormKind, TaxYear } from '../law/year.ts'
import { prefetch } from '../prefetch.ts'
import { findRecord } from '../receipts/damaged.ts'
import { yearOfAssessment } from '../receipts/model.ts'
import type { ReceiptStore } from '../receipts/ports.ts'
import type { ReadRecord } from '../receipts/record.ts'
import { say } from '../texts/index.ts'

/** Receipts read concurrently. */
const CONCURRENCY = 8

/**
 * The receipts with these ids in their order, as far as they can be read.
 * @throws Refusal not_found where the person does not have all of them; it names none
 */
export async function chosenReceipts(
  store: Pick<ReceiptStore, 'find'>,
  userId: string,
  ids: string[],
): Promise<ReadRecord[]> {
  const found: ReadRecord[] = []
  for await (const record of prefetch([...new Set(ids)], CONCURRENCY, (id) =>
    findRecord(store, userId, id),
  )) {
    if (!record || record.receipt.status === 'receiving') {
      throw new Refusal(
        'not_found',
        say(({ refusals }) => refusals.notAllReceipts),
      )
    }
    found.push(record)
  }
  return found
}

/** The form filed for each year that the receipts count in; BE for others. */
export async function formsOf(
  law: Law,
  records: ReadRecord[],
  formOf: (year: TaxYear) => Promise<FormKind>,
): Promise<(year: number) => FormKind> {
  const years = new Set(
    records.flatMap(({ receipt }) => [
      yearOfAssessment(receipt),
      ...receipt.allocations.map(({ year }) => year),
    ]),
  )
  const known = law.years.filter(({ year }) => years.has(year))
  const forms = new Map(
    await Promise.all(known.map(async (year) => [year.year, await formOf(year)] as const)),
  )
  return (year) => forms.get(year) ?? 'BE'
}
