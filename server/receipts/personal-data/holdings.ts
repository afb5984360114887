import type { Clock } from '../../clock.ts'
import { malaysianDay } from '../../malaysian-time.ts'
import type { Holdings } from '../../personal-data.ts'
import type { Row } from '../each-receipt.ts'
import type { FileStore, RetainUntil } from '../ports.ts'

interface Deps {
  files: Pick<FileStore, 'lockUntil'>
  retainUntil: RetainUntil
  clock: Clock
}

/** How many receipts and files a person has, how many of them the law requires to be kept, and until when. */
export async function holdingsOf(
  { files, retainUntil, clock }: Deps,
  userId: string,
  rows: AsyncIterable<Row>,
): Promise<Holdings> {
  const counts = { receipts: 0, files: 0, receiptsToKeep: 0 }
  const today = malaysianDay(clock.now())
  const lastDayOf = createLastDays((year) => retainUntil(userId, year))
  let lastDay: string | null = null
  for await (const row of rows) {
    counts.receipts++
    counts.files += row.files
    const until = row.status === 'confirmed' && !row.example ? await lastDayOf(row) : ''
    if (until < today) continue
    counts.receiptsToKeep++
    if (lastDay === null || until > lastDay) lastDay = until
  }
  return { counts, retainUntil: lastDay, lockedUntil: files.lockUntil && lastDay }
}

/** The last day a row's receipt must be kept; each year is looked up once. Empty: it counts in no year. */
function createLastDays(lastDayOfYear: (year: number) => Promise<string>) {
  const known = new Map<number, string>()
  return async ({ yearOfAssessment, allocations }: Row): Promise<string> => {
    let latest = ''
    for (const year of [yearOfAssessment, ...allocations.map((part) => part.year)]) {
      if (year === null) continue
      const day = known.get(year) ?? (await lastDayOfYear(year))
      known.set(year, day)
      if (day > latest) latest = day
    }
    return latest
  }
}
