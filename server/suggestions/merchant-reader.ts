import { foldedWords } from './fold.ts'
import { createPhraseIndex, createUnless, type Hit, outermost } from './phrases.ts'
import type { MerchantRule } from './rule.ts'
import { documentWords, listed } from './rules/document-kinds.ts'

/** The merchant's name is in these first lines of a page. */
const HEAD_LINES = 8

const places = new Set(listed(documentWords.places).flatMap(foldedWords))

interface Named {
  rule: MerchantRule
  isHint: boolean
}

/** More matched words first; then longer words, then the earlier position. */
const better = (a: Hit<Named>, b: Hit<Named>) =>
  Number(a.value.isHint) - Number(b.value.isHint) ||
  b.end - b.start - (a.end - a.start) ||
  Number(b.value.rule.wins) - Number(a.value.rule.wins) ||
  b.letters - a.letters ||
  a.start - b.start

/** Finds the kind of merchant from a name. */
export function createMerchantReader(rules: MerchantRule[]) {
  const named = (rule: MerchantRule, words: string[], isHint: boolean) =>
    words.map((phrase): [string, Named] => [phrase, { rule, isHint }])
  const index = createPhraseIndex(
    rules.flatMap((rule) => [...named(rule, rule.words, false), ...named(rule, rule.hints, true)]),
  )
  const isCancelledBy = createUnless(rules)

  function best(words: string[], hits: Hit<Named>[]): MerchantRule | null {
    const isCancelled = isCancelledBy(words)
    // "Jalan Universiti" is a street.
    const isNamed = ({ value, start }: Hit<Named>) =>
      !(start > 0 && places.has(words[start - 1] ?? '')) && !isCancelled(value.rule)
    return outermost(hits.filter(isNamed)).sort(better)[0]?.value.rule ?? null
  }

  return {
    /** The rule for a name, also one that lost its spaces. */
    ruleFor(name: string): MerchantRule | null {
      const words = foldedWords(name)
      return best(words, index.find(words)) ?? best(words, index.findInside(words))
    },

    /**
     * The rule for the head of a page, for a name that was misread or says nothing. The head ends where the goods begin, and a hint
     * is too little there.
     */
    ruleForHead(lines: string[], isGood: (line: string) => boolean): MerchantRule | null {
      const goods = lines.findIndex(isGood)
      for (const line of lines.slice(0, Math.min(HEAD_LINES, goods === -1 ? HEAD_LINES : goods))) {
        const words = foldedWords(line)
        const hits = index.find(words).filter(({ value }) => !value.isHint)
        const rule = words.some((word) => places.has(word)) ? null : best(words, hits)
        if (rule) return rule
      }
      return null
    },
  }
}
