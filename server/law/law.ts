import { checkConsistency } from './consistency.ts'
import { fail, parseDataFile } from './data-file.ts'
import { einvoiceCodes } from './einvoice.ts'
import { type TaxYear, taxYear } from './year.ts'

export type Law = ReturnType<typeof createLaw>

/** A data file after JSON.parse; the name is for messages. */
export interface DataFile {
  name: string
  content: unknown
}

/**
 * The law of every year that has a data file.
 * @throws LawDataError naming the file and the place in it, before anything is computed with wrong figures
 */
export function createLaw(files: { years: DataFile[]; einvoiceCodes: DataFile }) {
  const einvoice = parseDataFile(einvoiceCodes, files.einvoiceCodes.content, files.einvoiceCodes.name)
  const classificationCodes = new Set(einvoice.codes.map(({ code }) => code))
  const byYear = new Map<number, TaxYear>()
  for (const { name, content } of files.years) {
    const year = parseDataFile(taxYear, content, name)
    if (byYear.has(year.year)) fail(`${name}.year`, 'a year no other file has', year.year)
    checkConsistency(year, name, classificationCodes)
    byYear.set(year.year, year)
  }
  if (byYear.size === 0) fail('years', 'at least one file', [])
  const years = [...byYear.values()].sort((a, b) => a.year - b.year)
  return {
    /** In ascending order. */
    years,
    /** The year of assessment; undefined if it has no data file. */
    year: (ya: number): TaxYear | undefined => byYear.get(ya),
    einvoice,
  }
}
