import { z } from 'zod'
import type { Language, Text } from '../language.ts'
import { formItemView } from './form-item-views.ts'
import { shortNames } from './tax-year-views.ts'

const sen = z.int().meta({ description: 'Amount in sen' })
const count = z.int()

const behind = {
  receiptsSen: sen.meta({ description: 'How much of it the receipts claim; the rest is in the facts' }),
  receipts: z
    .array(z.object({ id: z.string(), sen }))
    .meta({ description: 'The receipts claimed here, with the amount of each' }),
}

const heading = {
  code: z.string(),
  en: z.string(),
  ms: z.string(),
  shortName: shortNames.shortName,
  section: z.string().meta({ description: 'Section of the Income Tax Act 1967' }),
  verified: z
    .boolean()
    .meta({ description: 'Whether the rule was read in an official text or checked against one' }),
  ...formItemView,
}

const line = z.object({
  ...heading,
  spentSen: sen.meta({ description: 'Spending on this relief itself, without the reliefs below' }),
  allowedSen: sen.meta({
    description: 'The amount to claim: min(limit, own spending + amounts allowed below)',
  }),
  limitSen: sen.nullable().meta({ description: 'null: only the limits above it apply' }),
  remainingSen: sen
    .nullable()
    .meta({ description: 'How much more spending would be allowed; null: no limit' }),
  withSuggestionsSen: sen.meta({
    description: 'The amount allowed if every suggestion on an unconfirmed receipt is accepted',
  }),
  alternativeUsed: z.boolean().meta({
    description:
      'True if nothing is allowed because another relief of the group is claimed and only one may be',
  }),
  blockedByYear: z
    .int()
    .nullable()
    .meta({ description: 'The year of the earlier claim because of which nothing is allowed' }),
  setAsideSen: sen.meta({
    description:
      'What the law excludes on the given facts: it is not in `spentSen`; a warning `set_aside`, `wife_only` or ' +
      '`parents_abroad` says why',
  }),
  ...behind,
})

export const claimLine = line.extend({
  get children(): z.ZodArray<typeof claimLine> {
    return z.array(claimLine)
  },
})
// `.meta()` would copy the schema, and the copy could not refer to itself.
claimLine.register(z.globalRegistry, { id: 'ClaimLine' })

export const warningCodes = [
  'record_damaged',
  'duplicate_suspect',
  'certificate_missing',
  'own_name_needed',
  'company_buyer',
  'person_missing',
  'set_aside',
  'once_only',
  'wife_only',
  'parents_abroad',
  'facts_missing',
  'not_resident',
  'law_draft',
  'counted_twice',
  'statement_missing',
  'spouse_unknown',
  'spouse_until',
  'spouse_payments',
  'child_open',
  'child_lost',
  'business_left',
  'joint_not_possible',
  'claimed_by_both',
  'paid_in_another_year',
  'not_this_year',
] as const

/** The facts that decide whether claims count. */
export const askedFacts = [
  'children',
  'birthday',
  'sex',
  'marital-status',
  'disabled',
  'parents',
  'parents-part',
  'rent',
  'residence',
  'employment-rate',
] as const

export const warningView = z
  .object({
    code: z.enum(warningCodes),
    message: z.string(),
    relief: z.string().nullable().meta({ description: 'null: it concerns none, or several (`reliefs`)' }),
    reliefs: z.array(z.string()).meta({ description: 'Every relief, gift or rebate concerned' }),
    section: z
      .string()
      .nullable()
      .meta({ description: 'Of what is set aside: the section that excludes it' }),
    fact: z
      .enum(askedFacts)
      .nullable()
      .meta({ description: 'Of facts that are missing: which of them would decide' }),
    amountSen: sen.meta({
      description: 'The amount of claims at stake, before limits; warnings with more come first',
    }),
    receipts: z.array(z.string()).meta({ description: 'Ids of the receipts concerned' }),
  })
  .meta({ id: 'ClaimWarning' })

export const claimsView = z
  .object({
    year: z.int().meta({ description: 'Year of assessment' }),
    form: z.enum(['BE', 'B']),
    reliefs: z.array(claimLine),
    allowedSen: sen.meta({ description: 'The sum of all reliefs' }),
    withSuggestionsSen: sen,
    gifts: z
      .array(z.object({ ...heading, givenSen: sen, allowedSen: sen, ...behind }))
      .meta({ description: 'Approved gifts; the amount allowed depends on the income' }),
    rebates: z.array(z.object({ ...heading, paidSen: sen, ...behind })),
    notClaimed: z
      .object({ receipts: count, sen })
      .meta({ description: 'Parts that the user decided not to claim' }),
    undecided: z
      .object({ receipts: behind.receipts, sen })
      .meta({ description: 'Parts of confirmed receipts without an allocation' }),
    unconfirmed: z
      .object({
        sen: sen.meta({ description: 'The sum of the known amounts' }),
        receipts: z.array(
          z.object({
            id: z.string(),
            sen: sen.nullable(),
            suggested: z.array(z.object({ relief: z.string(), sen })),
          }),
        ),
      })
      .meta({ description: 'Receipts that count only after confirmation' }),
    warnings: z.array(warningView),
  })
  .meta({ id: 'Claims' })

export type ClaimLine = z.output<typeof claimLine>

/** A warning with its text in every language. */
export type ClaimWarning = Omit<z.output<typeof warningView>, 'message'> & { message: Text }
export type ClaimSummary = Omit<z.output<typeof claimsView>, 'warnings'> & { warnings: ClaimWarning[] }

/** An answer with its warnings in a language. */
export const withWarningsIn = <Answer extends { warnings: ClaimWarning[] }>(
  language: Language,
  answer: Answer,
) => ({
  ...answer,
  warnings: answer.warnings.map((warning) => ({ ...warning, message: warning.message[language] })),
})
