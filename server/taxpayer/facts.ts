import { z } from 'zod'
import type { IncomeKind } from '../law/taxpayer.ts'
import type { FormKind } from '../law/year.ts'
import { day } from '../receipts/values.ts'

const sen = z
  .int()
  .min(0)
  .max(100_000_000_000)
  .meta({ description: 'Sen of the whole year, never negative', example: 396000 })
const code = z
  .string()
  .max(60)
  .meta({ description: 'Code of a relief, gift or rebate', example: 'socso-eis' })
const trips = z.int().min(0).max(20)

const income = z
  .strictObject({
    employment: sen.optional(),
    business: sen.optional(),
    rent: sen.optional(),
    dividend: sen.optional().meta({ description: 'As received, before its threshold' }),
    'llp-profit': sen.optional().meta({ description: 'As received, before its threshold' }),
    other: sen.optional(),
  } satisfies Record<IncomeKind, unknown>)
  .meta({ description: 'Statutory income by kind' })

/** What the law asks of each of a couple. */
const person = {
  income: income.optional(),
  disabled: z.boolean().optional().meta({ description: 'Registered with JKM' }),
  amounts: z
    .record(code, sen)
    .optional()
    .meta({
      description:
        'What stands on statements, by code: socso-eis, life-insurance-or-voluntary-epf, prs-deferred-annuity, ' +
        'rebate-zakat-fitrah, gift-library... What has receipts is claimed with the receipts',
      example: { 'socso-eis': 35_000, 'prs-deferred-annuity': 300_000 },
    }),
  epf: z.strictObject({ compulsorySen: sen.default(0), voluntarySen: sen.default(0) }).optional(),
  sspn: z
    .strictObject({
      depositsSen: sen.default(0),
      withdrawalsSen: sen.default(0).meta({ description: 'Other than those for education' }),
      educationWithdrawalsSen: sen.default(0),
    })
    .optional(),
  housingLoan: z
    .strictObject({
      relief: code.meta({
        description: 'The relief for a home of its price',
        example: 'housing-loan-interest-500k',
      }),
      interestSen: sen.meta({ description: 'Interest this person paid' }),
      togetherSen: sen
        .optional()
        .meta({ description: 'Interest all owners paid, where there are more: they share the limit' }),
    })
    .optional(),
  departureLevy: z
    .strictObject({
      tripsSen: z.array(sen).max(20).default([]).meta({ description: 'The levy of each trip of the year' }),
      earlierTrips: trips
        .default(0)
        .meta({ description: 'Trips all earlier years have claimed; those kept here are known anyway' }),
    })
    .optional(),
  earlierClaims: z
    .array(z.strictObject({ year: z.int().min(1967).max(2199), relief: code, amountSen: sen }))
    .max(50)
    .optional()
    .meta({
      description: 'What was allowed in years that are not kept here, of reliefs that come only so often',
    }),
  foreignTaxCreditSen: sen.optional().meta({ description: 'Sections 132 and 133' }),
  taxPaidSen: sen
    .optional()
    .meta({ description: 'Monthly deductions (PCB), instalments (CP500) and the like' }),
}

const child = z.strictObject({
  label: z
    .string()
    .trim()
    .max(40)
    .optional()
    .meta({ description: 'To tell them apart; a name is not needed' }),
  bornOn: day,
  study: z.enum(['none', 'pre-university', 'higher-education']).default('none'),
  disabled: z.boolean().default(false),
  married: z.boolean().default(false),
  ownIncomeSen: sen.default(0).meta({ description: "The child's own income, without scholarships" }),
  shared: z
    .boolean()
    .default(false)
    .meta({ description: 'Somebody who is not the spouse claims too: each has half' }),
  claimedBy: z
    .enum(['self', 'spouse'])
    .default('self')
    .meta({ description: 'A couple claims each child once' }),
})

export const assessments = ['separate', 'joint', 'joint-in-spouse-name'] as const
export type Assessment = (typeof assessments)[number]

export const spouseSchema = z
  .strictObject({
    ...person,
    foreignIncomeSen: sen.optional().meta({ description: 'Gross income from abroad' }),
  })
  .meta({
    id: 'SpouseFacts',
    description:
      'An empty one is a spouse without income. `amounts` may hold any relief, as no receipts are here',
  })
export type SpouseFacts = z.output<typeof spouseSchema>

/** What the law asks about a taxpayer and no receipt says. Everything may be left out. */
export const factsSchema = z
  .strictObject({
    ...person,
    form: z.enum(['BE', 'B']).optional().meta({ description: 'Default: B with business income, else BE' }),
    sex: z
      .enum(['female', 'male'])
      .optional()
      .meta({ description: 'Only the relief for breastfeeding equipment asks for it' }),
    maritalStatus: z.enum(['single', 'married', 'divorced', 'widowed']).optional(),
    assessment: z.enum(assessments).optional().meta({ description: 'Default: separate' }),
    spouse: spouseSchema.optional(),
    children: z.array(child).max(30).optional(),
    parents: z
      .strictObject({
        living: z.int().min(0).max(8),
        inMalaysia: z.boolean().meta({ description: 'Whether they live in Malaysia' }),
      })
      .optional(),
    filedOn: day
      .optional()
      .meta({ description: 'The day the return was filed; decides how long papers are kept' }),
  })
  .refine(({ spouse, maritalStatus = 'married' }) => !spouse || maritalStatus === 'married', {
    path: ['spouse'],
    error: 'is only there for who is married',
  })
  .refine(({ spouse, assessment = 'separate' }) => spouse || assessment === 'separate', {
    path: ['assessment'],
    error: 'needs a spouse',
  })
  .refine(({ spouse, children = [] }) => spouse || children.every(({ claimedBy }) => claimedBy === 'self'), {
    path: ['children'],
    error: 'cannot be claimed by a spouse who is not there',
  })
  .meta({ id: 'TaxpayerFacts' })

export type Facts = z.output<typeof factsSchema>
/** What is asked of both of a couple. */
export type PersonFacts = Pick<Facts, keyof typeof person>

export const formOf = ({ form, income }: Facts): FormKind =>
  form ?? ((income?.business ?? 0) > 0 ? 'B' : 'BE')

/** What is still true a year later. Amounts are not: they are asked anew. */
export function lasting(facts: Facts): Facts {
  const { sex, maritalStatus, assessment, disabled, children, parents, spouse } = facts
  const stays = { sex, maritalStatus, assessment, disabled, children, parents }
  return factsSchema.parse({
    ...stays,
    children: children?.map((child) => ({ ...child, ownIncomeSen: 0 })),
    spouse: spouse && { disabled: spouse.disabled },
  })
}
