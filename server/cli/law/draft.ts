import { draftAfter } from '../../law/draft.ts'
import { loadLaw, readYearFile } from '../../services/law.ts'
import { print } from '../output.ts'
import { EXIT, UsageError } from '../usage-error.ts'

/** Prints the data file of the year after the last one that is known. */
export async function draft(ya: number): Promise<number> {
  const { years } = await loadLaw()
  const last = years.at(-1)?.year ?? 0
  if (ya !== last + 1)
    throw new UsageError(`the law is known up to ${last}; only ${last + 1} can be drafted from it`)
  const { content, name } = await readYearFile(last)
  print(JSON.stringify(draftAfter(content, name), null, 2))
  return EXIT.ok
}
