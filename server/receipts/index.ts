import type { Law } from '../law/law.ts'
import type { ReadOptions } from '../reading/ports.ts'
import { createCreditNoteRefresh } from './derived/credit-notes.ts'
import { createDerivedFields } from './derived/derived-fields.ts'
import { refreshDuplicateSuspects } from './derived/duplicates.ts'
import { createSuggestionWording } from './derived/worded-suggestion.ts'
import { createReceiving } from './files/incoming.ts'
import { createPageTexts } from './files/page-texts.ts'
import { type RecoverFiles, recoverFiles } from './files/recover-files.ts'
import { createThumbnails, type ThumbnailDeps } from './files/thumbnails.ts'
import { withLocal } from './files/with-local.ts'
import type { IntakeDeps } from './intake/deps.ts'
import { createIntake } from './intake/index.ts'
import type { Receipt } from './model.ts'
import type { PageLimits } from './page-budget.ts'
import { createReceiptData } from './personal-data/index.ts'
import type { InMalay, RetainUntil, Suggest } from './ports.ts'
import { type QueueQuery, readQueue } from './queue/read-queue.ts'
import type { RemovalDeps } from './removal/deps.ts'
import { createRemoval } from './removal/index.ts'
import { createReread } from './reread.ts'
import { createRetention } from './retention/index.ts'
import { createReview } from './review/index.ts'
import { createPasswordTries } from './review/password-tries.ts'
import { createSplitting } from './splitting/index.ts'
import { suggestionGapOf } from './suggestion-missing.ts'
import { waitingOf } from './waiting.ts'
import type { WorkDeps } from './work/deps.ts'
import { createWork } from './work/index.ts'
import { createPasswords } from './work/passwords.ts'
import { createReceiptReader, type ReceiptReaderDeps } from './work/read-receipt.ts'

export type { Reread } from './reread.ts'
export type { Target } from './review/find.ts'
export type { Work } from './work/index.ts'

export interface ReceiptsDeps
  extends Pick<RemovalDeps, 'store' | 'files' | 'keys' | 'events' | 'clock' | 'processId'>,
    Pick<WorkDeps, 'resumeJob' | 'concurrency'>,
    Pick<IntakeDeps, 'waitMs'>,
    Pick<ReceiptReaderDeps, 'reader' | 'rules' | 'readingMs' | 'recordedText'>,
    Pick<ThumbnailDeps, 'tools'> {
  /** Undefined: reading costs nothing. */
  pageLimits?: PageLimits | undefined
  suggest: Suggest
  inMalay: InMalay
  law: Pick<Law, 'year'>
  retainUntil: RetainUntil
  /** A folder of this machine for uploads until they are stored. */
  incomingFolder: string
}

/** The receipts module, put together. What other modules may use of it is what this returns. */
export function createReceipts(deps: ReceiptsDeps) {
  const { store, files, tools } = deps
  const texts = createPageTexts(files)
  const withDerivedFields = createDerivedFields({ ...deps, texts })
  const creditNotes = createCreditNoteRefresh({ ...deps, withDerivedFields })
  const retention = createRetention(deps)
  const removal = createRemoval({ ...deps, retention })
  const passwords = createPasswords()
  const passwordTries = createPasswordTries(deps.clock)
  const shared = {
    ...deps,
    passwords,
    passwordTries,
    texts,
    withDerivedFields,
    ...creditNotes,
    retention,
    removal,
  }
  const splitting = createSplitting(shared)
  const { createParts } = splitting
  const work = createWork({ ...shared, createParts, readReceipt: createReceiptReader(shared) })
  return {
    store,
    files,
    texts,
    work,
    recoverFiles: ((record) => recoverFiles(deps, record)) satisfies RecoverFiles,
    withIncoming: createReceiving(deps.incomingFolder, tools),
    intake: createIntake({ ...shared, work }),
    review: createReview(shared),
    splitting,
    queue: (userId: string, query: QueueQuery) => readQueue(deps, userId, query),
    reread: createReread(shared),
    thumbnail: createThumbnails(shared),
    /** The text of a file of a statement. Rejects as PageReader.read does. */
    pagesOf: (
      record: Pick<Receipt, 'userId' | 'id'>,
      fileId: string,
      signal: AbortSignal,
      options: ReadOptions,
    ) => withLocal(files, record, fileId, (path) => deps.reader.read(path, signal, options)),
    /** Deletes a receipt for good, without the trash. Only an example is worth so little. */
    async eraseExample(userId: string, id: string) {
      const erased = await removal.eraseReceipt(userId, id)
      if (erased) await refreshDuplicateSuspects(store, erased)
    },
    personalData: createReceiptData(shared),
    retainUntil: retention.retainUntil,
    waiting: (receipt: Receipt) => waitingOf({ ...deps, work }, receipt),
    suggestionMissing: (receipt: Receipt) =>
      suggestionGapOf(receipt, (year) => deps.law.year(year) !== undefined),
    suggestionIn: createSuggestionWording(shared),
    announceFiling: retention.announceFiling,
  }
}

export type Receipts = ReturnType<typeof createReceipts>
