import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const line = z.object({
  description: z.string(),
  rm: z.number(),
  /** Codes of reliefs, each of which is right; `?`: it must be asked; `none`: the line does not count. */
  expected: z.array(z.string()).nonempty(),
  /** Not solved yet: what is suggested today, and what was tried. */
  todo: z.string().optional(),
})

const receipt = z.object({
  id: z.string(),
  /** The year of assessment. */
  year: z.int(),
  merchant: z.string(),
  /** Other lines on the paper. */
  page: z.array(z.string()).default([]),
  /** The reason in law. */
  why: z.string().optional(),
  lines: z.array(line).nonempty(),
})

const receiptSet = z.object({ receipts: z.array(receipt) })

/** A receipt with the right answer for each of its lines. */
export type AnsweredReceipt = z.output<typeof receipt>
export type AnsweredLine = z.output<typeof line>

/** Receipts that suggestions are known to be wanted for, by name: test/suggestions has our own, test/cases reported ones. */
export const ownSets = {
  reported: '../../test/cases/suggestions.json',
  first: '../../test/suggestions/receipts-1.json',
  second: '../../test/suggestions/receipts-2.json',
  third: '../../test/suggestions/receipts-3.json',
  fourth: '../../test/suggestions/receipts-4.json',
  fifth: '../../test/suggestions/receipts-5.json',
  sixth: '../../test/suggestions/receipts-6.json',
  seventh: '../../test/suggestions/receipts-7.json',
  eighth: '../../test/suggestions/receipts-8.json',
  ninth: '../../test/suggestions/receipts-9.json',
}

/** Reads a file of receipts with answers: { "receipts": [...] }. */
export async function loadAnswered(file: string): Promise<AnsweredReceipt[]> {
  return receiptSet.parse(JSON.parse(await readFile(file, 'utf8'))).receipts
}

export const loadOwn = (name: keyof typeof ownSets) =>
  loadAnswered(fileURLToPath(new URL(ownSets[name], import.meta.url)))
