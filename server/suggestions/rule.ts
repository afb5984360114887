import { z } from 'zod'
import { listed } from './rules/document-kinds.ts'

/** Words or phrases, parted by commas; any spelling the fold makes equal counts as the same. */
const words = z.string().transform(listed)

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** A code of the law, for all years that have it or for some of them. */
const choice = z
  .union([id, z.strictObject({ code: id, from: z.int().optional(), to: z.int().optional() })])
  .transform((given) => (typeof given === 'string' ? { code: given } : given))

const confidence = z.number().min(0).max(1)

const common = {
  id,
  words,
  /** Where one of these is there as well the rule does not hold. */
  unless: z.array(z.string()).default([]),
  /** Goes into the reason: "MERCHANT: bookshop", "line 'SPM PHYSICS' reads as a book". */
  reads: z.string(),
  confidence,
}

const counting = {
  /** The first that the year has is suggested; none: it does not count. */
  reliefs: z.array(choice).default([]),
  /** Instead, where the paper says that it was for a parent. */
  parents: z.array(choice).default([]),
  /** What only a person can decide; the relief is then a candidate. */
  question: z.string().optional(),
  /** A gift counts only where the receipt shows LHDN's approval. */
  needs: z.literal('approval').optional(),
}

const merchant = z.strictObject({
  ...common,
  ...counting,
  /** Words that mean this trade only where no other word of the name means one (a garden may be a kindergarten's). */
  hints: words.default([]),
  /** Preferred to another rule that found as many words: a book cafe is a cafe. */
  wins: z.boolean().default(false),
  /** `ignored`: no word of a line makes it count (a restaurant's "BOOK"). */
  lines: z.enum(['judged', 'ignored']).default('judged'),
  /** A line without words of its own follows the merchant, or a person is asked. */
  rest: z.enum(['follows', 'asked']).default('follows'),
  /** Only lines of at least this amount follow: nothing cheaper is a computer. */
  restFromSen: z.int().optional(),
})

const place = {
  /** Ids of merchants, or `anywhere`; left out: the merchants of the same file. */
  at: z.union([z.literal('anywhere'), z.array(id)]).optional(),
  /** Ids of merchants beside those of the same file. */
  also: z.array(id).default([]),
  /** A word that means this only where nothing stronger stands beside it. */
  weak: z.boolean().default(false),
}

const item = z.strictObject({ ...common, ...counting, ...place, fromSen: z.int().optional() })

const exclusion = z.strictObject({
  ...common,
  ...place,
  confidence: confidence.default(0.9),
  belowSen: z.int().optional(),
})

export const ruleFile = z.strictObject({
  merchants: z.array(merchant).default([]),
  items: z.array(item).default([]),
  /** Words of lines that do not count. */
  exclusions: z.array(exclusion).default([]),
})

export type RuleFile = z.input<typeof ruleFile>
export type Choice = z.output<typeof choice>
export type MerchantRule = z.output<typeof merchant>

/** What makes a rule's relief, whatever its words are words of. */
export type Counting = Pick<
  MerchantRule,
  'reads' | 'confidence' | 'reliefs' | 'parents' | 'question' | 'needs'
>

/** A rule about the words of a line. */
export interface LineRule extends Counting {
  id: string
  words: string[]
  unless: string[]
  /** The merchants it holds at; null: all whose lines are judged. */
  at: Set<string> | null
  weak: boolean
  fromSen: number
  belowSen: number
  /** Whether it says that a line counts, or that it does not. */
  counts: boolean
}
