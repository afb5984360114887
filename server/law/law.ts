import { checkConsistency } from './consistency.ts'
import { einvoiceCodesShape } from './einvoice.ts'
import { wrong } from './parse.ts'
import { type TaxYear, yearShape } from './year.ts'

export type Law = ReturnType<typeof createLaw>

/** A data file as it was parsed; the name is for messages. */
export interface DataFile {
  name: string
  content: unknown
}

/**
 * The law of all the years there are files for.
 * @throws LawDataError naming the file and the place in it, before anything is computed with wrong figures
 */
export function createLaw(files: { years: DataFile[]; einvoiceCodes: DataFile }) {
  const { einvoiceCodes } = files
  const einvoice = einvoiceCodesShape(einvoiceCodes.content, einvoiceCodes.name)
  const known = new Set(einvoice.codes.map(({ code }) => code))
  const byYear = new Map<number, TaxYear>()
  for (const { name, content } of files.years) {
    const year = yearShape(content, name)
    if (byYear.has(year.year)) wrong(`${name}.year`, 'a year no other file has', year.year)
    checkConsistency(year, name, known)
    byYear.set(year.year, year)
  }
  if (byYear.size === 0) wrong('years', 'at least one file', [])
  const years = [...byYear.values()].sort((a, b) => a.year - b.year)
  return {
    /** The earliest first. */
    years,
    /** The year of assessment, or undefined where there is no file for it. */
    year: (ya: number): TaxYear | undefined => byYear.get(ya),
    einvoice,
  }
}
