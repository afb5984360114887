import { clauses, say } from '../texts/index.ts'
import type { Judge, Setting } from './judge.ts'
import type { SuggestionInput } from './suggestion.ts'
import { notClaimable, type Verdict } from './verdict.ts'
import { aboutLine, quoted } from './wording.ts'

const MOST_LINES = 80
const LONGEST_LINE = 80
/** Factor of the confidence: a receipt whose lines could not be read may contain anything else. */
const LINES_UNREAD = 0.7
/** Factor of the confidence at a shop that otherwise has nothing claimable: most of the receipt will be something else. */
const OTHER_SHOP = 0.4

interface Named {
  line: string
  verdict: Verdict
}

/** The verdict for a receipt whose lines are missing or do not add up: by the merchant, else by words of the page. */
export function wholeReceiptVerdict(
  judge: Judge,
  input: SuggestionInput,
  pageLines: string[],
  setting: Setting,
): Verdict {
  const { merchant } = setting
  const lines =
    input.items.length > 0
      ? input.items.map(({ description, amountSen }) => ({ line: description, sen: amountSen }))
      : pageLines.map((line) => ({ line, sen: input.amountSen }))
  const named: Named[] = []
  const excludedLines: Named[] = []
  for (const { line, sen } of lines.slice(0, MOST_LINES)) {
    const found = line.length <= LONGEST_LINE ? judge.byWords({ description: line, sen }, setting) : null
    if (!found) continue
    if (found.verdict.relief === null) excludedLines.push({ line, verdict: found.verdict })
    else if (merchant || !found.rule.weak) named.push({ line, verdict: found.verdict })
  }
  const [excluded] = input.items.length > 0 ? excludedLines : []
  if (excluded && excludedLines.length === lines.length)
    return notClaimable(
      say(({ suggestions }, of) => suggestions.noneClaimable(of(quoted(excluded.line)))),
      0.5,
    )
  const shop = judge.rest(input.amountSen ?? Number.MAX_SAFE_INTEGER, setting)
  const [first] = named
  const isOneRelief = named.every(({ verdict }) => verdict.relief === first?.verdict.relief)
  const decides = first && isOneRelief && (shop.relief === null || shop.question !== null)
  const { verdict, why } = decides
    ? { verdict: first.verdict, why: first.verdict.reason && aboutLine(first.line, first.verdict.reason) }
    : { verdict: shop, why: shop.reason }
  if (verdict.relief === null) return notClaimable(why, verdict.confidence)
  const isAmountUnknown = input.amountSen === null && input.items.length === 0
  const unread = say(({ suggestions }) =>
    isAmountUnknown ? suggestions.amountUnknown : suggestions.linesUnread,
  )
  const howMuch = shop.relief === null ? first : excluded
  return {
    ...verdict,
    confidence: verdict.confidence * (shop.relief === null ? OTHER_SHOP : LINES_UNREAD),
    reason: clauses([why, unread]),
    question: verdict.question ?? (howMuch ? questionAbout(howMuch, shop.relief === null) : null),
  }
}

const questionAbout = ({ line, verdict: { reason } }: Named, isAll: boolean) =>
  say(({ suggestions }, of) => {
    const ask = isAll ? suggestions.howMuchWasForIt : suggestions.howMuchRemains
    return ask(of(quoted(line)), reason ? of(reason) : '')
  })
