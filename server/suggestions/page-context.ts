import { foldedWords } from './fold.ts'
import { createPhraseIndex } from './phrases.ts'
import { documentWords, listed } from './rules/document-kinds.ts'
import type { Beneficiary } from './suggestion.ts'

/** The number of characters of a receipt's text that are read; a long receipt has 6,000. */
const LONGEST_TEXT = 12_000
const MOST_LINES = 300
const LONGEST_LINE = 200
const TITLE_LINES = 12
const MOST_TITLE_WORDS = 3

const indexed = <T>(entries: readonly { words: string; value: T }[]) =>
  createPhraseIndex(entries.flatMap(({ words, value }) => listed(words).map((one) => [one, value] as const)))

/** Reads from the text of a page: the beneficiary, whether it is a receipt, and whether it shows approval for gifts. */
export function createPageReader() {
  const approvals = indexed([{ words: documentWords.approval, value: true }])
  const persons = indexed<Beneficiary>(
    documentWords.persons.map(({ person, words }) => ({ words, value: person })),
  )
  const lineWords = indexed<Beneficiary>(
    documentWords.lineWords.map(({ person, words }) => ({ words, value: person })),
  )
  const titles = indexed(documentWords.notReceipts.map(({ words, reads }) => ({ words, value: reads })))

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
        /** The kind of document, if its title says that it is not a receipt. */
        notReceipt: title?.value ?? null,
      }
    },
    /** The beneficiary of a single line. */
    personOf: (line: string): Beneficiary | null => lineWords.find(foldedWords(line))[0]?.value ?? null,
  }
}

export type Page = ReturnType<ReturnType<typeof createPageReader>['read']>
