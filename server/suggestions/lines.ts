import { foldedWords } from './fold.ts'
import { createPhraseIndex, createUnless, type Hit, outermost } from './phrases.ts'
import type { LineRule, MerchantRule } from './rule.ts'
import { listed, paper } from './rules/document-kinds.ts'

const LONGEST_LINE = 160

const accompanied = new Set(paper.accompanied.flatMap(foldedWords))

/** An exclusion beats a relief, and either beats the same said by a weak word. */
const rank = ({ counts, weak }: LineRule) => (counts ? (weak ? 2 : 1) : weak ? 3 : 0)

/** Reads the words of single lines by the rules. */
export function createLineReader(rules: LineRule[]) {
  const index = createPhraseIndex(rules.flatMap((rule) => rule.words.map((words) => [words, rule] as const)))
  const adjustments = createPhraseIndex([
    ...listed(paper.adjustments).map((words) => [words, 'always'] as const),
    ...listed(paper.reductions).map((words) => [words, 'taken-off'] as const),
  ])
  const undone = createUnless(rules)

  function wordsOf(line: string): string[] {
    const words = foldedWords(line.slice(0, LONGEST_LINE))
    const cut = words.findIndex((word, at) => at > 0 && accompanied.has(word))
    return cut === -1 ? words : words.slice(0, cut)
  }

  const holds = (rule: LineRule, sen: number | null, merchant: MerchantRule | null) =>
    (rule.at === null || (merchant !== null && rule.at.has(merchant.id))) &&
    (sen === null || (Math.abs(sen) >= rule.fromSen && Math.abs(sen) < rule.belowSen))

  const better = (a: Hit<LineRule>, b: Hit<LineRule>) =>
    rank(a.value) - rank(b.value) || b.end - b.start - (a.end - a.start) || a.start - b.start

  return {
    /** The rule about this line at this merchant, or null where it has no words of its own; sen: what it cost, if known. */
    ruleFor(line: string, sen: number | null, merchant: MerchantRule | null): LineRule | null {
      const words = wordsOf(line)
      const isUndone = undone(words)
      const hits = index.find(words).filter(({ value }) => holds(value, sen, merchant) && !isUndone(value))
      return outermost(hits).sort(better)[0]?.value ?? null
    },

    /** Whether a line is a discount, a tax, a rounding or the like: no goods. */
    isAdjustment(line: string, isTakenOff: boolean): boolean {
      const words = foldedWords(line.slice(0, LONGEST_LINE))
      return adjustments
        .find(words)
        .some(({ start, value }) => start === 0 && (value === 'always' || isTakenOff))
    },
  }
}
export type LineReader = ReturnType<typeof createLineReader>
