import { isOneApart } from '../fields/words.ts'

/** Words, each with its alternatives in Malay and English, that must all stand in a line; and those that must not. */
export interface Label {
  all: readonly (readonly string[])[]
  none?: readonly string[]
}

/** Shorter words have too many neighbours for one wrong letter to be forgiven. */
const FORGIVEN = 5

export const wordsOf = (text: string) => text.split(/[^A-Z0-9]+/).filter(Boolean)

const isWord = (read: string, word: string) =>
  read === word || (word.length >= FORGIVEN && isOneApart(read, word))
const hasWord = (words: readonly string[], word: string) => words.some((read) => isWord(read, word))

export const hasAny = (words: readonly string[], wanted: readonly string[]) =>
  wanted.some((word) => hasWord(words, word))

export const isLabelled = (words: readonly string[], { all, none = [] }: Label) =>
  all.every((alternatives) => hasAny(words, alternatives)) && !hasAny(words, none)
