import { Refusal } from '../../errors.ts'
import { isInvoiceType } from '../../reading/ports.ts'
import { type BasedOn, isBasedOn } from '../../versions.ts'
import { type Allocation, inYearsOfPlan } from '../allocation.ts'
import type { NotesLookAt } from '../derived/credit-notes.ts'
import type { Concluded } from '../derived/derived-fields.ts'
import { findSuspects } from '../derived/duplicates.ts'
import type { IncomingFile } from '../files/incoming.ts'
import {
  type EditableField,
  type EditableValues,
  type Evidence,
  type Receipt,
  type ReceiptFile,
  type Verdict,
  yearOfAssessment,
} from '../model.ts'
import { type SaveOptions, VersionConflictError } from '../ports.ts'
import { type AddFileDeps, ARRIVAL_MS, createAddFile, toBeRead } from './add-file.ts'
import { mustBeComplete, mustBeInUse, mustBeRead, withinAmount } from './checks.ts'

export interface ReviewDeps extends AddFileDeps {
  concluded: Concluded
  notesLookAt: NotesLookAt
}

/** Which receipt is to be changed, by whom, based on which version. */
export interface Target {
  userId: string
  id: string
  version: BasedOn
}

export type Patch = Partial<EditableValues> & { proposal?: null | undefined }

