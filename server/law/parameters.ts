import { rowsOf } from './conditions/judge.ts'
import type { ChildKind, Relief, Rule } from './relief.ts'
import { type ReliefWithAncestors, withAncestors } from './tree.ts'
import type { FormKind, TaxYear } from './year.ts'

/** What a parameter may be: amounts in sen, rates in percent, words of the law's data, lists of them. */
export type ParameterValue = string | number | boolean | readonly string[]

export type Names = Relief['shortName']

export const headKinds = [
  'relief',
  'gift',
  'rebate',
  'charge',
  'residence',
  'non-resident',
  'employment-rate',
  'bands',
  'gift-pool',
  'spouse-payment',
  'spouse-foreign-income',
  'computation',
  'filing',
  'records',
] as const
export type HeadKind = (typeof headKinds)[number]

/** A head of the law with everything that it sets. */
export interface LawHead {
  kind: HeadKind
  /** The code of a relief, gift, rebate or charge; else the name of the part of the law. */
  code: string
  /** What people call it; null: the part of the law has no name but its kind. */
  name: Names | null
  /** The relief it is a part of. */
  within: string | null
  /** What the data say is new this year. */
  changed: string | null
  rule: Omit<Rule, 'section'> & { section: string | null }
  /** What is not said does not hold: a relief without `frequency` may be claimed every year. */
  parameters: Readonly<Record<string, ParameterValue>>
}

/** Every rule of a year with its parameters. */
export function lawHeads(year: TaxYear): LawHead[] {
  const { gifts, flatCharges, rebates, bands, filing, records, computation } = year
  const namesOf = new Map(withAncestors(year.reliefs).map(({ relief }) => [relief.code, relief.shortName]))
  const part = (kind: HeadKind, code: string, rule: LawHead['rule'], parameters: LawHead['parameters']) => ({
    kind,
    code,
    name: namesOf.get(code) ?? null,
    within: null,
    changed: null,
    rule: { section: rule.section, sources: rule.sources, verified: rule.verified },
    parameters,
  })
  const named = (kind: HeadKind, entry: Head, parameters: Parameters<typeof given>[0]): LawHead => ({
    ...head(kind, entry),
    parameters: given(parameters),
  })
  const { pool } = gifts
  return [
    ...withAncestors(year.reliefs).map((entry) => reliefHead(entry, year.year)),
    ...gifts.heads.map(
      (gift): LawHead => ({
        ...head('gift', gift),
        parameters: given({ limitSen: gift.limitSen, inPool: gift.inPool }),
      }),
    ),
    part('gift-pool', 'gift-pool', pool, { percentOfAggregateIncome: pool.percentOfAggregateIncome }),
    ...rebates.map(
      (rebate): LawHead => ({
        ...head('rebate', rebate),
        parameters: given({
          kind: rebate.kind,
          amountSen: rebate.amountSen,
          chargeableUpToSen: rebate.chargeableUpToSen,
          requiresRelief: rebate.requiresRelief,
          tripsInLifetime: rebate.tripsInLifetime,
          conditions: rebate.conditions,
          documents: rebate.documents,
        }),
      }),
    ),
    ...flatCharges.map(
      (charge): LawHead => ({
        ...head('charge', charge),
        parameters: given({
          ratePercent: charge.ratePercent,
          thresholdSen: charge.thresholdSen,
          excluded: charge.excluded,
        }),
      }),
    ),
    part('residence', 'residence', year.residence, { days: year.residence.days }),
    named('non-resident', year.nonResident, { ratePercent: year.nonResident.ratePercent }),
    ...year.employmentRates.map((rate) =>
      named('employment-rate', rate, {
        ratePercent: rate.ratePercent,
        years: rate.years,
        conditions: rate.conditions,
      }),
    ),
    part('bands', 'bands', bands, ratesOf(bands.steps)),
    ...year.spousePayments.flatMap((rule) =>
      rule.codes.map((code) => part('spouse-payment', code, rule, { wholeYear: rule.wholeYear })),
    ),
    part('spouse-foreign-income', 'spouse-foreign-income', year.spouseForeignIncome, {
      upToSen: year.spouseForeignIncome.upToSen,
    }),
    ...Object.entries(computation).map(([name, rule]) => part('computation', name, rule, {})),
    part('filing', 'filing', { ...filing, section: null }, datesOf(year)),
    part('records', 'records', records, { years: records.years }),
  ]
}

