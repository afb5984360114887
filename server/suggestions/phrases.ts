import { foldedWords } from './fold.ts'

export interface Hit<T> {
  value: T
  /** Index of its first word and the index after its last. */
  start: number
  end: number
  letters: number
}

/** Shorter pairs of words form other words by chance. */
const SHORTEST_GLUED = 5
/** Only words of at least this length are searched inside a word that lost its spaces. */
const SHORTEST_INSIDE = 8

export type PhraseIndex<T> = ReturnType<typeof createPhraseIndex<T>>

/**
 * Finds many phrases of whole words in a text at once. The time grows with the text, not with the number of phrases, of
 * which there are 20,000: whole phrases as keys take a quarter of the memory of a tree of words.
 */
export function createPhraseIndex<T>(entries: Iterable<readonly [phrase: string, value: T]>) {
  const byPhrase = new Map<string, readonly T[]>()
  /** The most words of a phrase, by its first word. */
  const longest = new Map<string, number>()
  const inside = new Set<string>()
  // Nearly all phrases of a value are of that value alone: they share one list.
  const alone = new Map<T, readonly T[]>()

  function add(words: string[], value: T) {
    const [first = ''] = words
    longest.set(first, Math.max(words.length, longest.get(first) ?? 0))
    const phrase = words.join(' ')
    const others = byPhrase.get(phrase)
    const own = alone.get(value) ?? [value]
    alone.set(value, own)
    byPhrase.set(phrase, others ? [...others, value] : own)
  }

  for (const [phrase, value] of entries) {
    const words = foldedWords(phrase)
    if (words.length === 0) continue
    add(words, value)
    const glued = foldedWords(phrase.replaceAll(' ', '')).join('')
    if (glued.length < SHORTEST_INSIDE) continue
    if (words.length > 1) add([glued], value)
    inside.add(glued)
  }

  /** All phrases in these folded words. */
  function find(words: string[]): Hit<T>[] {
    const hits: Hit<T>[] = []
    for (const [start, first] of words.entries()) {
      const found = (phrase: string, end: number, letters: number) => {
        for (const value of byPhrase.get(phrase) ?? []) hits.push({ value, start, end, letters })
      }
      const most = Math.min(start + (longest.get(first) ?? 0), words.length)
      let phrase = ''
      let letters = 0
      for (let at = start; at < most; at++) {
        const word = words[at] ?? ''
        phrase = at === start ? word : `${phrase} ${word}`
        letters += word.length
        found(phrase, at + 1, letters)
      }
      // A word with a space in it, printed or misread.
      const next = words[start + 1]
      const pair = `${first}${next ?? ''}`
      if (next !== undefined && pair.length >= SHORTEST_GLUED) found(pair, start + 2, pair.length)
    }
    return hits
  }

  /** Long phrases inside a longer word that lost its spaces (`KEDAIBUKUMAJU`); for names, not for pages. */
  function findInside(words: string[]): Hit<T>[] {
    const runs = words
      .map((word, start) => ({ word, start }))
      .filter(({ word }) => word.length > SHORTEST_INSIDE)
    return runs.flatMap(({ word, start }) =>
      [...inside].flatMap((glued) =>
        word.length > glued.length && word.includes(glued)
          ? (byPhrase.get(glued) ?? []).map((value) => ({
              value,
              start,
              end: start + 1,
              letters: glued.length,
            }))
          : [],
      ),
    )
  }

  return { find, findInside }
}

/** The hits that do not lie within a longer one: in "exercise book" there is no "book". */
export const outermost = <T>(hits: Hit<T>[]): Hit<T>[] =>
  hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          other.start <= hit.start && other.end >= hit.end && other.end - other.start > hit.end - hit.start,
      ),
  )

/** Whether one of a rule's `unless` phrases is among these folded words, which cancels the rule. */
export function createUnless<R extends { unless: string[] }>(rules: R[]) {
  const run = (words: string[]) => ` ${words.join(' ')} `
  const phrases = new Map(rules.map((rule) => [rule, rule.unless.map((one) => run(foldedWords(one)))]))
  return (words: string[]) => {
    const text = run(words)
    return (rule: R) => phrases.get(rule)?.some((phrase) => text.includes(phrase)) ?? false
  }
}
