import { DamagedRecordError } from '../../errors.ts'
import type { Receipt } from '../../receipts/model.ts'
import type { ReadRecord } from '../../receipts/record.ts'
import { type DamagedRecord, damagedRecord, whyOf } from '../damaged-record.ts'
import type { Owner, ReceiptExport } from '../ports.ts'
import { checkedFiles, SourceDamagedError } from './copy-files.ts'
import { moveDocument } from './move-document.ts'
import { type MoveDeps, moveReceipt } from './move-receipt.ts'

export interface MoveOptions extends MoveDeps {
  receipts: Pick<ReceiptExport, 'owners' | 'receipts' | 'documents'>
  /** Writes nothing; only reports what a move would do. */
  check: boolean
  onEach(): void
}

export interface OwnerSummary extends Owner {
  /** The new `sub`. */
  sub: string
  moved: number
  alreadyThere: number
  /** Uploads that were never completed. */
  unfinished: number
  files: number
  bytes: number
  /** Facts of years, decisions for merchants, and statements. */
  documents: { moved: number; alreadyThere: number }
  /** Ids of receipts and names of documents. */
  failed: { id: string; why: string }[]
  /** Not copied: part of the record cannot be read. Nothing of it is lost, because the source stays as it is. */
  damaged: DamagedRecord[]
}

export interface MoveSummary {
  owners: OwnerSummary[]
  unmapped: Owner[]
}

/** Receipts copied in parallel; each mostly waits for the network. */
const AT_ONCE = 4
/** After this many failures in a row, the target counts as unreachable. */
const HOPELESS = 8

/** Copies the receipts and documents of all mapped people. One that fails does not stop the others. */
export async function move(options: MoveOptions): Promise<MoveSummary> {
  const { receipts, mapping } = options
  const owners: OwnerSummary[] = []
  for (const owner of receipts.owners()) {
    const sub = mapping.get(owner.userId)
    if (sub !== undefined) owners.push(await moveOwner(owner, sub, options))
  }
  return { owners, unmapped: receipts.owners().filter(({ userId }) => !mapping.has(userId)) }
}

async function moveOwner(owner: Owner, sub: string, options: MoveOptions): Promise<OwnerSummary> {
  const counts = { moved: 0, alreadyThere: 0, unfinished: 0, files: 0, bytes: 0 }
  const documents = { moved: 0, alreadyThere: 0 }
  const summary: OwnerSummary = { ...owner, sub, ...counts, documents, failed: [], damaged: [] }
  let failedInARow = 0
  const isHopeless = () => failedInARow >= HOPELESS

  async function attempt(id: string, work: () => Promise<void>) {
    try {
      await work()
      failedInARow = 0
    } catch (error) {
      // Damaged records of the source never come here.
      const isDamagedThere = error instanceof DamagedRecordError
      const why = isDamagedThere
        ? `it is at the target already, but ${whyOf(error)} there`
        : (error as Error).message
      summary.failed.push({ id, why })
      // What is wrong with one record says nothing about the target.
      if (error instanceof SourceDamagedError || isDamagedThere) return
      failedInARow++
      if (isHopeless()) throw error
    }
  }

  async function take({ receipt, damaged: members }: ReadRecord) {
    if (members.length > 0) {
      const { id } = receipt
      summary.damaged.push(damagedRecord(owner.userId, { kind: 'receipt', id, members }))
      options.onEach()
      return
    }
    await attempt(receipt.id, async () => {
      const copied = await (options.check ? look(receipt, sub, options) : moveReceipt(receipt, sub, options))
      if (!copied) summary.alreadyThere++
      else {
        summary.moved++
        summary.files += copied.files
        summary.bytes += copied.bytes
      }
    })
    options.onEach()
  }

  // First, because they determine how long receipts are kept.
  for (const document of options.receipts.documents(owner.userId)) {
    if (document.damage) {
      summary.damaged.push(damagedRecord(owner.userId, document.damage))
      continue
    }
    await attempt(document.item, async () => {
      const isMoved = await moveDocument(document, sub, options)
      documents[isMoved ? 'moved' : 'alreadyThere']++
    })
  }

  // A shared queue, so that each receipt is copied once.
  const queue = options.receipts.receipts(owner.userId)[Symbol.iterator]()
  const work = async () => {
    for (let next = queue.next(); !next.done && !isHopeless(); next = queue.next()) {
      if (next.value.receipt.status === 'receiving') summary.unfinished++
      else await take(next.value)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return summary
}

/** Like moveReceipt, but writes nothing. */
async function look(receipt: Receipt, sub: string, { source, target }: MoveOptions) {
  const found = await target.store.find(sub, receipt.id)
  if (found && found.status !== 'receiving') return undefined
  const looked = { files: 0, bytes: 0 }
  for await (const { bytes, isOriginal } of checkedFiles(receipt, source)) {
    if (isOriginal) looked.files++
    looked.bytes += bytes.length
  }
  return looked
}
