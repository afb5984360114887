import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { BLANK } from './characters.ts'
import type { ReadCharacter } from './decode.ts'

/** Shorter words are too often one letter away from another word, or from the name of a shop. */
const SHORTEST = 6
/** Of the word as read, so that a number is not taken for a word. */
const MOST_FIGURES = 2
/** A character that is nowhere in the word seen with this is not tried. */
const SEEN = 0.002
/** The probability of a character that the network does not see at all. */
const UNSEEN = 3e-4
/**
 * A word of the list may be this much less likely than what was read, in natural logarithms. Half as much corrects fewer
 * names, and with more the names of shops become words.
 */
const DOUBT = 5

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

export type Words = Set<string>

/** Words of six letters or more, in capitals. */
export async function loadWords(path: string): Promise<Words> {
  return new Set(
    z
      .string()
      .parse(JSON.parse(await readFile(path, 'utf8')))
      .split(' '),
  )
}

/** What a network says of a line: a row of probabilities per step, one for each of the characters. */
export interface LineProbabilities {
  values: Float32Array
  characters: string[]
}

/**
 * Puts right what the network reads almost as surely otherwise, where that makes a word: HARDWAKE, SEAFOD, BEGUTY. One
 * letter of a word is changed, added or left out.
 */
export function withKnownWords(
  read: ReadCharacter[],
  { values, characters }: LineProbabilities,
  words: Words,
): ReadCharacter[] {
  const steps = values.length / characters.length
  return wordsOf(read).flatMap(({ first, last }) => {
    const word = read.slice(first, last)
    const text = word.map(capital).join('')
    if (!isMisread(text, words)) return word
    const [before, after] = [read[first - 1], read[last]]
    const window = {
      from: before ? Math.ceil((before.to + (word[0]?.from ?? 0)) / 2) : 0,
      to: after ? Math.floor((after.from + (word.at(-1)?.to ?? steps)) / 2) : steps,
    }
    const seen = rowsOf(values, characters, window)
    const least = likelihood(seen, text) - DOUBT
    const found = variants(text, seen, words)
      .map((variant) => ({ ...variant, chance: likelihood(seen, variant.text) }))
      .filter(({ chance }) => chance > least)
      .sort((a, b) => b.chance - a.chance)[0]
    return found ? found.apply(word) : word
  })
}

const isAlphanumeric = ({ character }: ReadCharacter) => /^[A-Za-z0-9]$/.test(character)
const capital = ({ character }: ReadCharacter) => character.toUpperCase()

/** Runs of letters and figures, and what stands between them, as indices. */
function wordsOf(read: ReadCharacter[]): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = []
  read.forEach((one, index) => {
    const before = read[index - 1]
    const run = runs.at(-1)
    if (run && before && isAlphanumeric(before) && isAlphanumeric(one)) run.last = index + 1
    else runs.push({ first: index, last: index + 1 })
  })
  return runs
}

function isMisread(text: string, words: Words): boolean {
  const figures = text.replace(/\D/g, '').length
  return text.length >= SHORTEST - 1 && figures <= MOST_FIGURES && !isKnown(text, words)
}

const isKnown = (text: string, words: Words) =>
  words.has(text) || (text.endsWith('S') && words.has(text.slice(0, -1)))

/** The probabilities of blank, letters and figures in each step of a word; capitals and small letters are added up. */
type Row = Map<string, number>

function rowsOf(
  values: Float32Array,
  characters: string[],
  { from, to }: { from: number; to: number },
): Row[] {
  return Array.from({ length: to - from }, (_, step) => {
    const row: Row = new Map()
    characters.forEach((character, index) => {
      const key = index === BLANK ? '' : character.toUpperCase()
      row.set(key, (row.get(key) ?? 0) + (values[(from + step) * characters.length + index] ?? 0))
    })
    return row
  })
}

interface Variant {
  text: string
  /** The characters of the word with the change. */
  apply(word: ReadCharacter[]): ReadCharacter[]
}

/** The words of the list that differ from a text in one character which the network sees somewhere in it. */
function variants(text: string, seen: Row[], words: Words): Variant[] {
  const letters = LETTERS.filter((letter) => seen.some((row) => (row.get(letter) ?? 0) >= SEEN))
  const found: Variant[] = []
  const add = (at: number, left: number, letter: string) => {
    const variant = text.slice(0, at) + letter + text.slice(at + left)
    if (words.has(variant)) found.push({ text: variant, apply: (word) => changed(word, at, left, letter) })
  }
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length) add(at, 1, '')
    for (const letter of letters) {
      if (at < text.length) add(at, 1, letter)
      add(at, 0, letter)
    }
  }
  return found
}

/** The word with `left` characters at a place replaced by a letter, which looks like its neighbours. */
function changed(word: ReadCharacter[], place: number, left: number, letter: string): ReadCharacter[] {
  const before = word[place - 1]
  const after = word[place + left]
  const old = left > 0 ? word[place] : undefined
  const near = old ?? after ?? before
  if (letter === '' || !near) return word.toSpliced(place, left)
  const isSmall = [before, after].some((one) => one && /[a-z]/.test(one.character)) && place > 0
  const at = old?.at ?? ((before ?? near).at + (after ?? near).at) / 2
  return word.toSpliced(place, left, { ...near, at, character: isSmall ? letter.toLowerCase() : letter })
}

/** The logarithm of the probability that steps read exactly a text, over all ways to spread it (CTC). */
function likelihood(seen: Row[], text: string): number {
  // Blanks may stand around each character, and must between two that are the same.
  const states = ['', ...[...text].flatMap((character) => [character, ''])]
  let ways: number[] = states.map((_, index) => (index === 0 ? 1 : 0))
  let logarithm = 0
  for (const row of seen) {
    const next = states.map((state, index) => {
      const skips = state !== '' && state !== states[index - 2]
      const reached = (ways[index] ?? 0) + (ways[index - 1] ?? 0) + (skips ? (ways[index - 2] ?? 0) : 0)
      return reached * Math.max(UNSEEN, row.get(state) ?? 0)
    })
    const sum = next.reduce((a, b) => a + b, 0)
    logarithm += Math.log(sum)
    ways = next.map((way) => way / sum)
  }
  return logarithm + Math.log((ways.at(-1) ?? 0) + (ways.at(-2) ?? 0) || Number.MIN_VALUE)
}
