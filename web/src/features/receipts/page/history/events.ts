import type { Receipt, ReceiptFile } from '../../../../../../server/api-types.ts'
import { type FieldName, fieldKinds } from '../../../../ui/receipt-fields/field-kinds.ts'

export type Allocated = { relief: string | null; sen: number }[]

/** Something that happened to a receipt. */
export type Event = { at: string } & (
  | { kind: 'added'; how: 'file' | 'hand' | 'example' }
  | { kind: 'read'; fields: FieldName[]; lines: number; einvoice: boolean }
  | { kind: 'file'; role: ReceiptFile['role'] }
  | { kind: 'set'; field: FieldName; now: unknown }
  | { kind: 'changed'; field: FieldName; old: unknown; now: unknown }
  | { kind: 'allocated'; old: Allocated; now: Allocated }
  | { kind: 'linked'; receiptId: string | null }
  | { kind: 'split'; count: number }
  | { kind: 'merged'; count: number }
  | { kind: 'confirmed' | 'reopened' | 'trashed' | 'damaged' | 'splitFrom' | 'unsplit' }
)

type Correction = Receipt['history'][number]

const isField = (name: string): name is FieldName => name in fieldKinds
const isEmpty = (value: unknown) => value === null || value === undefined || value === ''

/** Everything that happened to a receipt, oldest first. */
export function eventsOf(receipt: Receipt): Event[] {
  const first = firstFile(receipt)
  const added = receipt.files.filter((file) => file !== first)
  const events = [
    ...addedEvents(receipt),
    ...added.map(({ addedAt, role }): Event => ({ at: addedAt, kind: 'file', role })),
    ...receipt.history.map(eventOf),
    ...(receipt.confirmedAt ? [{ at: receipt.confirmedAt, kind: 'confirmed' as const }] : []),
    ...(receipt.trashedAt ? [{ at: receipt.trashedAt, kind: 'trashed' as const }] : []),
  ]
  return events
    .map((event, index) => ({ event, index }))
    .sort(byTime)
    .map(({ event }) => event)
}

interface Numbered {
  event: Event
  index: number
}

/** What happened in one step stays in the order of the story. */
const byTime = (a: Numbered, b: Numbered) =>
  a.event.at === b.event.at ? a.index - b.index : a.event.at < b.event.at ? -1 : 1

/** How long after a receipt its own file may be listed, in ms. */
const UPLOAD_MS = 60_000

/** The file that the receipt was made of; undefined where it was entered by hand. */
function firstFile({ files, createdAt }: Receipt): ReceiptFile | undefined {
  const [file] = files
  const isOwn = file?.role === 'receipt' && Date.parse(file.addedAt) - Date.parse(createdAt) < UPLOAD_MS
  return isOwn ? file : undefined
}

function addedEvents(receipt: Receipt): Event[] {
  const at = receipt.createdAt
  const how = receipt.example ? 'example' : firstFile(receipt) ? 'file' : 'hand'
  const fields = readFields(receipt)
  const einvoice = receipt.einvoice?.source === 'file'
  return [
    { at, kind: 'added', how },
    ...(fields.length > 0
      ? [{ at, kind: 'read' as const, fields, lines: receipt.items.length, einvoice }]
      : []),
  ]
}

const SHOWN = ['merchant', 'date', 'totalSen', 'receiptNumber'] as const

/** What was found on it: also what a person has corrected since. */
function readFields(receipt: Receipt): FieldName[] {
  if (!firstFile(receipt)) return []
  return SHOWN.filter((name) => {
    const evidence = receipt.evidence[name]
    if (evidence && evidence.by !== 'person') return true
    const first = receipt.history.find(({ field }) => field === name)
    return first !== undefined && !isEmpty(first.old)
  })
}

function eventOf({ at, field, old, new: now }: Correction): Event {
  if (isField(field))
    return isEmpty(old) ? { at, kind: 'set', field, now } : { at, kind: 'changed', field, old, now }
  switch (field) {
    case 'record':
      return { at, kind: 'damaged' }
    case 'status':
      return { at, kind: now === 'confirmed' ? 'confirmed' : 'reopened' }
    case 'split':
      return isEmpty(now) ? { at, kind: 'unsplit' } : { at, kind: 'split', count: partsOf(now) + 1 }
    case 'merged':
      return { at, kind: 'merged', count: countIn(now) }
    case 'splitFrom':
      return { at, kind: 'splitFrom' }
    case 'refundOf':
      return { at, kind: 'linked', receiptId: typeof now === 'string' ? now : null }
    default:
      return { at, kind: 'allocated', old: allocated(old), now: allocated(now) }
  }
}

/** How many changes it stands for. */
const countIn = (value: unknown) =>
  typeof value === 'object' && value !== null && 'count' in value && typeof value.count === 'number'
    ? value.count
    : 1

/** How many receipts were split off. */
const partsOf = (value: unknown) =>
  typeof value === 'object' && value !== null && 'receiptIds' in value && Array.isArray(value.receiptIds)
    ? value.receiptIds.length
    : 1

/** Allocations as the history keeps them: whatever an earlier release wrote. */
function allocated(value: unknown): Allocated {
  if (!Array.isArray(value)) return []
  return value.flatMap((part: unknown) =>
    typeof part === 'object' && part !== null && 'sen' in part && typeof part.sen === 'number'
      ? [{ sen: part.sen, relief: 'relief' in part && typeof part.relief === 'string' ? part.relief : null }]
      : [],
  )
}
