import type { TaxYear } from '../law/year.ts'
import { say } from '../texts/index.ts'
import type { ClassReader } from './einvoice-class.ts'
import type { Good } from './goods.ts'
import type { LineReader } from './line-reader.ts'
import type { MerchantRule } from './rule.ts'
import { notClaimable, type ReceiptContext, type Verdict, verdictOf } from './verdict.ts'

export interface Judged {
  good: Good
  verdict: Verdict
  /** The verdict follows from the line's own words or class, not from the merchant. */
  own: boolean
  /** The verdict follows from the supplier's classification. */
  classed: boolean
  /** The id of the rule whose question the line asks; null if it asks none by its own words. */
  asks: string | null
}

/** Factors of the confidence: for words at an unknown merchant, and for a line without words at a known one. */
const UNKNOWN_SHOP = 0.85
const FOLLOWS_MERCHANT = 0.75
const ONE_WORD_EXCLUDES = 0.8
/** What a shop may yet sell under words that nobody listed. */
const UNREAD_AT_SHOP = 0.8
const UNKNOWN = 0.5

const NAMES_NOTHING = say(({ suggestions }) => suggestions.receiptNamesNothing)
const TOO_CHEAP = say(({ suggestions }) => suggestions.tooCheap)

/** What a line is judged with. */
export interface Setting {
  year: TaxYear
  context: ReceiptContext
  merchant: MerchantRule | null
  /** The owner's past decision, which says more about the merchant than its name. */
  pastVerdict: Verdict | null
}

export function createJudge(
  reader: LineReader,
  classes: ClassReader,
  personOf: (line: string) => ReceiptContext['person'],
) {
  function byWords(
    { description, sen }: Pick<Good, 'description'> & { sen: number | null },
    { context, merchant }: Setting,
  ) {
    const found = reader.ruleFor(description, sen, merchant)
    if (!found) return null
    const { rule, words } = found
    const verdict = verdictOf(rule, { ...context, person: personOf(description) ?? context.person })
    const isUnsure = merchant === null && verdict.relief !== null
    const confidence = isUnsure ? verdict.confidence * UNKNOWN_SHOP : verdict.confidence
    // A single word that excludes may be a part of something else's name.
    const most = !rule.isClaimable && words === 1 ? ONE_WORD_EXCLUDES : 1
    return { rule, verdict: { ...verdict, confidence: Math.min(confidence, most) } }
  }

  /** The verdict for lines without words of their own: they follow the merchant. */
  function rest(sen: number, { context, merchant }: Setting): Verdict {
    if (!merchant) return notClaimable(NAMES_NOTHING, UNKNOWN)
    const verdict = { ...verdictOf(merchant, context), reason: null }
    if (verdict.relief === null)
      return merchant.lines === 'ignored'
        ? verdict
        : { ...verdict, confidence: Math.min(verdict.confidence, UNREAD_AT_SHOP) }
    if (Math.abs(sen) < (merchant.restFromSen ?? 0)) return notClaimable(TOO_CHEAP, 0.6)
    return merchant.rest === 'asked'
      ? verdict
      : { ...verdict, confidence: verdict.confidence * FOLLOWS_MERCHANT }
  }

  return {
    byWords,
    rest,
    good(good: Good, setting: Setting): Judged {
      const found = byWords(good, setting)
      const words = found?.verdict ?? null
      const shop = setting.pastVerdict ?? (setting.merchant && verdictOf(setting.merchant, setting.context))
      // "THE RED PEN" classified as a book is a book.
      const strongWords = found?.rule.weak && words?.relief === null ? null : words
      const classed = good.classification
        ? classes.verdictOf(good.classification, setting.year, strongWords, shop, setting.context)
        : null
      const own = classed ?? words
      return {
        good,
        verdict: own ?? rest(good.sen, setting),
        own: own !== null,
        classed: classed !== null,
        asks: classed === null && words?.question ? (found?.rule.id ?? null) : null,
      }
    },
    /** The verdict for a line whose words are not read. */
    unread: (good: Good, setting: Setting): Judged => ({
      good,
      verdict: rest(good.sen, setting),
      own: false,
      classed: false,
      asks: null,
    }),
  }
}
export type Judge = ReturnType<typeof createJudge>
