import {
  byKind,
  type Checked,
  code,
  flag,
  list,
  listOf,
  mapOf,
  nullable,
  object,
  oneOf,
  optional,
  type Shape,
  sen,
  text,
  whole,
  withDefault,
  wrong,
  year,
} from './parse.ts'

/** Where a rule was read: the id of a source of the same file, and the place in it ("en-be-2025 G9(i)"). */
export interface Reference {
  id: string
  place: string
}

export const reference: Shape<Reference> = (value, path) => {
  const [, id, place] = /^([a-z0-9-]+) (.+)$/.exec(text(value, path)) ?? []
  return id && place ? { id, place } : wrong(path, 'a source and the place in it', value)
}

/** What every rule says about where it comes from. */
export const grounds = {
  section: text,
  sources: list(reference),
  verified: flag,
}
export const rule = object(grounds)

/** Official wording, wording of others, or our own where no official one was found. */
const msSource = oneOf('official', 'secondary', 'own')
export const names = { code, en: text, ms: text, msSource }

/** How a rule of a year is known. */
export const bases = [
  'notes-and-ruling',
  'official-list',
  'ruling-history',
  'statute',
  'statute-unchanged',
  'secondary-and-change-list',
] as const

/** A child of this age and kind. `under`: younger at some time of the year; `atLeast`: not younger at any time. */
const childKind = object({
  under: optional(whole(1, 99)),
  atLeast: optional(whole(1, 99)),
  study: optional(oneOf('pre-university', 'higher-education')),
  disabled: flag,
})

const statusFacts = oneOf('always', 'disabled', 'spouse', 'disabled-spouse')
/** The fact about a taxpayer that brings a fixed relief, or the children that bring one each. */
const grantedFor: Shape<Checked<typeof statusFacts> | Checked<typeof childKind>> = (value, path) =>
  typeof value === 'string' ? statusFacts(value, path) : childKind(value, path)

/** How often it may be claimed, looking at earlier years. */
const frequency = byKind({
  'every-year': object({ kind: oneOf('every-year') }),
  'once-every-years': object({ kind: oneOf('once-every-years'), years: whole(2, 20) }),
  'once-in-window': object({ kind: oneOf('once-in-window'), first: year, last: year }),
  'consecutive-years': object({ kind: oneOf('consecutive-years'), years: whole(1, 50) }),
})

const evidence = object({
  kind: oneOf('receipt', 'statement', 'status', 'receipt-or-declaration'),
  documents: listOf(text),
})

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

/** What a couple must know: who may claim, and how often the limit is there. */
export const coupleRules = [
  'wife-only',
  'one-of-couple',
  'own-limit-each',
  'each-child-once',
  'shared-by-payment',
] as const

const reliefMembers = {
  ...names,
  ...grounds,
  /** capped: what was spent, up to the limit. fixed: the limit itself. group: only what stands below it. */
  kind: oneOf('capped', 'fixed', 'group'),
  /** null: only the limits above it bind. */
  limitSen: nullable(sen),
  /** Whether the limit is there once, or for each child or parent. */
  per: withDefault(oneOf('taxpayer', 'child', 'parent'), 'taxpayer'),
  grantedFor: optional(grantedFor),
  frequency: withDefault(frequency, { kind: 'every-year' }),
  /** At most one of the child reliefs may be claimed. */
  exclusiveChildren: withDefault(flag, false),
  /** The spend is deposits less these withdrawals. */
  netOfWithdrawals: optional(oneOf('all-withdrawals', 'education-withdrawals-ignored')),
  /** The relief that takes voluntary contributions this one has no room for. */
  voluntaryExcessTo: optional(code),
  beneficiaries: list(oneOf(...beneficiaries)),
  couple: optional(oneOf(...coupleRules)),
  evidence,
  /** What must be there beside the receipt: a certificate or registration, or the claimant's name on it. */
  needs: listOf(oneOf('certificate', 'own-name')),
  /** A plan paid in advance is apportioned to the years it covers, by months (section 46(1)(v)). */
  apportioned: withDefault(flag, false),
  conditions: listOf(text),
  included: listOf(text),
  excluded: listOf(text),
  /** The item of a form (BE, B, TP3) or the row of the official list. */
  formItems: withDefault(mapOf(text), {}),
  firstYear: optional(year),
  lastYear: optional(year),
  changed: optional(text),
  notes: listOf(text),
  /** What the sources leave open or contradict each other in: ask, do not decide. */
  questions: listOf(text),
  basis: oneOf(...bases),
}

export type Relief = { [K in keyof typeof reliefMembers]: Checked<(typeof reliefMembers)[K]> } & {
  children: Relief[]
}
export const relief: Shape<Relief> = (value, path) =>
  object({ ...reliefMembers, children: listOf(relief) })(value, path)

export type Rule = Checked<typeof rule>
export type ChildKind = Checked<typeof childKind>
