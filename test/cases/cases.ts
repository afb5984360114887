import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const value = z.union([z.string(), z.number(), z.null()])

/** One row of cases.json. */
const caseSchema = z.strictObject({
  id: z.string(),
  file: z.string(),
  /** The server's clock during the upload; without it, NOW. */
  now: z.iso.datetime().optional(),
  /** Values the receipt must have once the file is accepted. */
  expected: z.record(z.string(), value).optional(),
  /** Another value is right too if its confidence is lower than this, or if there is none. */
  orUnsureBelow: z.number().optional(),
  /** Values the receipt must not have. */
  not: z.record(z.string(), value).optional(),
  /** The number of pages of its file. */
  pages: z.int().optional(),
  /** A refusal that is right too, by its code. */
  orRefused: z.string().optional(),
  /** Not solved yet: what happens today. */
  todo: z.string().optional(),
})
export type Case = z.output<typeof caseSchema>

export const NOW = '2026-11-29T04:00:00Z'
const folder = import.meta.dirname

export const loadCases = async (): Promise<Case[]> =>
  z.array(caseSchema).parse(JSON.parse(await readFile(join(folder, 'cases.json'), 'utf8')))

export const bytesOf = (file: string) => readFile(join(folder, 'files', file))
