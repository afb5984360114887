import type { Text } from '../language.ts'
import { claimableCodes } from '../law/claimable.ts'
import type { Law } from '../law/law.ts'
import type { TaxYear } from '../law/year.ts'
import type { Suggestion } from '../receipts/allocation.ts'
import { clauses, say } from '../texts/index.ts'
import { createClassReader } from './einvoice-class.ts'
import { goodsOf } from './goods.ts'
import { createJudge, type Judged, type Setting } from './judge.ts'
import { createLineReader } from './line-reader.ts'
import { createMerchantReader } from './merchant-reader.ts'
import { createPageReader, type Page } from './page-context.ts'
import { type Heading, toParts } from './parts.ts'
import { byAnswers, byHabit, type Habit, habitVerdict, isSame, recall, splitAlike } from './past.ts'
import { loadRules, type Rulebook } from './rulebook.ts'
import type { PastDecision, Suggested, SuggestedPart, SuggestionInput } from './suggestion.ts'
import { notClaimable, type Verdict, verdictOf } from './verdict.ts'
import { wholeReceiptVerdict } from './whole-receipt.ts'
import { rounded, shortened } from './wording.ts'

export interface Suggester {
  (input: SuggestionInput): Suggested
  /** For each line the id of the rule whose question it asks by its own words, or null. */
  asks(input: SuggestionInput): (string | null)[]
}

/**
 * Suggests what a receipt may be claimed for, with reasons the user can check. Pure: the same input gives the same answer. The
 * parts add up to the amount, or to the lines if the amount is unknown.
 * @throws Error if the rules contradict each other or the law; RangeError for a year without law data
 */
export function createSuggester(law: Law, rules: Rulebook = loadRules(law)): Suggester {
  const merchants = createMerchantReader(rules.merchants)
  const lines = createLineReader(rules.lines)
  const classes = createClassReader(law)
  const pages = createPageReader()
  const judge = createJudge(lines, classes, pages.personOf)
  const claimableIn = new Map(law.years.map((year) => [year.year, claimableCodes(year)]))

  const whole = (
    verdict: Verdict,
    input: SuggestionInput,
    from: Suggestion['from'] = 'rules',
  ): Suggested => ({
    parts: [
      {
        relief: verdict.relief,
        sen: amountOf(input),
        person: verdict.person,
        items: input.items.map((_, index) => index),
        reason: verdict.reason ?? clauses([]),
        confidence: rounded(verdict.confidence),
        question: verdict.question,
      },
    ],
    from,
  })

  return Object.assign(suggestionFor, { asks })

  function lawOf({ year }: SuggestionInput): TaxYear {
    const found = year === null ? law.years.at(-1) : law.year(year)
    if (!found) throw new RangeError(`the year of assessment ${year} has no law data`)
    return found
  }

  function settingOf(input: SuggestionInput, page: Page): Setting {
    const year = lawOf(input)
    const merchant =
      (input.merchant === null ? null : merchants.ruleFor(input.merchant)) ??
      merchants.ruleForHead(page.lines, isGood(input.items))
    const context = {
      year: year.year,
      claimable: claimableIn.get(year.year) ?? new Map(),
      person: page.person,
      approved: page.approved,
    }
    return { year, context, merchant, pastVerdict: null }
  }

  function asks(input: SuggestionInput): (string | null)[] {
    const setting = settingOf(input, pages.read(input.text))
    const goods = goodsOf(input.items, amountOf(input), lines.isAdjustment) ?? []
    const asked = goods.slice(0, MAX_LINES).map((good) => judge.good(good, setting))
    return input.items.map((_, index) => asked.find(({ good }) => good.index === index)?.asks ?? null)
  }

  function suggestionFor(input: SuggestionInput): Suggested {
    const year = lawOf(input)
    const [refused] = input.items.flatMap(({ classification }) => classes.noEvidence(classification) ?? [])
    if (refused)
      return whole(
        notClaimable(
          say(({ suggestions }, of) => suggestions.noEvidence(of(refused))),
          0.95,
        ),
        input,
      )
    const page = pages.read(input.text)
    const { notReceipt } = page
    if (notReceipt)
      return whole(
        notClaimable(
          say(({ suggestions }, of) => suggestions.notReceipt(of(notReceipt))),
          0.6,
        ),
        input,
      )

    const setting = settingOf(input, page)
    return withYear(suggest(input, setting, page.lines), input.year === null ? year.year : null)
  }

  function suggest(input: SuggestionInput, setting: Setting, pageLines: string[]): Suggested {
    const amountSen = amountOf(input)
    const heading = headingOf(input, setting)
    const { habit, split } = recall(input.past, setting.context.claimable)
    const withPast = { ...setting, pastVerdict: habit?.relief ? habitVerdict(habit) : null }
    const goods = goodsOf(input.items, amountSen, lines.isAdjustment)
    const judged = goods?.map((good, at) =>
      at < MAX_LINES ? judge.good(good, withPast) : judge.unread(good, withPast),
    )
    if (split && isSplitAgain(split, amountSen, judged, setting))
      return { parts: splitAlike(split, amountSen), from: 'past' }
    if (judged) {
      const { answers = new Map() } = input
      const answered = judged.map((line) => byAnswers(line, answers, setting.context.claimable))
      const lines = habit ? judged.map((line, at) => remembered(line, answered[at] ?? line, habit)) : answered
      const isPast = lines.some((line, at) => line !== judged[at])
      const parts = toParts(lines, amountSen, isPast ? null : heading)
      if (parts) return { parts, from: isPast ? 'past' : 'rules' }
    }
    if (habit) return whole(habitVerdict(habit), input, 'past')
    const verdict = wholeReceiptVerdict(judge, input, pageLines, setting)
    return whole({ ...verdict, reason: clauses([heading?.full, verdict.reason]) }, input)
  }
}

