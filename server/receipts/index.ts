import type { PageTools } from '../reading/ports.ts'
import { createReceiving } from './incoming.ts'
import { createIntake } from './intake.ts'
import { createPageTexts } from './page-texts.ts'
import { createReceiptReader } from './read-receipt.ts'
import { createReread } from './reread.ts'
import { createReview } from './review.ts'
import { createThumbnails } from './thumbnails.ts'
import { createWork, type WorkDeps } from './work.ts'

export interface ReceiptsDeps extends Omit<WorkDeps, 'readReceipt'> {
  reader: Parameters<typeof createReceiptReader>[0]['reader']
  tools: PageTools
  /** Milliseconds a plain upload waits for its reading. */
  waitMs?: number | undefined
  /** A folder of this machine for uploads on their way. */
  incomingFolder: string
}

/** The room put together: what its routes need. */
export function createReceipts(deps: ReceiptsDeps) {
  const { store, files, tools, clock } = deps
  const texts = createPageTexts(files)
  const work = createWork({ ...deps, readReceipt: createReceiptReader({ ...deps, texts }) })
  return {
    store,
    files,
    texts,
    work,
    withIncoming: createReceiving(deps.incomingFolder, tools),
    intake: createIntake({ ...deps, work }),
    review: createReview({ store, files, clock, processId: deps.processId }),
    reread: createReread({ ...deps, texts }),
    thumbnail: createThumbnails({ ...deps, store }),
  }
}

export type Receipts = ReturnType<typeof createReceipts>
