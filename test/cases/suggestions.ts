import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** One receipt of suggestions.json. */
const receiptSchema = z.strictObject({
  id: z.string(),
  /** The year of assessment. */
  year: z.int(),
  merchant: z.string(),
  /** Other lines on the paper. */
  page: z.array(z.string()).default([]),
  /** The reason in law. */
  why: z.string().optional(),
  lines: z.array(
    z.strictObject({
      description: z.string(),
      sen: z.int(),
      /** Codes of reliefs, each of which is right; `?`: it must be asked; `none`: the line does not count. */
      expected: z.array(z.string()).nonempty(),
      /** Not solved yet: what is suggested today. */
      todo: z.string().optional(),
    }),
  ),
})
export type CaseReceipt = z.output<typeof receiptSchema>

export const loadSuggestions = async (): Promise<CaseReceipt[]> =>
  z
    .array(receiptSchema)
    .parse(JSON.parse(await readFile(join(import.meta.dirname, 'suggestions.json'), 'utf8')))
