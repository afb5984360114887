import { foldedWords } from '../../server/suggestions/fold.ts'
import { createPhraseIndex } from '../../server/suggestions/phrases.ts'
import type { Rulebook } from '../../server/suggestions/rulebook.ts'
import type { AnsweredReceipt } from './suggestion-set.ts'

/** What is read of a receipt to see which phrases it has. */
type Printed = Pick<AnsweredReceipt, 'merchant' | 'page'> & { lines: { description: string }[] }

/**
 * The rules without the phrases that match a name or a line of `shared` and none of `others`: nothing but the shared receipts shows
 * that these are needed, so they may have been learnt by heart.
 */
export function withoutMemorised(rules: Rulebook, shared: Printed[], others: Printed[]) {
  const left: string[] = []
  const names = ({ merchant, page }: Printed) => [merchant, ...page]
  const lines = ({ lines, page }: Printed) => [...lines.map(({ description }) => description), ...page]

  function filtering(phrases: string[], textsOf: (receipt: Printed) => string[]) {
    const index = createPhraseIndex(phrases.map((phrase) => [phrase, phrase] as const))
    const found = (receipts: Printed[]) =>
      new Set(
        receipts.flatMap(textsOf).flatMap((text) => index.find(foldedWords(text)).map(({ value }) => value)),
      )
    const [inShared, inOthers] = [found(shared), found(others)]
    return (given: string[]) =>
      given.filter((phrase) => {
        const isKept = !inShared.has(phrase) || inOthers.has(phrase)
        if (!isKept) left.push(phrase)
        return isKept
      })
  }

  const ofNames = filtering(
    rules.merchants.flatMap(({ words, hints }) => [...words, ...hints]),
    names,
  )
  const ofLines = filtering(
    rules.lines.flatMap(({ words }) => words),
    lines,
  )
  const kept: Rulebook = {
    merchants: rules.merchants.map((rule) => ({
      ...rule,
      words: ofNames(rule.words),
      hints: ofNames(rule.hints),
    })),
    lines: rules.lines.map((rule) => ({ ...rule, words: ofLines(rule.words) })),
  }
  return { rules: kept, left: [...new Set(left)] }
}
