import { foldedWords } from './fold.ts'

export interface Hit<T> {
  value: T
  /** Index of its first word and the index after its last. */
  start: number
  end: number
  letters: number
}

/** Most have neither a word after them nor a second phrase, and there are 20,000 of them. */
interface Node<T> {
  next?: Map<string, Node<T>>
  ends?: { value: T; letters: number }[]
}

/** Shorter pairs of words form other words by chance. */
const SHORTEST_GLUED = 5
/** Only words of at least this length are searched inside a word that lost its spaces. */
const SHORTEST_INSIDE = 8

export type PhraseIndex<T> = ReturnType<typeof createPhraseIndex<T>>

/** Finds many phrases of whole words in a text at once. The time grows with the text, not with the number of phrases. */
export function createPhraseIndex<T>(entries: Iterable<readonly [phrase: string, value: T]>) {
  const root: Node<T> = {}
  const inside = new Map<string, T[]>()

  function add(words: string[], value: T) {
    let node = root
    for (const word of words) {
      node.next ??= new Map()
      const next: Node<T> = node.next.get(word) ?? {}
      node.next.set(word, next)
      node = next
    }
    node.ends ??= []
    node.ends.push({ value, letters: words.join('').length })
  }

  for (const [phrase, value] of entries) {
    const words = foldedWords(phrase)
    if (words.length === 0) continue
    add(words, value)
    const glued = foldedWords(phrase.replaceAll(' ', '')).join('')
    if (words.length > 1 && glued.length >= SHORTEST_INSIDE) add([glued], value)
    if (glued.length >= SHORTEST_INSIDE) inside.set(glued, [...(inside.get(glued) ?? []), value])
  }

  /** All phrases in these folded words. */
  function find(words: string[]): Hit<T>[] {
    const hits: Hit<T>[] = []
    for (let start = 0; start < words.length; start++) {
      let node: Node<T> | undefined = root
      for (let at = start; at < words.length; at++) {
        node = node.next?.get(words[at] ?? '')
        if (!node) break
        for (const end of node.ends ?? []) hits.push({ ...end, start, end: at + 1 })
      }
      // A word with a space in it, printed or misread.
      const pair = `${words[start]}${words[start + 1] ?? ''}`
      if (start + 1 < words.length && pair.length >= SHORTEST_GLUED)
        for (const end of root.next?.get(pair)?.ends ?? []) hits.push({ ...end, start, end: start + 2 })
    }
    return hits
  }

  /** Long phrases inside a longer word that lost its spaces (`KEDAIBUKUMAJU`); for names, not for pages. */
  function findInside(words: string[]): Hit<T>[] {
    const runs = words
      .map((word, start) => ({ word, start }))
      .filter(({ word }) => word.length > SHORTEST_INSIDE)
    return runs.flatMap(({ word, start }) =>
      [...inside].flatMap(([glued, values]) =>
        word.length > glued.length && word.includes(glued)
          ? values.map((value) => ({ value, start, end: start + 1, letters: glued.length }))
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
