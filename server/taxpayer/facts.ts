import { z } from 'zod'
import type { IncomeKind } from '../law/taxpayer.ts'
import type { FormKind } from '../law/year.ts'
import { day } from '../receipts/values.ts'
import { texts } from '../texts/index.ts'

const sen = z
  .int()
  .min(0)
  .max(100_000_000_000)
  .meta({ description: 'Amount in sen for the whole year, never negative', example: 396000 })
const code = z
  .string()
  .max(60)
  .meta({ description: 'Code of a relief, gift or rebate', example: 'socso-eis' })
const trips = z.int().min(0).max(20)

const income = z
  .strictObject({
    employment: sen.optional(),
    business: sen.optional().meta({
      description:
        'The profit of own businesses after expenses, and after capital allowances unless `business` names them; 0 for a loss',
    }),
    partnership: sen.optional().meta({
      description: 'The share of partnerships after capital allowances (form CP30); 0 for a loss',
    }),
    rent: sen.optional(),
    dividend: sen.optional().meta({
      description:
        'Dividends that the 2 % tax covers, as received, before the threshold is deducted. Not those from abroad, of ' +
        'co-operatives, unit trusts and ASNB, EPF, LTAT, pioneer or Labuan companies, or closed-end funds',
    }),
    'llp-profit': sen
      .optional()
      .meta({ description: 'The amount received, before the threshold is deducted' }),
    other: sen.optional(),
  } satisfies Record<IncomeKind, unknown>)
  .meta({ description: 'Statutory income by kind' })

const business = z
  .strictObject({
    capitalAllowancesSen: sen.default(0).meta({
      description:
        'Capital allowances of own businesses together, of this year and brought forward. They are deducted from ' +
        '`income.business`; what exceeds it is carried forward',
    }),
    lossSen: sen.default(0).meta({
      description: 'Losses of the year, of own businesses and of partnerships (section 44(2))',
    }),
    lossesBroughtForwardSen: sen.default(0).meta({
      description:
        'Losses of earlier years that may still be deducted, from business income only (section 43(2))',
    }),
  })
  .meta({ description: 'Left out: not known. Form B asks for it' })

/** The facts the law needs about each of a couple. */
const person = {
  income: income.optional(),
  business: business.optional(),
  disabled: z
    .boolean()
    .optional()
    .meta({ description: 'Registered with JKM on at least one day of the year' }),
  amounts: z
    .record(code, sen)
    .optional()
    .meta({
      description:
        'Amounts proved by statements, by code: socso-eis, life-insurance-or-voluntary-epf, prs-deferred-annuity, ' +
        'rebate-zakat-fitrah, gift-library... Expenses with receipts are claimed with the receipts',
      example: { 'socso-eis': 35_000, 'prs-deferred-annuity': 300_000 },
    }),
  epf: z.strictObject({ compulsorySen: sen.default(0), voluntarySen: sen.default(0) }).optional(),
  sspn: z
    .strictObject({
      depositsSen: sen.default(0),
      withdrawalsSen: sen.default(0).meta({ description: 'Withdrawals other than for education' }),
      educationWithdrawalsSen: sen.default(0),
    })
    .optional(),
  housingLoan: z
    .strictObject({
      relief: code.meta({
        description: 'The relief for the price of the home',
        example: 'housing-loan-interest-500k',
      }),
      interestSen: sen.meta({ description: 'Interest paid by this person' }),
      togetherSen: sen
        .optional()
        .meta({ description: 'Interest paid by all owners, if there are several; they share the limit' }),
    })
    .optional(),
  departureLevy: z
    .strictObject({
      tripsSen: z
        .array(sen)
        .max(20)
        .default([])
        .meta({ description: 'The levy paid for each trip of the year' }),
      earlierTrips: trips
        .default(0)
        .meta({ description: 'Trips claimed in earlier years that are not stored here' }),
    })
    .optional(),
  earlierClaims: z
    .array(z.strictObject({ year: z.int().min(1967).max(2199), relief: code, amountSen: sen }))
    .max(50)
    .optional()
    .meta({
      description:
        'Amounts allowed in years that are not stored here, for reliefs that may not be claimed every year',
    }),
  foreignTaxCreditSen: sen
    .optional()
    .meta({ description: 'Credit for tax paid abroad (sections 132 and 133)' }),
  taxPaidSen: sen.optional().meta({
    description:
      'Monthly tax deductions (PCB). Until `instalmentsSen` is known, it may include instalments, as in earlier releases',
  }),
  instalmentsSen: sen.optional().meta({ description: 'Instalments paid for the year (CP500)' }),
  agentDeductionsSen: sen.optional().meta({
    description: 'Deducted by companies from payments to an agent, dealer or distributor (section 107D)',
  }),
  deductedAtSourceSen: sen.optional().meta({
    description: 'Tax deducted at source that is set off against the tax (section 110)',
  }),
}

