import { z } from 'zod'
import {
  bilingual,
  code,
  flag,
  list,
  object,
  oneOf,
  record,
  sen,
  text,
  wholeNumber,
  year,
} from './data-file.ts'

const REFERENCE = /^([a-z0-9-]+) (.+)$/
/** What names one place in a work: a paragraph, page, section, row, item or line. */
const EXACT = /^(para(graph)? \d|p\.\s?\d|s\.\s?\d|row \d|item \d|line \d|[A-Z]\d|\d+[A-Z]*\()/

/** Where a rule was read. */
export const reference = z.object({
  id: z.string().meta({ description: 'A key of `sources`' }),
  place: z.string().meta({ description: 'The place in that source', example: 'G9(i)' }),
  exact: z.boolean().meta({
    description:
      'Whether the place is a page, paragraph, section, row or item. False: the work as a whole was compared, or its page could not be read',
  }),
})
export type Reference = z.output<typeof reference>

/** In a data file a reference is one text: "en-be-2025 G9(i)". */
const writtenReference = z
  .string({ error: 'a text' })
  .regex(REFERENCE, { error: 'a source and the place in it' })
  .transform((written) => {
    const [, id = '', place = ''] = REFERENCE.exec(written) ?? []
    return { id, place, exact: EXACT.test(place) }
  })
  .pipe(reference)

/** Where a rule comes from. Every rule has this. */
export const provenance = {
  section: text.meta({ description: 'Section of the Income Tax Act 1967', example: '46(1)(p)(i)' }),
  sources: list(writtenReference),
  verified: flag.meta({
    description: 'Whether the rule was read in an official text or checked against one',
  }),
}
export const rule = object(provenance)
export type Rule = z.output<typeof rule>

/** Code and names of a relief, gift, rebate or charge. */
export const names = {
  code,
  en: text.meta({ description: 'Name in English' }),
  ms: text.meta({ description: 'Name in Malay' }),
  msSource: oneOf('official', 'secondary', 'own').meta({
    description: 'Origin of the Malay name: LHDN, a secondary source, or our own translation',
  }),
}

/** What people call a relief, gift or rebate: short enough for a bar or a button. */
export const headNames = {
  ...names,
  shortName: bilingual.meta({
    description: 'The name in a few words, for screens',
    example: { en: 'Lifestyle', ms: 'Gaya hidup' },
  }),
  hint: bilingual.optional().meta({
    description: 'A few examples of what qualifies',
    example: { en: 'Books, phone, tablet, internet bill', ms: 'Buku, telefon, tablet, bil internet' },
  }),
}

export const changed = text.optional().meta({ description: 'What is new this year' })

export const basis = oneOf(
  'notes-and-ruling',
  'official-list',
  'ruling-history',
  'statute',
  'statute-unchanged',
  'secondary-and-change-list',
  'earlier-year',
).meta({ description: 'How the rule of this year is known' })

const childKind = object({
  under: wholeNumber(1, 99).optional().meta({ description: 'Younger than this at some time of the year' }),
  atLeast: wholeNumber(1, 99)
    .optional()
    .meta({ description: 'This old all year; in the year of the birthday the law leaves it open' }),
  study: oneOf('pre-university', 'higher-education').optional(),
  disabled: flag,
})
export type ChildKind = z.output<typeof childKind>

/** The fact about a taxpayer that grants a fixed relief, or the children that grant one each. */
const grantedFor = z.union([oneOf('always', 'disabled', 'spouse', 'disabled-spouse'), childKind], {
  error: 'always, disabled, spouse, disabled-spouse or a kind of child',
})

const frequency = z
  .discriminatedUnion(
    'kind',
    [
      object({ kind: z.literal('every-year') }),
      object({ kind: z.literal('once-every-years'), years: wholeNumber(2, 20) }),
      object({ kind: z.literal('once-in-window'), first: year, last: year }),
      object({ kind: z.literal('consecutive-years'), years: wholeNumber(1, 50) }),
    ],
    { error: 'one of every-year, once-every-years, once-in-window, consecutive-years' },
  )
  .meta({ description: 'How often the relief may be claimed, given the claims of earlier years' })

const evidence = object({
  kind: oneOf('receipt', 'statement', 'status', 'receipt-or-declaration'),
  documents: list(text).default([]),
}).meta({ description: 'The documents that prove a claim' })

export const beneficiaries = [
  'self',
  'spouse',
  'child',
  'parent',
  'grandparent',
  'former-wife',
  'dependant',
] as const
export type Beneficiary = (typeof beneficiaries)[number]

const coupleRule = oneOf(
  'wife-only',
  'one-of-couple',
  'own-limit-each',
  'each-child-once',
  'shared-by-payment',
).meta({ description: 'Which of a married couple may claim, and how they share the limit' })

const reliefMembers = object({
  ...headNames,
  ...provenance,
  kind: oneOf('capped', 'fixed', 'group').meta({
    description: 'capped: the spending up to the limit. fixed: the limit itself. group: a heading only',
  }),
  limitSen: sen.nullable().meta({ description: 'null: only the limits above it apply' }),
  per: oneOf('taxpayer', 'child', 'parent')
    .meta({ description: 'Whether the limit applies once, or to each child or parent' })
    .default('taxpayer'),
  withheld: flag
    .meta({ description: 'Deducted from the salary: the EA form has it, and nobody looks for receipts' })
    .default(false),
  grantedFor: grantedFor.optional(),
  frequency: frequency.default({ kind: 'every-year' }),
  exclusiveChildren: flag
    .meta({ description: 'Only one of the reliefs in `children` may be claimed' })
    .default(false),
  /** The spending is deposits less these withdrawals. */
  netOfWithdrawals: oneOf('all-withdrawals', 'education-withdrawals-ignored').optional(),
  /** The relief that takes the voluntary contributions above the limit of this one. */
  voluntaryExcessTo: code.optional(),
  beneficiaries: list(z.enum(beneficiaries, { error: `one of ${beneficiaries.join(', ')}` })).meta({
    description: 'For whom the expense may be',
  }),
  couple: coupleRule.optional(),
  evidence,
  needs: list(oneOf('certificate', 'own-name'))
    .meta({
      description:
        "What a claim needs besides the receipt: a certificate or registration, or the claimant's name on the receipt",
    })
    .default([]),
  apportioned: flag
    .meta({
      description:
        'A plan paid in advance is apportioned to the years it covers, by months (section 46(1)(v))',
    })
    .default(false),
  conditions: list(text).default([]),
  included: list(text).meta({ description: 'Expenses that qualify' }).default([]),
  excluded: list(text).meta({ description: 'Expenses that do not qualify' }).default([]),
  formItems: record(text)
    .meta({
      description: 'The item of form TP3, or the row of the official list; those of BE and B are in `forms`',
    })
    .default({}),
  oneBox: flag
    .meta({ description: 'The return has one box for it, in which those below are added up' })
    .default(false),
  firstYear: year.optional(),
  /** As the law of the year has it; a later year may extend it. */
  lastYear: year.optional(),
  changed,
  notes: list(text).default([]),
  questions: list(text)
    .meta({ description: 'What the sources leave open or contradict each other in; the claimant decides' })
    .default([]),
  basis,
})

export const relief = reliefMembers.extend({
  get children(): z.ZodDefault<z.ZodArray<typeof relief>> {
    return z.array(relief, { error: 'a list' }).default([])
  },
})
export type Relief = z.output<typeof relief>
