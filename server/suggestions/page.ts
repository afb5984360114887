import { foldedWords } from './fold.ts'
import { createPhraseIndex } from './phrases.ts'
import { listed, paper } from './rules/document-kinds.ts'
import type { Beneficiary } from './suggestion.ts'

/** Characters of a receipt's text that are looked at; a long receipt has 6,000. */
const LONGEST_TEXT = 12_000
const MOST_LINES = 300
const LONGEST_LINE = 200
const TITLE_LINES = 12
const MOST_TITLE_WORDS = 3

const indexed = <T>(entries: readonly { words: string; value: T }[]) =>
  createPhraseIndex(entries.flatMap(({ words, value }) => listed(words).map((one) => [one, value] as const)))

/** Reads what a page says about itself: whose it was, whether it is a receipt, whether gifts to its issuer count. */
export function createPageReader() {
  const approvals = indexed([{ words: paper.approval, value: true }])
  const persons = indexed<Beneficiary>(paper.persons.map(({ person, words }) => ({ words, value: person })))
  const lineWords = indexed<Beneficiary>(
    paper.lineWords.map(({ person, words }) => ({ words, value: person })),
  )
  const titles = indexed(paper.notReceipts.map(({ words, reads }) => ({ words, value: reads })))

  return {
    read(text: string) {
      const lines = text
        .slice(0, LONGEST_TEXT)
        .split('\n', MOST_LINES)
        .map((line) => line.slice(0, LONGEST_LINE).trim())
        .filter((line) => line !== '')
      const words = lines.flatMap(foldedWords)
      const title = lines
        .slice(0, TITLE_LINES)
        .map(foldedWords)
        .filter((line) => line.length <= MOST_TITLE_WORDS)
        .flatMap((line) => titles.find(line))[0]
      return {
        lines,
        approved: approvals.find(words).length > 0,
        person: persons.find(words)[0]?.value ?? null,
        /** What it says it is, where that is no proof of payment. */
        notReceipt: title?.value ?? null,
      }
    },
    /** Whom a single line was for. */
    personOf: (line: string): Beneficiary | null => lineWords.find(foldedWords(line))[0]?.value ?? null,
  }
}
