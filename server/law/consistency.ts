import { fail } from './data-file.ts'
import type { Reference, Relief, Rule } from './relief.ts'
import { type ReliefWithAncestors, withAncestors } from './tree.ts'
import type { TaxYear } from './year.ts'

/**
 * Checks the rules between the parts of a year, which no schema can express.
 * @throws LawDataError with the place
 */
export function checkConsistency(year: TaxYear, path: string, einvoiceCodes: ReadonlySet<string>) {
  const reliefs = withAncestors(year.reliefs)
  const gifts = year.gifts.heads
  const codes = new Set<string>()
  for (const { code } of [
    ...reliefs.map(({ relief }) => relief),
    ...gifts,
    ...year.rebates,
    ...year.flatCharges,
    ...year.employmentRates,
    year.nonResident,
  ]) {
    if (codes.has(code)) fail(`${path}: ${code}`, 'a code used once', code)
    codes.add(code)
  }
  const reliefCodes = new Set(reliefs.map(({ relief }) => relief.code))
  const giftCodes = new Set(gifts.map((gift) => gift.code))
  const mustExist = (set: ReadonlySet<string>, code: string, place: string, what: string) => {
    if (!set.has(code)) fail(`${path}: ${place}`, `the code of a ${what}`, code)
  }

  for (const entry of reliefs) checkRelief(entry, year, path)
  for (const { relief } of reliefs) {
    if (relief.voluntaryExcessTo) mustExist(reliefCodes, relief.voluntaryExcessTo, relief.code, 'relief')
  }
  for (const { codes: paid } of year.spousePayments) {
    for (const code of paid) mustExist(reliefCodes, code, 'spousePayments', 'relief')
  }
  for (const rebate of year.rebates) {
    if (rebate.requiresRelief) mustExist(reliefCodes, rebate.requiresRelief, rebate.code, 'relief')
    const needed = { fixed: rebate.amountSen, trips: rebate.tripsInLifetime, paid: 0 }[rebate.kind]
    if (needed === undefined) fail(`${path}: ${rebate.code}`, `what a ${rebate.kind} rebate needs`, undefined)
  }
  for (const entry of year.einvoice) {
    mustExist(einvoiceCodes, entry.code, 'einvoice', 'MyInvois classification')
    for (const code of entry.reliefs) mustExist(reliefCodes, code, `einvoice ${entry.code}`, 'relief')
    for (const code of entry.gifts) mustExist(giftCodes, code, `einvoice ${entry.code}`, 'gift')
  }
  for (const [place, source] of references(year)) {
    if (!Object.hasOwn(year.sources, source.id)) fail(`${path}: ${place}`, 'a source of this file', source.id)
  }
  checkForms(year, path)
  checkBands(year, path)
}

/** Each item of a form has one number, from a source of this file, or one reason why it has none. */
function checkForms({ forms, sources }: TaxYear, path: string) {
  for (const [form, groups] of Object.entries(forms)) {
    const place = `${path}: forms.${form}`
    const codes = new Set<string>()
    for (const group of groups) {
      if (group.certainty !== 'unknown' && !Object.hasOwn(sources, group.source))
        fail(place, 'a source of this file', group.source)
      for (const code of group.certainty === 'unknown' ? (group.codes ?? []) : Object.keys(group.items)) {
        if (codes.has(code)) fail(place, 'one number for each item', code)
        codes.add(code)
      }
    }
    const rest = groups.filter((group) => group.certainty === 'unknown' && group.codes === undefined)
    if (rest.length > 1) fail(place, 'one reason for all that stand nowhere else', rest.length)
  }
}

function checkRelief({ relief, ancestors }: ReliefWithAncestors, { year }: TaxYear, path: string) {
  const place = `${path}: ${relief.code}`
  if (relief.kind === 'fixed' && (relief.limitSen === null || relief.grantedFor === undefined))
    fail(place, 'a limit and grantedFor, as the relief is fixed', relief.limitSen)
  if (relief.kind !== 'fixed' && relief.grantedFor !== undefined)
    fail(place, 'no grantedFor, as the relief is not fixed', relief.grantedFor)
  if (relief.kind === 'group' && relief.children.length === 0) fail(place, 'reliefs in the group', [])
  if (relief.kind === 'capped' && [relief, ...ancestors].every(({ limitSen }) => limitSen === null))
    fail(place, 'a limit here or above', null)
  if (relief.firstYear && relief.firstYear > year)
    fail(`${place}.firstYear`, `at most ${year}`, relief.firstYear)
  if (relief.lastYear && relief.lastYear < year)
    fail(`${place}.lastYear`, `at least ${year}`, relief.lastYear)
  const { frequency } = relief
  if (frequency.kind === 'once-in-window' && (frequency.first > year || frequency.last < year))
    fail(`${place}.frequency`, `a window around ${year}`, frequency)
}

/** The tax stated at each step must equal the tax computed from the steps below. */
function checkBands({ bands: { steps } }: TaxYear, path: string) {
  if (steps[0]?.overSen !== 0) fail(`${path}: bands.steps[0].overSen`, '0', steps[0]?.overSen)
  let taxSen = 0
  steps.forEach((step, index) => {
    const below = steps[index - 1]
    const place = `${path}: bands.steps[${index}]`
    if (below) {
      if (step.overSen <= below.overSen) fail(`${place}.overSen`, `more than ${below.overSen}`, step.overSen)
      taxSen += ((step.overSen - below.overSen) / 100) * below.ratePercent
    }
    if (step.taxUpToHereSen !== taxSen) fail(`${place}.taxUpToHereSen`, String(taxSen), step.taxUpToHereSen)
  })
}

/** Everything in a year that cites sources, with its place in the file. */
export function rulesOf(year: TaxYear): { place: string; rule: Pick<Rule, 'sources' | 'verified'> }[] {
  const named = (entries: (Rule & { code: string })[]) => entries.map((rule) => ({ place: rule.code, rule }))
  const reliefs: Relief[] = withAncestors(year.reliefs).map(({ relief }) => relief)
  return [
    ...named(reliefs),
    ...named(year.gifts.heads),
    ...named(year.flatCharges),
    ...named(year.employmentRates),
    ...named([year.nonResident]),
    ...named(year.rebates),
    ...year.spousePayments.map((rule, index) => ({ place: `spousePayments[${index}]`, rule })),
    { place: 'spouseForeignIncome', rule: year.spouseForeignIncome },
    { place: 'gifts.pool', rule: year.gifts.pool },
    { place: 'bands', rule: year.bands },
    { place: 'residence', rule: year.residence },
    { place: 'filing', rule: year.filing },
    { place: 'records', rule: year.records },
    ...Object.entries(year.computation).map(([name, rule]) => ({ place: `computation.${name}`, rule })),
  ]
}

const references = (year: TaxYear): [string, Reference][] =>
  rulesOf(year).flatMap(({ place, rule }) => {
    if (rule.sources.length === 0) fail(`${year.year}: ${place}.sources`, 'at least one source', [])
    return rule.sources.map((source): [string, Reference] => [place, source])
  })
