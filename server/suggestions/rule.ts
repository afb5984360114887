import { z } from 'zod'
import { listed } from './rules/document-kinds.ts'

/** Words or phrases, separated by commas. Spellings that fold.ts makes equal are the same. */
const words = z.string().transform(listed)

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** A code of the law, for all years that have it or for some years. */
const choice = z
  .union([id, z.strictObject({ code: id, from: z.int().optional(), to: z.int().optional() })])
  .transform((given) => (typeof given === 'string' ? { code: given } : given))

/** What a person reads. Rules keep it beside their words, so that one is never added in a single language. */
const text = z.strictObject({ en: z.string().min(1), ms: z.string().min(1) })

const confidence = z.number().min(0).max(1)

const common = {
  id,
  words,
  /** The rule does not apply if one of these phrases is present too. */
  unless: z.array(z.string()).default([]),
  /** Part of the reason: "MERCHANT: bookshop", "line 'SPM PHYSICS' reads as a book". */
  reads: text,
  confidence,
}

const outcome = {
  /** The first code that the year has is suggested; empty: not claimable. */
  reliefs: z.array(choice).default([]),
  /** Used instead of `reliefs` if the page says that the expense was for a parent. */
  parents: z.array(choice).default([]),
  /** A question that only the user can answer; the relief is then a candidate. */
  question: text.optional(),
  /** A gift is claimable only if the receipt shows LHDN's approval. */
  needs: z.literal('approval').optional(),
}

const merchant = z.strictObject({
  ...common,
  ...outcome,
  /** Words that mean this trade only if no other word of the name means one (a garden may be a kindergarten's). */
  hints: words.default([]),
  /** Preferred over another rule that matched as many words: a book cafe is a cafe. */
  wins: z.boolean().default(false),
  /** `ignored`: only rules that name this merchant are read (a restaurant's "BOOK" is none, a petrol station's newspaper is one). */
  lines: z.enum(['judged', 'ignored']).default('judged'),
  /** A line without words of its own follows the merchant, or the user is asked. */
  rest: z.enum(['follows', 'asked']).default('follows'),
  /** Only lines of at least this amount follow the merchant: nothing cheaper is a computer. */
  restFromSen: z.int().optional(),
})

const place = {
  /** Ids of merchants, or `anywhere`. Default: the merchants of the same file. */
  at: z.union([z.literal('anywhere'), z.array(id)]).optional(),
  /** Ids of merchants in addition to those of the same file. */
  also: z.array(id).default([]),
  /** Ids of merchants where the rule does not apply. */
  except: z.array(id).default([]),
  /** Words that mean this only if no stronger word is on the line. */
  weak: z.boolean().default(false),
}

const item = z.strictObject({
  ...common,
  ...outcome,
  ...place,
  fromSen: z.int().optional(),
  belowSen: z.int().optional(),
  /** What is done to a thing outweighs the thing: the repair of a phone is no phone. */
  outweighs: z.boolean().default(false),
})

const exclusion = z.strictObject({
  ...common,
  ...place,
  confidence: confidence.default(0.9),
  belowSen: z.int().optional(),
})

export const ruleFile = z.strictObject({
  merchants: z.array(merchant).default([]),
  items: z.array(item).default([]),
  /** Words of lines that are not claimable. */
  exclusions: z.array(exclusion).default([]),
})

export type RuleFile = z.input<typeof ruleFile>
export type Choice = z.output<typeof choice>
export type MerchantRule = z.output<typeof merchant>

/** The outcome of a rule, for merchants and lines alike. */
export type RuleOutcome = Pick<
  MerchantRule,
  'reads' | 'confidence' | 'reliefs' | 'parents' | 'question' | 'needs'
>

/** A rule about the words of a line. */
export interface LineRule extends RuleOutcome {
  id: string
  words: string[]
  unless: string[]
  /** The merchants where the rule applies; null: all whose lines are judged. */
  at: Set<string> | null
  except: string[]
  weak: boolean
  outweighs: boolean
  fromSen: number
  belowSen: number
  /** False: the rule excludes the line. */
  isClaimable: boolean
}
