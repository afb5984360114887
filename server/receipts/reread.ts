import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '../clock.ts'
import { DamagedRecordError, InvalidRecordError } from '../errors.ts'
import type { FieldRules } from '../reading/field-rules.ts'
import { type PageReader, ReaderFailedError, UnusableFileError } from '../reading/ports.ts'
import type { WithDerivedFields } from './derived/derived-fields.ts'
import { eachRecord } from './each-receipt.ts'
import type { PageTexts } from './files/page-texts.ts'
import type { Receipt } from './model.ts'
import { type ReceiptStore, VersionConflictError } from './ports.ts'
import type { ReadRecord } from './record.ts'
import { searchablePages } from './search.ts'
import { type FilePages, type ReceiptReading, readingOf } from './work/reading-of.ts'

/**
 * What applying today's field rules to a receipt led to. `not_read`: it has no stored text. `damaged`: its record cannot
 * be read in full, and stays as it is until a person decides about it. `failed`: the rules failed on it; it stays as it is.
 */
export type Reread = 'unchanged' | 'changed' | 'proposed' | 'not_read' | 'damaged' | 'failed'

export interface RereadDeps {
  store: ReceiptStore
  texts: PageTexts
  reader: PageReader
  rules: FieldRules
  withDerivedFields: WithDerivedFields
  clock: Clock
}

/**
 * Applies today's field rules to the text that was read before; no picture is read again. What is found is merged like
 * any new reading: never over a person's value, and on a confirmed receipt only as a proposal.
 */
export function createReread(deps: RereadDeps) {
  const { store } = deps
  return {
    /** The ids of everybody who has receipts. */
    owners: () => store.owners(),

    /** Rereads a person's receipts outside the trash, one by one, and yields the outcome of each. */
    async *ofOwner(userId: string): AsyncGenerator<{ id: string; outcome: Reread }> {
      for await (const record of eachRecord(store, userId, { view: { kind: 'all' } })) {
        yield { id: record.receipt.id, outcome: await rereadRecord(deps, record) }
      }
    },
  }
}

async function rereadRecord(deps: RereadDeps, { receipt, damaged }: ReadRecord): Promise<Reread> {
  try {
    return damaged.length > 0 ? 'damaged' : await reread(deps, receipt)
  } catch (error) {
    // It was damaged meanwhile, or what is stored about it cannot be replaced.
    if (error instanceof DamagedRecordError || error instanceof InvalidRecordError) return 'damaged'
    if (error instanceof ReaderFailedError || error instanceof UnusableFileError) return 'failed'
    throw error
  }
}

async function reread(deps: RereadDeps, receipt: Receipt): Promise<Reread> {
  const { store, withDerivedFields, clock } = deps
  const reading = await storedReading(deps, receipt)
  if (!reading) return 'not_read'
  for (let current: Receipt | undefined = receipt; current; ) {
    const changed = await withDerivedFields(reading.apply(current, clock.now()), reading.text)
    if (isSame(current, changed)) return 'unchanged'
    try {
      await store.save(changed, { pageText: searchablePages(reading.text) })
      return current.status === 'confirmed' ? 'proposed' : 'changed'
    } catch (error) {
      if (!(error instanceof VersionConflictError)) throw error
      current = error.current
    }
  }
  return 'not_read'
}

/** Undefined: it was never read, or is to be read again anyway. */
async function storedReading(
  { texts, reader, rules }: Pick<RereadDeps, 'texts' | 'reader' | 'rules'>,
  receipt: Receipt,
): Promise<ReceiptReading | undefined> {
  if (receipt.unreadFileIds.length > 0) return undefined
  const read: FilePages[] = []
  const files = receipt.files.filter((file) => file.role === 'receipt')
  for (const { id: fileId } of files) {
    const stored = await texts.get(receipt, fileId)
    if (!stored) continue
    const pages = stored.map((page) => reader.remake?.(page) ?? page)
    if (!isDeepStrictEqual(pages, stored)) await texts.put(receipt, fileId, pages)
    read.push({ fileId, pages })
  }
  const failure = read.length < files.length ? 'damaged' : null
  return read.length > 0 ? readingOf(rules, read, { failure, receipt }) : undefined
}

/** Whether two versions say the same, apart from times and from suspects, which other receipts decide. */
function isSame(one: Receipt, other: Receipt): boolean {
  const comparable = ({ updatedAt, duplicateSuspects, proposal, ...rest }: Receipt) => ({
    ...rest,
    proposal: proposal?.values,
  })
  return isDeepStrictEqual(asStored(comparable(one)), asStored(comparable(other)))
}

/** Without members that are undefined, which no store keeps. */
const asStored = (value: unknown) => JSON.parse(JSON.stringify(value))