const child = z.strictObject({
  label: z
    .string()
    .trim()
    .max(40)
    .optional()
    .meta({ description: 'Distinguishes the children; a name is not needed' }),
  bornOn: day,
  diedOn: day.optional(),
  study: z
    .enum(['none', 'pre-university', 'higher-education'])
    .default('none')
    .meta({ description: 'Full-time study at some time of the year; the higher of two' }),
  disabled: z
    .boolean()
    .default(false)
    .meta({ description: 'Registered with JKM on at least one day of the year' }),
  married: z.boolean().default(false),
  marriedOn: day.optional().meta({ description: 'The day of the marriage, if it is in the year' }),
  claimIfOpen: z
    .boolean()
    .optional()
    .meta({
      description:
        'Whether the higher amount is claimed where the law leaves open what the child grants: in the year it turns 18 ' +
        'while it studies for a diploma or degree, and in the year it marries. Default: false, and a warning says both',
    }),
  ownIncomeSen: sen.default(0).meta({ description: "The child's own income, without scholarships" }),
  shared: z
    .boolean()
    .default(false)
    .meta({ description: 'Somebody other than the spouse claims the child too; each gets half' }),
  claimedBy: z
    .enum(['self', 'spouse'])
    .default('self')
    .meta({ description: 'Each child may be claimed by one of the couple' }),
})

const stay = z
  .strictObject({
    from: day.meta({ description: 'The day of arrival, or the first day that is known' }),
    to: day.meta({ description: 'The day of leaving; it counts too' }),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: texts.en.values.leftBeforeArrival })

export const assessments = ['separate', 'joint', 'joint-in-spouse-name'] as const
export type Assessment = (typeof assessments)[number]

export const spouseSchema = z
  .strictObject({
    ...person,
    foreignIncomeSen: sen.optional().meta({ description: 'Gross income from abroad' }),
    until: day.optional().meta({
      description:
        'The day in the year on which the spouse died, or the couple was divorced or separated. The spouse relief is ' +
        'allowed in full (section 47(1)); joint assessment is not possible (section 45(2))',
      example: '2025-04-30',
    }),
    claimPayments: z
      .boolean()
      .optional()
      .meta({
        description:
          'Whether payments of a spouse without income are claimed where the law leaves that open. Insurance premiums ' +
          'and interest on a first home count in any case. Default: false, and a warning names the amounts',
      }),
  })
  .meta({
    id: 'SpouseFacts',
    description:
      'An empty object is a spouse without income. `amounts` may contain any relief, because the receipts of the spouse are not stored here',
  })
export type SpouseFacts = z.output<typeof spouseSchema>

/** What the law needs to know about a taxpayer beyond receipts. Every member is optional. */
export const factsSchema = z
  .strictObject({
    ...person,
    form: z
      .enum(['BE', 'B'])
      .optional()
      .meta({ description: 'Default: B with a business or partnership, else BE' }),
    sex: z
      .enum(['female', 'male'])
      .optional()
      .meta({ description: 'Only needed for the relief for breastfeeding equipment' }),
    maritalStatus: z
      .enum(['single', 'married', 'divorced', 'widowed'])
      .optional()
      .meta({ description: 'On 31 December, as the form asks' }),
    assessment: z.enum(assessments).optional().meta({ description: 'Default: separate' }),
    spouse: spouseSchema.optional(),
    children: z.array(child).max(30).optional(),
    parents: z
      .strictObject({
        living: z.int().min(0).max(8),
        inMalaysia: z.boolean().meta({ description: 'Whether they live in Malaysia' }),
        partOfYear: z.boolean().optional().meta({
          description:
            'Whether one of them died in the year, or came to or left Malaysia in it: what was paid until then counts',
        }),
        disabled: z
          .boolean()
          .optional()
          .meta({ description: 'Whether one of them is registered with JKM; only needed for equipment' }),
      })
      .optional(),
    resident: z
      .boolean()
      .optional()
      .meta({
        description:
          'Whether this person is tax resident for the year (section 7), which is in question in a year of coming to or ' +
          'leaving Malaysia. Reliefs and rebates are for residents only. Default: true',
      }),
    abroad: z.boolean().optional().meta({
      description:
        'Whether this person came to or left Malaysia in the year, or lived abroad. Then `resident` is asked',
    }),
    stays: z
      .array(stay)
      .max(100)
      .optional()
      .meta({
        description:
          'Stays in Malaysia, if their days are to be counted: with 182 days or more in the year, a person is resident ' +
          '(section 7(1)(a)) unless `resident` says otherwise. With fewer, `resident` is asked',
      }),
    employmentRate: z
      .strictObject({
        scheme: z.enum(['returning-expert', 'knowledge-worker', 'c-suite']),
        firstYear: z
          .int()
          .min(2000)
          .max(2199)
          .optional()
          .meta({ description: 'The first year of assessment that the letter of approval names' }),
      })
      .optional()
      .meta({
        description:
          'The approval under which income from employment is taxed at 15 %: of a returning expert, a knowledge worker in ' +
          'a specified region, or a C-suite post. Income of other kinds is taxed by the bands',
      }),
    filedOn: day
      .optional()
      .meta({ description: 'The day the return was filed; decides how long documents must be kept' }),
  })
  .refine(({ spouse, maritalStatus }) => !spouse || maritalStatus !== 'single', {
    path: ['spouse'],
    error: texts.en.values.onlyMarried,
  })
  .refine(({ spouse, assessment = 'separate' }) => spouse || assessment === 'separate', {
    path: ['assessment'],
    error: texts.en.values.needsSpouse,
  })
  .refine(({ spouse, children = [] }) => spouse || children.every(({ claimedBy }) => claimedBy === 'self'), {
    path: ['children'],
    error: texts.en.values.noSpouse,
  })
  .meta({ id: 'TaxpayerFacts' })

