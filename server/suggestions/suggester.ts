import { claimableCodes } from '../law/claimable.ts'
import type { Law } from '../law/law.ts'
import type { Suggestion } from '../receipts/allocation.ts'
import { createClassReader } from './einvoice-class.ts'
import { goodsOf } from './goods.ts'
import { createJudge, type Judged, type Setting } from './judge.ts'
import { createLineReader } from './lines.ts'
import { createMerchantReader } from './merchants.ts'
import { createPageReader } from './page.ts'
import { type Heading, toParts } from './parts.ts'
import { byHabit, habitOpinion, isSame, recall, splitAlike } from './past.ts'
import { loadRules } from './rulebook.ts'
import type { PastDecision, SuggestedPart, SuggestionInput } from './suggestion.ts'
import { nothingCounts, type Opinion, opinionOf } from './verdict.ts'
import { wholeOpinion } from './whole-receipt.ts'
import { quoted, rounded } from './wording.ts'

/**
 * Suggests what a receipt may count for, with reasons a person can check. Pure: the same input gives the same answer. The
 * parts add up to the amount; where the amount is unknown, to the lines.
 * @throws Error where the rules contradict each other or the law
 */
export function createSuggester(law: Law): (input: SuggestionInput) => Suggestion {
  const rules = loadRules(law)
  const merchants = createMerchantReader(rules.merchants)
  const lines = createLineReader(rules.lines)
  const classes = createClassReader(law)
  const pages = createPageReader()
  const judge = createJudge(lines, classes, pages.personOf)
  const claimableIn = new Map(law.years.map((year) => [year.year, claimableCodes(year)]))

  const whole = (
    opinion: Opinion,
    input: SuggestionInput,
    from: Suggestion['from'] = 'rules',
  ): Suggestion => ({
    parts: [
      {
        relief: opinion.relief,
        sen: amountOf(input),
        person: opinion.person,
        items: input.items.map((_, index) => index),
        reason: opinion.because,
        confidence: rounded(opinion.confidence),
        question: opinion.question,
      },
    ],
    from,
  })

  return (input) => {
    const year = input.year === null ? law.years.at(-1) : law.year(input.year)
    if (!year)
      return whole(nothingCounts(`There are no data of year of assessment ${input.year}`, UNKNOWN), input)
    const [refused] = input.items.flatMap(({ classification }) => classes.noEvidence(classification) ?? [])
    if (refused)
      return whole(nothingCounts(`An e-invoice '${refused}' is no evidence of a personal claim`, 0.95), input)
    const page = pages.read(input.text)
    if (page.notReceipt)
      return whole(nothingCounts(`It reads as ${page.notReceipt}, not as a receipt`, 0.6), input)

    const merchant =
      (input.merchant === null ? null : merchants.ruleFor(input.merchant)) ??
      merchants.ruleForHead(page.lines)
    const on = {
      year: year.year,
      claimable: claimableIn.get(year.year) ?? new Map(),
      person: page.person,
      approved: page.approved,
    }
    const setting: Setting = { year, on, merchant, before: null }
    return withYear(suggest(input, setting, page.lines), input.year === null ? year.year : null)
  }

  function suggest(input: SuggestionInput, setting: Setting, pageLines: string[]): Suggestion {
    const amountSen = amountOf(input)
    const heading = headingOf(input, setting)
    const { habit, split } = recall(input.past, setting.on.claimable)
    const known = { ...setting, before: habit?.relief ? habitOpinion(habit) : null }
    const goods = goodsOf(input.items, amountSen, lines.isAdjustment)
    const judged = goods?.map((good, at) =>
      at < MOST_READ ? judge.good(good, known) : judge.unread(good, known),
    )
    if (split && isSplitAgain(split, amountSen, judged, setting))
      return { parts: splitAlike(split, amountSen), from: 'past' }
    if (judged) {
      const lines = habit ? judged.map((line) => byHabit(line, habit)) : judged
      const isPast = lines.some((line, at) => line !== judged[at])
      const parts = toParts(lines, amountSen, isPast ? null : heading)
      if (parts) return { parts, from: isPast ? 'past' : 'rules' }
    }
    if (habit) return whole(habitOpinion(habit), input, 'past')
    const opinion = wholeOpinion(judge, input, pageLines, setting)
    const because = [heading?.full, opinion.because].filter((clause) => clause).join('; ')
    return whole({ ...opinion, because }, input)
  }
}

const UNKNOWN = 0.5
/** Lines judged by their words; on a longer paper the rest goes the merchant's way. */
const MOST_READ = 500

/** The ringgit amount, else what the lines add up to. */
const amountOf = ({ amountSen, items }: SuggestionInput) =>
  amountSen ?? items.reduce((sum, item) => sum + item.amountSen, 0)

/** Lines that tell of themselves are split by what they tell; a bill of the same amount, and what cannot be told, as before. */
const isSplitAgain = (
  split: PastDecision,
  amountSen: number,
  judged: Judged[] | undefined,
  { merchant }: Setting,
) => !judged || (!judged.every(({ own }) => own) && (merchant === null || isSame(split, amountSen)))

function headingOf({ merchant: name }: SuggestionInput, { merchant, on }: Setting): Heading | null {
  if (!merchant) return null
  const start = name === null ? 'By the head of the page' : quoted(name).slice(1, -1)
  return { short: `${start}: ${merchant.reads}`, full: `${start}: ${opinionOf(merchant, on).because}` }
}

/** Says by which year it was judged while the receipt's own is unknown. */
function withYear(suggestion: Suggestion, year: number | null): Suggestion {
  if (year === null) return suggestion
  const note = (part: SuggestedPart) => ({
    ...part,
    reason: `${part.reason}; its year is not known yet, so this is by the rules of ${year}`,
  })
  return { ...suggestion, parts: suggestion.parts.map(note) }
}
