import type { PageTools } from '../reading/ports.ts'
import { createNotesLook } from './derived/credit-notes.ts'
import { createConclusions } from './derived/derived-fields.ts'
import { createReceiving } from './files/incoming.ts'
import { createPageTexts } from './files/page-texts.ts'
import { createThumbnails } from './files/thumbnails.ts'
import { createIntake } from './intake/index.ts'
import { createReceiptData } from './personal-data.ts'
import type { RetainUntil, Suggest } from './ports.ts'
import { createReread } from './reread.ts'
import { createRetention } from './retention/index.ts'
import { createRemoval, type RemovalDeps } from './retention/removal.ts'
import { createReview } from './review/index.ts'
import { createWork, type WorkDeps } from './work/index.ts'
import { createReceiptReader } from './work/read-receipt.ts'

type Made = 'readReceipt' | 'concluded' | 'retention' | 'removal' | 'notesLookAt'

export interface ReceiptsDeps extends Omit<WorkDeps, Made>, Omit<RemovalDeps, Made> {
  suggest: Suggest
  retainUntil: RetainUntil
  reader: Parameters<typeof createReceiptReader>[0]['reader']
  tools: PageTools
  /** Milliseconds a plain upload waits for its reading. */
  waitMs?: number | undefined
  /** A folder of this machine for uploads on their way. */
  incomingFolder: string
}

/** The room put together: what its routes need. */
export function createReceipts(deps: ReceiptsDeps) {
  const { store, files, tools } = deps
  const texts = createPageTexts(files)
  const concluded = createConclusions({ ...deps, texts })
  const retention = createRetention(deps)
  const notesLookAt = createNotesLook({ ...deps, concluded })
  const readReceipt = createReceiptReader({ ...deps, texts })
  const removal = createRemoval({ ...deps, retention })
  const work = createWork({ ...deps, concluded, retention, removal, notesLookAt, readReceipt })
  return {
    store,
    files,
    texts,
    work,
    withIncoming: createReceiving(deps.incomingFolder, tools),
    intake: createIntake({ ...deps, concluded, work }),
    /** Everything of a person's receipts. */
    personalData: createReceiptData({ ...deps, texts, removal }),
    /** The last day a receipt must be kept; null for one that was never confirmed. */
    retainUntil: retention.retainUntil,
    announceFiling: retention.announceFiling,
    review: createReview({ ...deps, concluded, retention, notesLookAt }),
    reread: createReread({ ...deps, concluded, texts }),
    thumbnail: createThumbnails({ ...deps, store }),
  }
}

export type Receipts = ReturnType<typeof createReceipts>
