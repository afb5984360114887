import type { PageTools } from '../reading/ports.ts'
import { createConclusions } from './derived.ts'
import { createReceiving } from './incoming.ts'
import { createIntake } from './intake.ts'
import { createNotesLook } from './notes.ts'
import { createPageTexts } from './page-texts.ts'
import { createReceiptData } from './personal-data.ts'
import type { KeptUntil, Suggest } from './ports.ts'
import { createReceiptReader } from './read-receipt.ts'
import { createRemoval, type RemovalDeps } from './removal.ts'
import { createReread } from './reread.ts'
import { createRetention } from './retention.ts'
import { createReview } from './review.ts'
import { createThumbnails } from './thumbnails.ts'
import { createWork, type WorkDeps } from './work.ts'

type Made = 'readReceipt' | 'concluded' | 'retention' | 'removal' | 'notesLookAt'

export interface ReceiptsDeps extends Omit<WorkDeps, Made>, Omit<RemovalDeps, Made> {
  suggest: Suggest
  keptUntil: KeptUntil
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
    keepUntil: retention.keepUntil,
    announceFiling: retention.announceFiling,
    review: createReview({ ...deps, concluded, retention, notesLookAt }),
    reread: createReread({ ...deps, concluded, texts }),
    thumbnail: createThumbnails({ ...deps, store }),
  }
}

export type Receipts = ReturnType<typeof createReceipts>
