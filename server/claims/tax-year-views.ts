import { z } from 'zod'
import { bases, beneficiaries, coupleRules } from '../law/relief.ts'

const day = z.iso.date()
const sen = z.int()
const code = z.string().meta({ description: 'Means the same in every year', example: 'lifestyle-books' })
const names = {
  code,
  en: z.string(),
  ms: z.string(),
  msSource: z
    .enum(['official', 'secondary', 'own'])
    .meta({ description: 'Origin of the Malay name: LHDN, a secondary source, or our own translation' }),
}
const grounds = {
  section: z.string().meta({ description: 'Of the Income Tax Act 1967', example: '46(1)(p)(i)' }),
  sources: z
    .array(z.object({ id: z.string(), place: z.string() }))
    .meta({ description: 'Where it was read: a key of `sources`, and the place in it' }),
  verified: z.boolean().meta({ description: 'Read in official texts or checked against them' }),
}
const basis = z.enum(bases).meta({ description: 'How this year’s rule is known' })
const limitSen = sen.nullable().meta({ description: 'null: only the limits above it bind' })

const frequencyView = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('every-year') }),
    z.object({ kind: z.literal('once-every-years'), years: z.int() }),
    z.object({ kind: z.literal('once-in-window'), first: z.int(), last: z.int() }),
    z.object({ kind: z.literal('consecutive-years'), years: z.int() }),
  ])
  .meta({ description: 'How often it may be claimed, looking at earlier years' })

const relief = z.object({
  ...names,
  ...grounds,
  kind: z.enum(['capped', 'fixed', 'group']).meta({
    description:
      'What was spent up to the limit; the limit itself where its condition holds; or only a heading',
  }),
  limitSen,
  per: z
    .enum(['taxpayer', 'child', 'parent'])
    .meta({ description: 'What the limit is there for, once each' }),
  frequency: frequencyView,
  exclusiveChildren: z.boolean().meta({ description: 'Only one of the child reliefs may be claimed' }),
  beneficiaries: z.array(z.enum(beneficiaries)),
  couple: z.enum(coupleRules).nullable(),
  evidence: z.object({
    kind: z.enum(['receipt', 'statement', 'status', 'receipt-or-declaration']),
    documents: z.array(z.string()),
  }),
  conditions: z.array(z.string()),
  included: z.array(z.string()),
  excluded: z.array(z.string()),
  formItems: z.record(z.string(), z.string()).meta({
    description: 'The item by form (BE, B, TP3), or the row of the official list',
    example: { BE: 'G9' },
  }),
  einvoiceCodes: z.array(z.string()).meta({ description: 'MyInvois classification codes that point here' }),
  needs: z.array(z.enum(['certificate', 'own-name'])).meta({
    description:
      "What must be there beside the receipt: a certificate or registration, the claimant's name on it",
  }),
  apportioned: z
    .boolean()
    .meta({ description: 'A plan paid in advance is apportioned to the years it covers, by months' }),
  changed: z.string().nullable().meta({ description: 'What is new this year' }),
  notes: z.array(z.string()),
  questions: z.array(z.string()).meta({ description: 'What the sources leave open: decide it yourself' }),
  basis,
})

export const reliefView = relief.extend({
  get children(): z.ZodArray<typeof reliefView> {
    return z.array(reliefView)
  },
})
// Named here, as a schema that refers to itself cannot go through another call first.
reliefView.register(z.globalRegistry, { id: 'Relief' })

const giftView = z.object({
  ...names,
  ...grounds,
  limitSen: sen.nullable(),
  inPool: z.boolean().meta({ description: 'Shares the limit of the pool' }),
  basis,
})

const rebateView = z.object({
  ...names,
  ...grounds,
  conditions: z.array(z.string()),
  documents: z.array(z.string()),
})

export const reliefsView = z
  .object({
    year: z.int().meta({ description: 'Year of assessment' }),
    form: z.string(),
    status: z.string().meta({ description: 'How complete this year’s data are' }),
    reliefs: z.array(reliefView),
    gifts: z
      .object({ poolPercentOfAggregateIncome: z.int(), heads: z.array(giftView) })
      .meta({ description: 'Taken off aggregate income before the reliefs (section 44)' }),
    rebates: z.array(rebateView).meta({ description: 'Taken off the tax (section 6A)' }),
    sources: z.record(
      z.string(),
      z.object({ title: z.string(), publisher: z.string(), url: z.string().nullable(), licence: z.string() }),
    ),
  })
  .meta({ id: 'Reliefs' })

const deadlineView = z.object({
  dueOn: day,
  eFilingUntil: day.meta({ description: 'e-Filing by this day still counts as on time' }),
})

export const taxYearView = z
  .object({
    year: z.int().meta({ description: 'Year of assessment' }),
    form: z.string(),
    status: z.string().meta({ description: 'How complete this year’s data are' }),
    filing: z.object({
      opensOn: day,
      BE: deadlineView.meta({ description: 'Without business income' }),
      B: deadlineView.meta({ description: 'With business income' }),
      verified: z.boolean().meta({ description: 'Whether LHDN has published these days' }),
    }),
    retainUntil: day.meta({ description: 'Last day the papers must be kept, if filed in the next year' }),
    certainty: z.object({
      rules: z.int(),
      verified: z.int().meta({ description: 'How many of the rules were checked against official texts' }),
      openQuestions: z.int(),
    }),
  })
  .meta({ id: 'TaxYear' })

export const taxYearsView = z.object({ taxYears: z.array(taxYearView) })
