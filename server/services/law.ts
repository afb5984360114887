import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LawDataError } from '../law/data-file.ts'
import { createLaw, type DataFile, type Law } from '../law/law.ts'

const lawFolder = fileURLToPath(new URL('../law/', import.meta.url))
const shippedYears = join(lawFolder, 'years')

/**
 * Reads the law from its data files: each `2026.json` of `yearsFolder` is a year, and there is no list of them elsewhere.
 * @throws LawDataError for a file that is not JSON, misshapen or contradicts itself
 */
export async function loadLaw(yearsFolder = shippedYears): Promise<Law> {
  const names = (await readdir(yearsFolder)).filter((name) => name.endsWith('.json')).sort()
  return createLaw({
    years: await Promise.all(names.map((name) => dataFile(join(yearsFolder, name)))),
    einvoiceCodes: await dataFile(join(lawFolder, 'einvoice-codes.json')),
  })
}

/** The data file of one year, as it is written. */
export const readYearFile = (year: number) => dataFile(join(shippedYears, `${year}.json`))

async function dataFile(path: string): Promise<DataFile> {
  const name = basename(path)
  const source = await readFile(path, 'utf8')
  try {
    return { name, content: JSON.parse(source) as unknown }
  } catch (cause) {
    throw new LawDataError(`${name}: not JSON`, { cause })
  }
}
