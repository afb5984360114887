import type { PageText } from '../../server/reading/page-text.ts'

/** Words of a text, and how many of them are in both. */
export interface WordCounts {
  read: number
  printed: number
  common: number
}

/** Letters and digits with the points of amounts between them; case and other marks do not matter. */
const wordsOf = (pages: PageText[]) =>
  pages
    .flatMap(({ lines }) => lines)
    .flatMap(({ text }) => text.toUpperCase().match(/[A-Z0-9.]*[A-Z0-9][A-Z0-9.]*/g) ?? [])

/** How many words of the true text were read; where they stand does not matter. */
export function compareWords(read: PageText[], printed: PageText[]): WordCounts {
  const [got, wanted] = [wordsOf(read), wordsOf(printed)]
  const left = new Map<string, number>()
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of got) {
    const times = left.get(word) ?? 0
    if (times === 0) continue
    common++
    left.set(word, times - 1)
  }
  return { read: got.length, printed: wanted.length, common }
}

/** The harmonic mean of the share of read words that are printed and of printed words that are read, percent. */
export function wordsF1(counts: WordCounts[]): number {
  const sum = (name: keyof WordCounts) => counts.reduce((total, one) => total + one[name], 0)
  return (200 * sum('common')) / Math.max(1, sum('read') + sum('printed'))
}
