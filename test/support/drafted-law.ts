import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { draftAfter } from '../../server/law/draft.ts'
import type { Law } from '../../server/law/law.ts'
import { loadLaw, readYearFile } from '../../server/services/law.ts'

/** The law of all years with a draft of the year after the last one, read from files as the server reads them. */
export async function draftedLaw({ years }: Law): Promise<Law> {
  const folder = await mkdtemp(join(tmpdir(), 'tracker-draft-'))
  const write = (year: number, content: unknown) =>
    writeFile(join(folder, `${year}.json`), JSON.stringify(content))
  try {
    for (const { year } of years) await write(year, (await readYearFile(year)).content)
    const last = years.at(-1)?.year ?? 0
    const { content, name } = await readYearFile(last)
    await write(last + 1, draftAfter(content, name))
    return await loadLaw(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