/** What people do to receipts. Each takes the version it is based on and returns the receipt as stored. */
export function createReview(deps: ReviewDeps) {
  const { store, clock, concluded, retention, notesLookAt } = deps
  const addFile = createAddFile(deps)

  async function find(userId: string, id: string): Promise<Receipt> {
    const receipt = await store.find(userId, id)
    if (!receipt || receipt.status === 'receiving')
      throw new Refusal('not_found', 'There is no such receipt.')
    return receipt
  }

  async function findAt({ userId, id, version }: Target) {
    const receipt = await find(userId, id)
    if (!isBasedOn(version, receipt.version)) throw conflict(receipt)
    return receipt
  }

  const save = (changed: Receipt, options?: SaveOptions) =>
    store.save({ ...changed, updatedAt: clock.now().toISOString() }, options).catch(asConflict)

  /** Best effort: the receipts that suspect this one look again, now that it is gone, back or settled. */
  async function lookAgain(receipt: Receipt) {
    for (const { id } of await findSuspects(store, { ...receipt, verdicts: [] })) {
      const other = await store.find(receipt.userId, id)
      if (!other?.duplicateSuspects.some((suspect) => suspect.id === receipt.id)) continue
      await store
        .save({ ...other, duplicateSuspects: await findSuspects(store, other) })
        .catch((error) => void (error instanceof VersionConflictError || Promise.reject(error)))
    }
  }

  /** Saves what may have become a receipt to be kept, or to be kept longer; its originals are held by then. */
  async function saveKept(changed: Receipt) {
    const work = await retention.holdFirst(changed)
    return save(changed, work && { work })
  }

  /** A file that is just being added needs somebody to look whether it arrives. */
  const waitFor = (pendingUploads: string[]) =>
    pendingUploads.length > 0 ? { ...due(clock.now()), dueAt: clock.now().getTime() + ARRIVAL_MS } : null

  return {
    find,

    /** Corrects values; each correction is kept in the history. */
    async correct(target: Target, { proposal, ...values }: Patch) {
      const receipt = await findAt(target)
      mustBeInUse(receipt)
      const history = corrections(receipt, values, { by: target.userId, at: clock.now().toISOString() })
      const changed: Receipt = {
        ...receipt,
        ...personsValues(receipt, values),
        history: [...receipt.history, ...history],
        proposal: proposal === null ? null : receipt.proposal,
      }
      const years = [yearOfAssessment(receipt), yearOfAssessment(changed)] as const
      changed.allocations = inYearsOfPlan(receipt.allocations, ...years)
      if (changed.status === 'confirmed') mustBeComplete(changed)
      withinAmount(changed)
      const saved = await saveKept(await concluded(changed))
      await notesLookAt(saved)
      return saved
    },

    /**
     * Says what a receipt counts for.
     * @param allocate makes the new allocations of the receipt as it is
     */
    async allocate(target: Target, allocate: (receipt: Receipt) => Allocation[]) {
      const receipt = await findAt(target)
      mustBeInUse(receipt)
      const allocations = allocate(receipt)
      const changed = withinAmount({ ...receipt, allocations })
      const { allocations: old } = receipt
      const at = clock.now().toISOString()
      const correction = { field: 'allocations', old, new: allocations, at, by: target.userId }
      const saved = await saveKept({ ...changed, history: [...receipt.history, correction] })
      await notesLookAt(saved)
      return saved
    },

    async confirm(target: Target) {
      const receipt = await findAt(target)
      mustBeInUse(receipt)
      mustBeRead(receipt)
      mustBeComplete(receipt)
      // Read again, it may have come to less than it was to count for.
      withinAmount(receipt)
      const confirmedAt = receipt.confirmedAt ?? clock.now().toISOString()
      return saveKept({ ...receipt, status: 'confirmed', unreadableReason: null, confirmedAt })
    },

    /** Reads all its pages once more. */
    async readAgain(target: Target) {
      const receipt = await findAt(target)
      mustBeInUse(receipt)
      const unreadFileIds = receipt.files.filter((file) => file.role === 'receipt').map((file) => file.id)
      if (unreadFileIds.length === 0) throw new Refusal('wrong_state', 'The receipt has no picture to read.')
      return save(toBeRead({ ...receipt, unreadFileIds }), { work: due(clock.now()) })
    },

    /** Adds a page to be read, or a certificate or proof to be kept. */
    async addFile(target: Target, incoming: IncomingFile, role: ReceiptFile['role']) {
      const receipt = await findAt(target)
      mustBeInUse(receipt)
      if (isInvoiceType(incoming.type) && receipt.files.some((file) => isInvoiceType(file.type))) {
        throw new Refusal(
          'wrong_state',
          'The receipt has an e-invoice. Upload this one as a receipt of its own.',
        )
      }
      return addFile(receipt, incoming, role).catch(asConflict)
    },

    async settleDuplicate(target: Target, verdict: Verdict) {
      const receipt = await findAt(target)
      mustBeInUse(receipt)
      if (verdict.of === receipt.id) {
        throw new Refusal('validation_failed', 'A receipt is not a duplicate of itself.')
      }
      // One that was purged meanwhile may still be suspected, and can be settled.
      const isSuspect = receipt.duplicateSuspects.some((suspect) => suspect.id === verdict.of)
      if (!isSuspect) await find(target.userId, verdict.of)
      const others = receipt.verdicts.filter((earlier) => earlier.of !== verdict.of)
      const settled = { ...receipt, verdicts: [...others, verdict] }
      const saved = await save({ ...settled, duplicateSuspects: await findSuspects(store, settled) })
      await lookAgain(saved)
      return saved
    },

    /**
     * Into the trash, from where it is purged in its time.
     * @param acknowledgedUntil the retention date the person has confirmed they saw
     */
    async trash(target: Target, acknowledgedUntil?: string) {
      const receipt = await findAt(target)
      mustBeInUse(receipt)
      await retention.allowTrash(receipt, acknowledgedUntil)
      const thrown = { ...receipt, trashedAt: clock.now().toISOString() }
      const purgeAt = await retention.purgeAt(thrown)
      const trashed = await save(thrown, { work: { attempts: 0, dueAt: purgeAt.getTime(), by: null } })
      await lookAgain(trashed)
      return trashed
    },

    async restore(target: Target) {
      const receipt = await findAt(target)
      if (!receipt.trashedAt) throw new Refusal('wrong_state', 'The receipt is not in the trash.')
      const restored = { ...receipt, trashedAt: null }
      const isToBeRead = restored.unreadFileIds.length > 0
      const work = isToBeRead
        ? due(clock.now())
        : (retention.work(restored) ?? waitFor(restored.pendingUploads))
      return save({ ...restored, duplicateSuspects: await findSuspects(store, restored) }, { work })
    },
  }
}

export type Review = ReturnType<typeof createReview>

/** The values a person gives, marked as theirs, so that no reading replaces them. */
export function personsValues(receipt: Receipt, values: Partial<EditableValues>) {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  const marks = given.map(([field]): [string, Evidence] => [field, { by: 'person' }])
  return { ...Object.fromEntries(given), evidence: { ...receipt.evidence, ...Object.fromEntries(marks) } }
}

function corrections(receipt: Receipt, values: Partial<EditableValues>, who: { by: string; at: string }) {
  const fields = Object.keys(values) as EditableField[]
  const changed = fields.filter((field) => values[field] !== undefined && values[field] !== receipt[field])
  return changed.map((field) => ({ field, old: receipt[field], new: values[field], ...who }))
}

const due = (now: Date) => ({ attempts: 0, dueAt: now.getTime(), by: null })

function asConflict(error: unknown): never {
  if (!(error instanceof VersionConflictError)) throw error
  throw error.current ? conflict(error.current) : new Refusal('not_found', 'The receipt is gone.')
}

function conflict(current: Receipt) {
  return new Refusal('version_conflict', 'Look at what it is now, then change that.', {
    extra: { currentVersion: current.version },
  })
}