interface Head extends Rule, Names {
  code: string
  shortName?: Names
  changed?: string | undefined
}

function head(kind: HeadKind, { code, en, ms, shortName, changed, ...rule }: Head) {
  const { section, sources, verified } = rule
  const name = shortName ?? { en, ms }
  return { kind, code, name, within: null, changed: changed ?? null, rule: { section, sources, verified } }
}

function reliefHead({ relief, ancestors }: ReliefWithAncestors, year: number): LawHead {
  return {
    ...head('relief', relief),
    within: ancestors.at(-1)?.code ?? null,
    parameters: ofRelief(relief, year),
  }
}

function ofRelief(relief: Relief, year: number): LawHead['parameters'] {
  const { frequency, grantedFor, evidence } = relief
  return given({
    limitSen: relief.limitSen,
    per: relief.per === 'taxpayer' ? undefined : relief.per,
    ...(typeof grantedFor === 'object' ? ofChild(grantedFor) : { grantedFor }),
    ageUpTo: ageUpTo(relief.code, year),
    beneficiaries: relief.kind === 'capped' ? relief.beneficiaries : [],
    frequency: frequency.kind,
    frequencyYears: 'years' in frequency ? frequency.years : undefined,
    windowFirst: 'first' in frequency ? frequency.first : undefined,
    windowLast: 'last' in frequency ? frequency.last : undefined,
    couple: relief.couple,
    exclusiveChildren: relief.exclusiveChildren,
    netOfWithdrawals: relief.netOfWithdrawals,
    voluntaryExcessTo: relief.voluntaryExcessTo,
    withheld: relief.withheld,
    apportioned: relief.apportioned,
    lastYear: relief.lastYear,
    needs: relief.needs,
    documents: evidence.documents,
    conditions: relief.conditions,
    included: relief.included,
    excluded: relief.excluded,
  })
}

const ofChild = ({ under, atLeast, study, disabled }: ChildKind) => ({
  grantedFor: 'child',
  childUnder: under,
  childAtLeast: atLeast,
  childStudy: study,
  childDisabled: disabled,
})

/** The age up to which a child must be, by the conditions that facts are checked against. */
const ageUpTo = (code: string, year: number) =>
  rowsOf(code, year)
    .flatMap((row) => ('conditions' in row ? row.conditions : []))
    .flatMap((condition) => ('ageUpTo' in condition ? (condition.ageUpTo ?? []) : []))[0]

/** A rate by the income above which it applies. */
const ratesOf = (steps: TaxYear['bands']['steps']): LawHead['parameters'] =>
  Object.fromEntries(steps.map(({ overSen, ratePercent }) => [`ratePercentAbove${overSen}`, ratePercent]))

/** Days of the year after the year of assessment without that year, as only a moved deadline is a change. */
function datesOf({ year, filing: { opensOn, BE, B } }: TaxYear): LawHead['parameters'] {
  const within = (day: string) => (day.startsWith(`${year + 1}-`) ? day.slice(5) : day)
  return {
    opensOn: within(opensOn),
    dueOnBE: within(BE.dueOn),
    eFilingUntilBE: within(BE.eFilingUntil),
    dueOnB: within(B.dueOn),
    eFilingUntilB: within(B.eFilingUntil),
  }
}

/** Without what is not said: false, nothing, an empty list, and what holds of most reliefs. */
function given(members: Record<string, ParameterValue | null | undefined>): LawHead['parameters'] {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]): [string, ParameterValue][] => {
      const isSaid =
        value !== null &&
        value !== undefined &&
        value !== false &&
        value !== 'every-year' &&
        !(Array.isArray(value) && value.length === 0)
      return isSaid ? [[name, value]] : []
    }),
  )
}

/** The number of each item of a form that is known, by code. */
export const itemsOf = ({ forms }: Pick<TaxYear, 'forms'>, form: FormKind): Record<string, string> =>
  Object.fromEntries(forms[form].flatMap((group) => ('items' in group ? Object.entries(group.items) : [])))