/** As they are stored: with the number of their format. */
export const storedFactsSchema = z
  .looseObject({ schema: z.literal(1) })
  .transform(({ schema, ...facts }) => facts)
  .pipe(factsSchema)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Damaged facts as far as they can be read: without the members that do not fit. */
export function readableFacts(stored: unknown): Facts {
  let members: Record<string, unknown> = { ...(isObject(stored) ? stored : {}), schema: 1 }
  for (;;) {
    const { data, error } = storedFactsSchema.safeParse(members)
    if (data) return data
    const names = error.issues.flatMap((issue): string[] => {
      if (issue.code === 'unrecognized_keys' && issue.path.length === 0) return issue.keys
      return issue.path.slice(0, 1).map(String)
    })
    const kept = Object.entries(members).filter(([name]) => !names.includes(name))
    if (kept.length === Object.keys(members).length) return {}
    members = Object.fromEntries(kept)
  }
}

export type Facts = z.output<typeof factsSchema>
type Child = z.output<typeof child>
/** The facts that both of a couple have. */
export type PersonFacts = Pick<Facts, keyof typeof person>

/**
 * The spouse of at least a part of the year. A widowed or divorced person has one only if it is known until when; the
 * spouse of an earlier year grants nothing.
 */
export const spouseOfYear = ({ spouse, maritalStatus = 'married' }: Facts): SpouseFacts | undefined =>
  maritalStatus === 'married' || spouse?.until !== undefined ? spouse : undefined

export const formOf = (facts: Facts): FormKind => facts.form ?? (hasBusiness(facts) ? 'B' : 'BE')

/** Whether there is income or a loss of a business or partnership, or one that is still carried forward. */
function hasBusiness({ income = {}, business }: Facts): boolean {
  const amounts = [income.business, income.partnership, business?.lossSen, business?.lossesBroughtForwardSen]
  return amounts.some((sen) => (sen ?? 0) > 0)
}

/** The facts that are probably still true a year later. Amounts are not. */
export function lasting(facts: Facts): Facts {
  const { sex, maritalStatus, disabled, parents, employmentRate, children = [] } = facts
  const spouse = facts.spouse?.until === undefined ? spouseOfYear(facts) : undefined
  // Who was separated in the year and is neither divorced nor widowed is asked again.
  const isSeparated = maritalStatus === 'married' && facts.spouse !== undefined && spouse === undefined
  return factsSchema.parse({
    sex,
    maritalStatus: isSeparated ? undefined : maritalStatus,
    disabled,
    employmentRate,
    parents: parents && lastingParents(parents),
    ...(spouse && { assessment: facts.assessment, spouse: { disabled: spouse.disabled } }),
    children: facts.children && children.filter(({ diedOn }) => diedOn === undefined).map(lastingChild),
  })

  /** Of a year in which something changed, nobody knows how it was at its end. */
  function lastingParents({ partOfYear, ...known }: NonNullable<Facts['parents']>) {
    return partOfYear ? undefined : known
  }

  function lastingChild({ claimIfOpen: _, marriedOn, claimedBy, ...child }: Child) {
    return {
      ...child,
      married: child.married || marriedOn !== undefined,
      ownIncomeSen: 0,
      claimedBy: spouse ? claimedBy : 'self',
    }
  }
}

/**
 * What earlier facts say and these do not. Together they are valid facts: who is married now by this year's facts
 * and was not then, or the other way round, is offered nothing about a spouse.
 */
export function offeredTo(facts: Facts, earlier: Facts): Facts {
  const entries = Object.entries(earlier).filter(
    ([name, value]) => value !== undefined && facts[name as keyof Facts] === undefined,
  )
  const all = Object.fromEntries(entries) as Facts
  const together = { ...all, ...facts }
  const isOfNobody = together.spouse !== undefined && spouseOfYear(together) === undefined
  if (!isOfNobody && factsSchema.safeParse(together).success) return all
  const { spouse, assessment, children, ...alone } = all
  const own = children?.map((child) => ({ ...child, claimedBy: 'self' as const }))
  return { ...alone, ...(own && { children: own }) }
}
