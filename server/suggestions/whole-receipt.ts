import type { Judge, Setting } from './judge.ts'
import type { SuggestionInput } from './suggestion.ts'
import { nothingCounts, type Opinion } from './verdict.ts'
import { quoted } from './wording.ts'

const MOST_LINES = 80
const LONGEST_LINE = 80
/** A receipt whose lines could not be read may hold anything else beside. */
const UNSEEN = 0.7
/** And most of it will be something else at a shop that has nothing else that counts. */
const OTHER_SHOP = 0.4

interface Named {
  line: string
  opinion: Opinion
}

/** What a receipt is thought of whose lines are missing or do not add up: by the merchant, else by words of the page. */
export function wholeOpinion(
  judge: Judge,
  input: SuggestionInput,
  pageLines: string[],
  setting: Setting,
): Opinion {
  const { merchant } = setting
  const lines =
    input.items.length > 0
      ? input.items.map(({ description, amountSen }) => ({ line: description, sen: amountSen }))
      : pageLines.map((line) => ({ line, sen: input.amountSen }))
  const named: Named[] = []
  const left: Named[] = []
  for (const { line, sen } of lines.slice(0, MOST_LINES)) {
    const found = line.length <= LONGEST_LINE ? judge.byWords({ description: line, sen }, setting) : null
    if (!found) continue
    if (found.opinion.relief === null) left.push({ line, opinion: found.opinion })
    else if (merchant || !found.rule.weak) named.push({ line, opinion: found.opinion })
  }
  const [excluded] = input.items.length > 0 ? left : []
  if (excluded && left.length === lines.length)
    return nothingCounts(`no line that could be read counts, such as ${quoted(excluded.line)}`, 0.5)
  const shop = judge.rest(input.amountSen ?? Number.MAX_SAFE_INTEGER, setting)
  const [first] = named
  const isOneRelief = named.every(({ opinion }) => opinion.relief === first?.opinion.relief)
  const decides = first && isOneRelief && (shop.relief === null || shop.question !== null)
  const { opinion, why } = decides
    ? { opinion: first.opinion, why: `line ${quoted(first.line)} ${first.opinion.because}` }
    : { opinion: shop, why: shop.because }
  if (opinion.relief === null) return nothingCounts(why, opinion.confidence)
  const unread =
    input.amountSen === null && input.items.length === 0
      ? 'its amount in ringgit is not known yet'
      : 'its lines could not be read, so this is the whole amount'
  const howMuch = shop.relief === null ? first : excluded
  return {
    ...opinion,
    confidence: opinion.confidence * (shop.relief === null ? OTHER_SHOP : UNSEEN),
    because: [why, unread].filter((clause) => clause !== '').join('; '),
    question: opinion.question ?? (howMuch ? questionAbout(howMuch, shop.relief === null) : null),
  }
}

const questionAbout = ({ line, opinion }: Named, isAll: boolean) =>
  isAll
    ? `The page names ${quoted(line)}, which ${opinion.because}. How much of the amount was for it?`
    : `Line ${quoted(line)} ${opinion.because}. How much is left of the amount?`
