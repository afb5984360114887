import type { TaxYear } from '../law/year.ts'
import type { ClassReader } from './einvoice-class.ts'
import type { Good } from './goods.ts'
import type { LineReader } from './lines.ts'
import type { MerchantRule } from './rule.ts'
import { type Circumstances, nothingCounts, type Opinion, opinionOf } from './verdict.ts'

export interface Judged {
  good: Good
  opinion: Opinion
  /** By its own words or class, not by the merchant. */
  own: boolean
  /** By the class the supplier gave it. */
  classed: boolean
}

/** A word of a trade is less sure where the trade is not known; a line without words is less sure than the merchant. */
const UNKNOWN_SHOP = 0.85
const FOLLOWS = 0.75
const UNKNOWN = 0.5

export interface Setting {
  year: TaxYear
  on: Circumstances
  merchant: MerchantRule | null
  /** What the owner decided before, which says more about the merchant than its name. */
  before: Opinion | null
}

export function createJudge(
  reader: LineReader,
  classes: ClassReader,
  personOf: (line: string) => Circumstances['person'],
) {
  function byWords(
    { description, sen }: Pick<Good, 'description'> & { sen: number | null },
    { on, merchant }: Setting,
  ) {
    if (merchant?.lines === 'ignored') return null
    const rule = reader.ruleFor(description, sen, merchant)
    if (!rule) return null
    const opinion = opinionOf(rule, { ...on, person: personOf(description) ?? on.person })
    const isSure = merchant !== null || opinion.relief === null
    return { rule, opinion: isSure ? opinion : { ...opinion, confidence: opinion.confidence * UNKNOWN_SHOP } }
  }

  /** What goes the merchant's way because it has no words of its own. */
  function rest(sen: number, { on, merchant }: Setting): Opinion {
    if (!merchant) return nothingCounts('nothing on it names what a relief takes', UNKNOWN)
    const opinion = { ...opinionOf(merchant, on), because: '' }
    if (opinion.relief === null) return opinion
    if (Math.abs(sen) < (merchant.restFromSen ?? 0))
      return nothingCounts('what costs so little is none of what counts at this shop', 0.6)
    return merchant.rest === 'asked' ? opinion : { ...opinion, confidence: opinion.confidence * FOLLOWS }
  }

  return {
    byWords,
    rest,
    good(good: Good, setting: Setting): Judged {
      const found = byWords(good, setting)
      const words = found?.opinion ?? null
      const shop = setting.before ?? (setting.merchant && opinionOf(setting.merchant, setting.on))
      // "THE RED PEN" that is classed as a book is one.
      const said = found?.rule.weak && words?.relief === null ? null : words
      const classed = good.classification
        ? classes.opinionOf(good.classification, setting.year, said, shop, setting.on)
        : null
      const own = classed ?? words
      return { good, opinion: own ?? rest(good.sen, setting), own: own !== null, classed: classed !== null }
    },
    /** A line that is not looked at. */
    unread: (good: Good, setting: Setting): Judged => ({
      good,
      opinion: rest(good.sen, setting),
      own: false,
      classed: false,
    }),
  }
}
export type Judge = ReturnType<typeof createJudge>
