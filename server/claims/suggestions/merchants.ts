import { foldedWords } from './fold.ts'
import { createPhraseIndex, type Hit, outermost } from './phrases.ts'
import type { MerchantRule } from './rule.ts'
import { listed, paper } from './rules/paper.ts'

/** A name stands at the top of a page. */
const HEAD_LINES = 8

const places = new Set(listed(paper.places).flatMap(foldedWords))
const phrase = (text: string) => ` ${foldedWords(text).join(' ')} `

const bringsNothing = (rule: MerchantRule) => rule.reliefs.length === 0 && rule.lines === 'ignored'

/** Tells from a name what kind of merchant it is. */
export function createMerchantReader(rules: MerchantRule[]) {
  const index = createPhraseIndex(rules.flatMap((rule) => rule.words.map((words) => [words, rule] as const)))
  const unless = new Map(rules.map((rule) => [rule, rule.unless.map(phrase)]))

  /** The more words a rule found the better it knows; of two that know as much, the one that gives nothing. */
  const better = (a: Hit<MerchantRule>, b: Hit<MerchantRule>) =>
    b.end - b.start - (a.end - a.start) ||
    Number(bringsNothing(b.value)) - Number(bringsNothing(a.value)) ||
    b.letters - a.letters

  function ruleFor(name: string): MerchantRule | null {
    const words = foldedWords(name)
    const run = ` ${words.join(' ')} `
    const isNamed = ({ value, start }: Hit<MerchantRule>) =>
      !(start > 0 && places.has(words[start - 1] ?? '')) &&
      !unless.get(value)?.some((other) => run.includes(other))
    const whole = outermost(index.find(words).filter(isNamed)).sort(better)[0]
    return (whole ?? index.findInside(words).filter(isNamed).sort(better)[0])?.value ?? null
  }

  return {
    ruleFor,
    /** The same by the head of a page, for a name that was misread or is not telling. */
    ruleForHead(lines: string[]): MerchantRule | null {
      for (const line of lines.slice(0, HEAD_LINES)) {
        const words = foldedWords(line)
        const rule = words.some((word) => places.has(word)) ? null : ruleFor(line)
        if (rule) return rule
      }
      return null
    },
  }
}
