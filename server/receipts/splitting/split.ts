import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { Refusal } from '../../errors.ts'
import { say } from '../../texts/index.ts'
import { isBasedOn, versionConflict } from '../../versions.ts'
import { workDue } from '../due.ts'
import type { Receipt } from '../model.ts'
import type { ReceiptFile } from '../parts.ts'
import { LEASE_MS } from '../ports.ts'
import { mustBeInUse, mustBeRead } from '../review/checks.ts'
import { findShown, type Target } from '../review/find.ts'
import { beingRead } from '../review/read-again.ts'
import { save } from '../review/save.ts'
import type { SplittingDeps } from './deps.ts'

/** What the history of a receipt says about a split. */
const splitSchema = z.object({ fileId: z.string(), receiptIds: z.array(z.string()) })

export interface Split {
  receipt: Receipt
  /** Of the other parts; the receipts of those that are split off now are not stored yet. */
  partIds: string[]
  /** It is split now, and leased by this process. */
  isNew: boolean
}

const isOfSeveral = ({ receipts = [] }: ReceiptFile) => receipts.length > 1

/**
 * Makes a receipt of each part of a picture that shows several: this one keeps its id, its values and the first part.
 * A file that was split already is not split again, so that the request can be repeated.
 * @param fileId default: the first file that shows several
 * @throws Refusal wrong_state where no file shows several receipts, while it is read, or in the trash
 */
export async function split(
  deps: Pick<SplittingDeps, 'store' | 'clock' | 'processId'>,
  target: Target,
  fileId: string | undefined,
): Promise<Split> {
  const receipt = await findShown(deps, target.userId, target.id)
  mustBeInUse(receipt)
  const known = splitBefore(receipt, fileId)
  if (known) {
    // The request that splits it is under way, or was interrupted and is finished soon.
    if (receipt.pendingParts.length > 0) mustBeRead({ ...receipt, status: 'reading' })
    return { receipt, partIds: known, isNew: false }
  }
  if (!isBasedOn(target.version, receipt.version)) throw versionConflict(receipt.version)
  mustBeRead(receipt)
  const file = receipt.files.find((one) => isOfSeveral(one) && one.id === (fileId ?? one.id))
  if (!file)
    throw new Refusal(
      'wrong_state',
      say(({ refusals }) => refusals.oneReceipt),
    )
  const changed = withParts(receipt, file, { by: target.userId, at: deps.clock.now().toISOString() })
  const work = { ...workDue(deps.clock.now().getTime() + LEASE_MS, deps.processId), attempts: 1 }
  const saved = await save(deps, beingRead(changed), { work })
  return { receipt: saved, partIds: saved.pendingParts.map(({ receiptId }) => receiptId), isNew: true }
}

function withParts(receipt: Receipt, file: ReceiptFile, made: { by: string; at: string }): Receipt {
  const { receipts: areas = [], problems = [], ...rest } = file
  const [area, ...others] = areas
  const parts = others.map((other) => ({ receiptId: uuidv7(), fileId: uuidv7(), of: file.id, area: other }))
  const left = problems.filter((problem) => problem !== 'several_receipts')
  const part = { ...rest, ...(area && { area }), ...(left.length > 0 && { problems: left }) }
  const entry = { fileId: file.id, receiptIds: parts.map(({ receiptId }) => receiptId) }
  return {
    ...receipt,
    files: receipt.files.map((one) => (one.id === file.id ? part : one)),
    unreadFileIds: [...new Set([...receipt.unreadFileIds, file.id])],
    pendingParts: [...receipt.pendingParts, ...parts],
    history: [...receipt.history, { field: 'split', old: null, new: entry, ...made }],
  }
}

/** The receipts that were split off a file before; undefined where it is not split, or shows several all the same. */
function splitBefore({ files, history }: Receipt, fileId: string | undefined): string[] | undefined {
  if (files.some((file) => isOfSeveral(file) && file.id === (fileId ?? file.id))) return undefined
  const entries = history.flatMap((entry) =>
    entry.field === 'split' ? (splitSchema.safeParse(entry.new).data ?? []) : [],
  )
  const last = entries.findLast((entry) => entry.fileId === (fileId ?? entry.fileId))
  const isSplit = last && files.some((file) => file.id === last.fileId && file.area)
  return isSplit ? last.receiptIds : undefined
}