/** The habit at this merchant comes first, then the answer for this kind of line. */
function remembered(line: Judged, answered: Judged, habit: Habit): Judged {
  const byMerchant = byHabit(line, habit)
  return byMerchant === line ? answered : byMerchant
}

/** Whether a printed line is one of these goods. */
const isGood = (items: SuggestionInput['items']) => (line: string) =>
  items.some(({ description }) => description !== '' && line.startsWith(description))

/** How many lines are judged by their words; on a longer receipt the rest follows the merchant. */
const MAX_LINES = 500

/** The ringgit amount, else the sum of the lines. */
const amountOf = ({ amountSen, items }: SuggestionInput) =>
  amountSen ?? items.reduce((sum, item) => sum + item.amountSen, 0)

/** Lines with words of their own are split by their words. A bill of the same amount, or one without such lines, is split as before. */
const isSplitAgain = (
  split: PastDecision,
  amountSen: number,
  judged: Judged[] | undefined,
  { merchant }: Setting,
) => !judged || (!judged.every(({ own }) => own) && (merchant === null || isSame(split, amountSen)))

function headingOf({ merchant: name }: SuggestionInput, { merchant, context }: Setting): Heading | null {
  if (!merchant) return null
  const start = say(({ suggestions }) => (name === null ? suggestions.byHeadOfPage : shortened(name)))
  const heading = (reads: Text) => say((_, of) => `${of(start)}: ${of(reads)}`)
  return {
    short: heading(merchant.reads),
    full: heading(verdictOf(merchant, context).reason ?? merchant.reads),
  }
}

/** While the receipt's year is unknown, adds the year whose rules were used. */
function withYear({ from, parts }: Suggested, year: number | null): Suggested {
  if (year === null) return { from, parts }
  const reasonOf = ({ reason }: SuggestedPart) =>
    say(({ suggestions }, of) => suggestions.yearUnknown(of(reason), year))
  return { from, parts: parts.map((part) => ({ ...part, reason: reasonOf(part) })) }
}
