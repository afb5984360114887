import { foldedWords } from './fold.ts'
import { createPhraseIndex, createUnless, type Hit, outermost } from './phrases.ts'
import type { LineRule, MerchantRule } from './rule.ts'
import { documentWords, listed } from './rules/document-kinds.ts'

const MAX_LINE_LENGTH = 160

const accompanied = new Set(documentWords.accompanied.flatMap(foldedWords))

/** An exclusion wins over what is done to a thing, this over the thing, and all win over weak words. */
const rank = ({ isClaimable, weak, outweighs }: LineRule) =>
  isClaimable ? (weak ? 3 : outweighs ? 1 : 2) : weak ? 4 : 0

interface Found {
  rule: LineRule
  words: number
}

/** Finds the rule for the words of a line. */
export function createLineReader(rules: LineRule[]) {
  const index = createPhraseIndex(rules.flatMap((rule) => rule.words.map((words) => [words, rule] as const)))
  const adjustments = createPhraseIndex([
    ...listed(documentWords.adjustments).map((words) => [words, 'always'] as const),
    ...listed(documentWords.reductions).map((words) => [words, 'deductions'] as const),
  ])
  const isCancelledBy = createUnless(rules)

  function wordsOf(line: string): string[] {
    const words = foldedWords(line.slice(0, MAX_LINE_LENGTH))
    const cut = words.findIndex((word, at) => at > 0 && accompanied.has(word))
    return cut === -1 ? words : words.slice(0, cut)
  }

  const applies = (rule: LineRule, sen: number | null, merchant: MerchantRule | null) =>
    !(merchant && rule.except.includes(merchant.id)) &&
    (rule.at === null ? merchant?.lines !== 'ignored' : merchant !== null && rule.at.has(merchant.id)) &&
    (sen === null || (Math.abs(sen) >= rule.fromSen && Math.abs(sen) < rule.belowSen))

  const better = (a: Hit<LineRule>, b: Hit<LineRule>) =>
    rank(a.value) - rank(b.value) || b.end - b.start - (a.end - a.start) || a.start - b.start

  return {
    /**
     * The rule for this line at this merchant, and how many words of the line it matches; null if no rule does. `sen` is its
     * price, if known.
     */
    ruleFor(line: string, sen: number | null, merchant: MerchantRule | null): Found | null {
      const words = wordsOf(line)
      const isCancelled = isCancelledBy(words)
      const hits = index
        .find(words)
        .filter(({ value }) => applies(value, sen, merchant) && !isCancelled(value))
      const [best] = outermost(hits).sort(better)
      return best ? { rule: best.value, words: best.end - best.start } : null
    },

    /** Whether a line is a discount, tax, rounding or similar, and not goods. */
    isAdjustment(line: string, isDeduction: boolean): boolean {
      const words = foldedWords(line.slice(0, MAX_LINE_LENGTH))
      return adjustments
        .find(words)
        .some(({ start, value }) => start === 0 && (value === 'always' || isDeduction))
    },
  }
}
export type LineReader = ReturnType<typeof createLineReader>
