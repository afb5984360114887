import { z } from 'zod'
import { readInvoice } from './invoice-pages.ts'
import { type Box, boxSchema, type PageText } from './page-text.ts'
import { isUnreadable, type Reading } from './reading.ts'
import type { ChildPool } from './workers/pool.ts'

/** What the field rules find on the pages of a receipt's files. */
export interface RuledFiles {
  /** One for each file that was given. */
  files: {
    /** Not a consolidated e-invoice, whose pages say nothing about a receipt. */
    isEvidence: boolean
    /** For each page the areas of the receipts in its picture, where there are several. */
    receipts: (Box[] | undefined)[]
  }[]
  /** Its pages are those of the files that are evidence, counted through from 1. Null: no file is. */
  reading: Reading | null
  /** Neither a date nor a total was found. */
  isUnreadable: boolean
}

export interface RuleOptions {
  /** YYYY-MM-DD in Malaysia: a receipt of a later day is unlikely. */
  today: string
}

/** Applies the field rules to the pages of a receipt's files, all together. */
export interface FieldRules {
  /** Rejects with UnusableFileError `consolidated`, and with ReaderFailedError. */
  apply(
    files: PageText[][],
    options: RuleOptions & { signal?: AbortSignal | undefined; person?: string | undefined },
  ): Promise<RuledFiles>
}

const ruledFilesSchema: z.ZodType<RuledFiles> = z.object({
  files: z.array(
    z.object({ isEvidence: z.boolean(), receipts: z.array(z.union([z.array(boxSchema), z.undefined()])) }),
  ),
  // The receipt it becomes part of is checked before it is stored.
  reading: z.custom<Reading | null>((value) => typeof value === 'object'),
  isUnreadable: z.boolean(),
})

/** Milliseconds, far more than a slow machine takes: for loading the rules, and for each line. */
const MOST_MS = { atAll: 30_000, aLine: 20 }

/**
 * The field rules in a child process. They take 200 ms for the first receipt, during which the server would answer nobody,
 * and 10 ms a page for those that follow.
 */
export const createFieldRules = (pool: ChildPool): FieldRules => ({
  async apply(files, { today, signal, person }) {
    const invoices = ofInvoices(files)
    if (invoices) return invoices
    const timeout = MOST_MS.atAll + MOST_MS.aLine * files.flat().flatMap(({ lines }) => lines).length
    const input = { files: files.map(withoutRaw), today }
    return pool.run('applyRules', input, ruledFilesSchema, { signal, person, timeout })
  },
})

/** Where there is nothing but e-invoices, no rule has anything to do. */
function ofInvoices(files: PageText[][]): RuledFiles | undefined {
  const pages = files.flat()
  if (pages.some(({ invoice }) => !invoice)) return undefined
  const reading = readInvoice(pages.map((page, index) => ({ ...page, page: index + 1 })))
  return {
    files: files.map((ofFile) => ({ isEvidence: true, receipts: ofFile.map(() => undefined) })),
    reading,
    isUnreadable: reading === null || isUnreadable(reading),
  }
}

/** The reader's own answer is large, and no rule looks at it. */
const withoutRaw = (pages: PageText[]) => pages.map(({ raw, ...page }) => page)
